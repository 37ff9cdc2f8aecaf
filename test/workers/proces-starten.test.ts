import { afterAll, describe, expect, it } from 'vitest';
import { maakProcesStarten } from '../../workers/proces-starten.ts';
import { draai, sluitProefregister } from './helpers/register.ts';
import { opzet } from './helpers/casus.ts';

afterAll(sluitProefregister);

describe('proces-starten', () => {
  it('start één keer en geeft de context mee', async () => {
    const { deps, casusId, casusnummer, gestart } = await opzet();
    const job = { koppen: { proces: 'meldcode' }, elementInstanceKey: '3' };
    const invoer = { casusId, casusnummer, route: 'kernteam', leerling: { aanduiding: 'M.K., groep 4' }, signaal: { datumSignaal: '2025-09-05' } };
    const eerste = await draai(maakProcesStarten(deps), invoer, job);
    expect(await draai(maakProcesStarten(deps), invoer, job)).toEqual(eerste);
    expect(gestart).toEqual([{ procesId: 'meldcode', variabelen: { casusId, casusnummer, leerling: { aanduiding: 'M.K., groep 4' }, groepen: null, personen: null, school: null, route: 'kernteam' } }]);
  });
});
