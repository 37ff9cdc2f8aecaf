import { afterAll, describe, expect, it } from 'vitest';
import { maakDuoTerugkoppelingVerwerken } from '../../workers/duo-terugkoppeling-verwerken.ts';
import { PermanenteFout } from '../../domein/errors.ts';
import { draai, registreer, sluitProefregister } from './helpers/register.ts';
import { opzet } from './helpers/verzuim.ts';

afterAll(sluitProefregister);

describe('duo-terugkoppeling-verwerken', () => {
  const melding = { periodeVan: '2025-08-26', periodeTot: '2025-09-22', urenOngeoorloofd: 16, aantalTeLaat: null };
  it('de terugkoppeling van leerplicht komt bij de melding', async () => {
    const { meld, deps, db, casusId, register } = await opzet();
    await registreer(register, casusId);
    const { duoId } = await meld(['ZESTIEN_UUR_4WK'], melding);
    const werker = maakDuoTerugkoppelingVerwerken(deps);
    await draai(werker, { casusId, duoId, terugkoppeling: { actie: 'GESPREK_OUDERS' } });
    expect(await db.selectFrom('duo').select(['status', 'terugkoppeling']).executeTakeFirst()).toEqual({ status: 'TERUGGEKOPPELD', terugkoppeling: { actie: 'GESPREK_OUDERS' } });
    expect((await db.selectFrom('thuiszittersregistratie').select('leerplichtBetrokken').executeTakeFirst())?.leerplichtBetrokken).toBe(true);
    await expect(draai(werker, { casusId, duoId: crypto.randomUUID(), terugkoppeling: {} })).rejects.toThrow(PermanenteFout);
  });
});
