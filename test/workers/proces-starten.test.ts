import { afterAll, describe, expect, it } from 'vitest';
import { makeProcesStarten } from '../../workers/proces-starten.ts';
import { runWorker, closeTestRegister } from './helpers/register.ts';
import { setup } from './helpers/casus.ts';

afterAll(closeTestRegister);

describe('proces-starten', () => {
  it('start één keer en geeft de context mee', async () => {
    const { deps, casusId, casusnummer, gestart } = await setup();
    const job = { headers: { proces: 'meldcode' }, elementInstanceKey: '3' };
    const invoer = { casusId, casusnummer, route: 'kernteam', leerling: { aanduiding: 'M.K., groep 4' }, signaal: { datumSignaal: '2025-09-05' } };
    const eerste = await runWorker(makeProcesStarten(deps), invoer, job);
    expect(await runWorker(makeProcesStarten(deps), invoer, job)).toEqual(eerste);
    expect(gestart).toEqual([{ procesId: 'meldcode', variabelen: { casusId, casusnummer, leerling: { aanduiding: 'M.K., groep 4' }, groepen: null, personen: null, school: null, route: 'kernteam' } }]);
  });
});
