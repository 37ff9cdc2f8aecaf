import { describe, expect, it } from 'vitest';
import { makeDuoTerugkoppelingVerwerken } from '../../workers/duo-terugkoppeling-verwerken.ts';
import { PermanentError } from '../../domein/errors.ts';
import { registreer } from '../helpers/casus.ts';
import { setupVerzuim } from '../helpers/verzuim.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const setup = (geboortedatum?: string) => setupVerzuim(bank, geboortedatum);

describe('duo-terugkoppeling-verwerken', () => {
  const melding = { periodeVan: '2025-08-26', periodeTot: '2025-09-22', urenOngeoorloofd: 16, aantalTeLaat: null };
  it('de terugkoppeling van leerplicht komt bij de melding', async () => {
    const { meld, deps, db, casusId, register } = await setup();
    await registreer(register, casusId);
    const { duoId } = await meld(['ZESTIEN_UUR_4WK'], melding);
    const worker = makeDuoTerugkoppelingVerwerken(deps);
    await runWorker(worker, { casusId, duoId, terugkoppeling: { actie: 'GESPREK_OUDERS' } });
    expect(await db.selectFrom('duo').select(['status', 'terugkoppeling']).executeTakeFirst()).toEqual({ status: 'TERUGGEKOPPELD', terugkoppeling: { actie: 'GESPREK_OUDERS' } });
    expect((await db.selectFrom('thuiszittersregistratie').select('leerplichtBetrokken').executeTakeFirst())?.leerplichtBetrokken).toBe(true);
    await expect(runWorker(worker, { casusId, duoId: crypto.randomUUID(), terugkoppeling: {} })).rejects.toThrow(PermanentError);
  });
});
