import { describe, expect, it } from 'vitest';
import { makeDuoRegistratieIndienen } from '../../workers/duo-registratie-indienen.ts';
import { AS03, setupVerzuim } from '../helpers/verzuim.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const setup = (geboortedatum?: string) => setupVerzuim(bank, geboortedatum);

describe('duo-registratie-indienen', () => {
  it('houdt één rij per casus bij', async () => {
    const { stand, deps, casusId, db } = await setup();
    const worker = makeDuoRegistratieIndienen(deps);
    const leeg = await runWorker(worker, { casusId });
    await stand('2025-09-19', { regels: AS03 });
    const job = { elementInstanceKey: '5' };
    expect(await runWorker(worker, { casusId, leerlingStatus: { leerplichtig: true } }, job)).toEqual(leeg);
    await runWorker(worker, { casusId, leerlingStatus: { leerplichtig: true } }, job);
    expect(await db.selectFrom('duo').select(['soort', 'periodeVan', 'periodeTot']).execute()).toEqual([{ soort: 'REGISTRATIE', periodeVan: '2025-09-15', periodeTot: '2025-09-19' }]);
    expect(await db.selectFrom('logboekRegel').selectAll().execute()).toHaveLength(2);
  });
  it('slaat een kind dat niet leerplichtig is over', async () => {
    const { deps, casusId, db } = await setup('2021-06-15');
    expect(await runWorker(makeDuoRegistratieIndienen(deps), { casusId })).toEqual({ duoId: null });
    expect(await db.selectFrom('duo').selectAll().execute()).toEqual([]);
  });
});
