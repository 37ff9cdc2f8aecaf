import { afterAll, describe, expect, it } from 'vitest';
import { maakDuoRegistratieIndienen } from '../../workers/duo-registratie-indienen.ts';
import { draai, sluitProefregister } from './helpers/register.ts';
import { AS03, opzet } from './helpers/verzuim.ts';

afterAll(sluitProefregister);

describe('duo-registratie-indienen', () => {
  it('houdt één rij per casus bij', async () => {
    const { stand, deps, casusId, db } = await opzet();
    const werker = maakDuoRegistratieIndienen(deps);
    const leeg = await draai(werker, { casusId });
    await stand('2025-09-19', { regels: AS03 });
    const job = { elementInstanceKey: '5' };
    expect(await draai(werker, { casusId, leerlingStatus: { leerplichtig: true } }, job)).toEqual(leeg);
    await draai(werker, { casusId, leerlingStatus: { leerplichtig: true } }, job);
    expect(await db.selectFrom('duo').select(['soort', 'periodeVan', 'periodeTot']).execute()).toEqual([{ soort: 'REGISTRATIE', periodeVan: '2025-09-15', periodeTot: '2025-09-19' }]);
    expect(await db.selectFrom('logboekRegel').selectAll().execute()).toHaveLength(2);
  });
  it('slaat een kind dat niet leerplichtig is over', async () => {
    const { deps, casusId, db } = await opzet('2021-06-15');
    expect(await draai(maakDuoRegistratieIndienen(deps), { casusId })).toEqual({ duoId: null });
    expect(await db.selectFrom('duo').selectAll().execute()).toEqual([]);
  });
});
