import { describe, expect, it } from 'vitest';
import { makeVerzuimstandControleren } from '../../workers/verzuimstand-controleren.ts';
import { setupVerzuim } from '../helpers/verzuim.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const setup = (geboortedatum?: string) => setupVerzuim(bank, geboortedatum);

describe('verzuimstand-controleren', () => {
  it('kijkt naar de laatste volle schoolweek', async () => {
    const { deps, stand, klok, casusId } = await setup();
    const recent = async (nu: string) => {
      klok.zet(nu);
      return (await runWorker(makeVerzuimstandControleren(deps), { casusId })).standRecent;
    };
    expect(await recent('2025-09-23T09:00:00+02:00')).toBe(false);
    await stand('2025-09-18');
    expect(await recent('2025-09-23T09:00:00+02:00')).toBe(false);
    await stand('2025-09-19');
    expect(await recent('2025-09-23T09:00:00+02:00')).toBe(true);
    await stand('2025-10-17');
    expect(await recent('2025-10-28T09:00:00+01:00')).toBe(true);
    expect(await recent('2025-11-03T09:00:00+01:00')).toBe(false);
  });
});
