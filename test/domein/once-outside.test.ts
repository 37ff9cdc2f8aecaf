import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PermanentError, TransientError } from '../../domein/errors.ts';
import { makeOnceOutside, type OutsideOnce } from '../../domein/once-outside.ts';
import { DATABASES, openTestDatabase, type TestDatabase } from '../helpers/databases.ts';
import { flakyRegister } from '../helpers/flaky-register.ts';

const UUR = 3_600_000;

describe.each(DATABASES)('één keer naar buiten, op %s', (soort) => {
  let proef: TestDatabase;
  let nu: Date;
  let gedaan: number;
  const later = (ms: number): void => void (nu = new Date(nu.getTime() + ms));
  beforeAll(async () => void (proef = await openTestDatabase(soort)), 120_000);
  beforeEach(async () => {
    await proef.clear();
    nu = new Date('2025-09-08T09:00:00+02:00');
    gedaan = 0;
  });
  afterAll(() => proef.close());

  const opdracht = (anders: Partial<OutsideOnce<string, number>> = {}): OutsideOnce<string, number> => ({
    key: 'k', now: () => nu, plan: async () => 'plan', effect: async () => (gedaan += 1), certainlyNot: () => false, what: () => 'het gebeurd is', ...anders,
  });
  const faalt = (error: Error) => async (): Promise<number> => { throw error; };

  test('een herhaalde levering doet niets en geeft dezelfde uitkomst, ook na een herstart en met een ander plan', async () => {
    const once = makeOnceOutside(proef.register);
    expect(await once(opdracht())).toEqual({ plan: 'plan', resultaat: 1 });
    later(100 * UUR);
    expect(await makeOnceOutside(proef.register)(opdracht({ plan: async () => { throw new Error('niet nodig'); } }))).toEqual({ plan: 'plan', resultaat: 1 });
    expect(gedaan).toBe(1);
  });

  test('twee leveringen tegelijk geven één effect', async () => {
    const once = makeOnceOutside(proef.register);
    expect(await Promise.all([once(opdracht()), once(opdracht())])).toEqual([{ plan: 'plan', resultaat: 1 }, { plan: 'plan', resultaat: 1 }]);
    expect(gedaan).toBe(1);
  });

  test('het register valt weg na het effect: uren later, als het terug is, wordt alleen afgevinkt', async () => {
    const wankel = flakyRegister(proef.register);
    const once = makeOnceOutside(wankel.register);
    await expect(once(opdracht({ effect: async () => (wankel.goDown(), (gedaan += 1)) }))).rejects.toThrow('het register is weg');
    later(5 * UUR);
    await expect(once(opdracht())).rejects.toThrow('het register is weg');
    wankel.comeBack();
    expect(await once(opdracht())).toEqual({ plan: 'plan', resultaat: 1 });
    expect(await makeOnceOutside(proef.register)(opdracht())).toEqual({ plan: 'plan', resultaat: 1 });
    expect(gedaan).toBe(1);
  });

  test('register en programma vallen weg na het effect: een incident, en wat de beheerder beslist gebeurt', async () => {
    const wankel = flakyRegister(proef.register);
    await expect(makeOnceOutside(wankel.register)(opdracht({ effect: async () => (wankel.goDown(), (gedaan += 1)) }))).rejects.toThrow();
    const naHerstart = makeOnceOutside(proef.register);
    await expect(naHerstart(opdracht())).rejects.toThrow(TransientError);
    later(5 * UUR);
    await expect(naHerstart(opdracht())).rejects.toThrow(PermanentError);
    await expect(naHerstart(opdracht())).rejects.toThrow(/Het is niet zeker of het gebeurd is.*onzekerBesluit/);
    expect(gedaan).toBe(1);
    expect(await naHerstart(opdracht({ decision: 'overslaan' }))).toEqual({ plan: 'plan', resultaat: null });
    expect(await naHerstart(opdracht())).toEqual({ plan: 'plan', resultaat: null });
    expect(gedaan).toBe(1);
  });

  test('besluit de beheerder "opnieuw", dan gebeurt het nog één keer', async () => {
    await expect(makeOnceOutside(proef.register)(opdracht({ effect: faalt(new Error('geen antwoord')) }))).rejects.toThrow('geen antwoord');
    later(UUR);
    const once = makeOnceOutside(proef.register);
    expect(await once(opdracht({ decision: 'opnieuw' }))).toEqual({ plan: 'plan', resultaat: 1 });
    expect(await once(opdracht({ decision: 'opnieuw' }))).toEqual({ plan: 'plan', resultaat: 1 });
  });

  test('zeker niet gebeurd: een volgende poging mag, hoe lang het ook duurde, en kiest opnieuw', async () => {
    const once = makeOnceOutside(proef.register);
    const weg = opdracht({ effect: faalt(new Error('weg')), certainlyNot: () => true });
    for (let i = 0; i < 3; i += 1) {
      await expect(once(weg)).rejects.toThrow('weg');
      later(UUR);
    }
    expect(await makeOnceOutside(proef.register)(opdracht({ plan: async () => 'later plan' }))).toEqual({ plan: 'later plan', resultaat: 1 });
  });

  test('zeker niet gebeurd terwijl ook het register weg is: dit programma weet het nog', async () => {
    const wankel = flakyRegister(proef.register);
    const once = makeOnceOutside(wankel.register);
    await expect(once(opdracht({ effect: async () => { wankel.goDown(); throw new Error('weg'); }, certainlyNot: () => true }))).rejects.toThrow('weg');
    later(5 * UUR);
    wankel.comeBack();
    expect(await once(opdracht())).toEqual({ plan: 'plan', resultaat: 1 });
  });

  test('binnen de tijd dat de ander herhaling herkent mag het nog eens; een zekere mislukking wist die twijfel niet', async () => {
    const once = makeOnceOutside(proef.register);
    const binnenEenUur = { harmlessMs: UUR };
    await expect(once(opdracht({ ...binnenEenUur, effect: faalt(new Error('geen antwoord')) }))).rejects.toThrow('geen antwoord');
    later(UUR / 2);
    await expect(once(opdracht({ ...binnenEenUur, effect: faalt(new Error('weg')), certainlyNot: () => true }))).rejects.toThrow('weg');
    later(UUR);
    await expect(once(opdracht(binnenEenUur))).rejects.toThrow(PermanentError);
    expect(gedaan).toBe(0);
  });
});
