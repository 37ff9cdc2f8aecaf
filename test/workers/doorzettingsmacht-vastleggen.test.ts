import { describe, expect, it } from 'vitest';
import { makeDoorzettingsmachtVastleggen } from '../../workers/doorzettingsmacht-vastleggen.ts';
import { BusinessError } from '../../domein/errors.ts';
import { openKaleCasus } from '../helpers/casus.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();

async function setup() {
  const { register, klok } = bank;
  klok.zet('2025-10-14T10:00:00+02:00');
  const { casusId } = await openKaleCasus(register);
  const leg = (moment: string, instantie: string, element: string, dzm: unknown = null) =>
    runWorker(makeDoorzettingsmachtVastleggen(bank.deps()), { casusId, dzm }, { headers: { moment }, processInstanceKey: instantie, elementInstanceKey: element, elementId: 'DZ_00' });
  const regels = () => register.db.selectFrom('logboekRegel').select(['actie', 'uitkomst']).where('casusId', '=', casusId).orderBy('volgnummer').execute();
  return { leg, regels };
}
const code = (attempt: Promise<unknown>): Promise<unknown> => attempt.then(() => undefined, (error: unknown) => (error instanceof BusinessError ? error.code : error));

describe('doorzettingsmacht-vastleggen', () => {
  it('een tweede instantie krijgt LOOPT_AL tot de eerste klaar is', async () => {
    const { leg } = await setup();
    await leg('begin', '1', '11');
    expect(await code(leg('begin', '2', '21'))).toBe('LOOPT_AL');
    await leg('eind', '1', '12', { status: 'GEZAMENLIJKE_AANPAK' });
    expect(await code(leg('begin', '3', '31'))).toBeUndefined();
  });
  it('van twee die tegelijk beginnen wint er één', async () => {
    const { leg } = await setup();
    const uitkomsten = await Promise.all([code(leg('begin', '1', '11')), code(leg('begin', '2', '21'))]);
    expect(uitkomsten.filter((u) => u === 'LOOPT_AL')).toHaveLength(1);
    expect(uitkomsten.filter((u) => u === undefined)).toHaveLength(1);
  });
  it('dezelfde opdracht twee keer geeft dezelfde uitkomst en één regel', async () => {
    const { leg, regels } = await setup();
    await leg('begin', '1', '11');
    await leg('begin', '1', '11');
    expect(await code(leg('begin', '2', '21'))).toBe('LOOPT_AL');
    expect(await code(leg('begin', '2', '21'))).toBe('LOOPT_AL');
    expect(await regels()).toEqual([{ actie: 'Doorzettingsmacht begonnen', uitkomst: 'De sectordirecteur onderzoekt de impasse.' }]);
  });
  it('een ander kan haar niet beëindigen', async () => {
    const { leg } = await setup();
    await leg('begin', '1', '11');
    await leg('eind', '2', '22');
    expect(await code(leg('begin', '2', '21'))).toBe('LOOPT_AL');
  });
});
