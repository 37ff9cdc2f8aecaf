import { describe, expect, it } from 'vitest';
import { makeLimiter } from '../../engine/limiter.ts';
import type { Time } from '../../retry/time.ts';

/** Een tijd die springt in plaats van wacht. */
function jumpTime(): Time & { advance(ms: number): void; gewacht: number[] } {
  let nu = 0;
  const gewacht: number[] = [];
  return {
    gewacht, ms: () => nu, random: () => 0.5,
    wait: async (ms) => { gewacht.push(ms); nu += ms; },
    advance: (ms) => { nu += ms; },
  };
}
const teDruk = () => Object.assign(new Error('8 RESOURCE_EXHAUSTED: te druk'), { code: 8 });

describe('de begrenzer', () => {
  it('herhaalt een geweigerde opdracht tot hij lukt, met groeiende wachttijd', async () => {
    const time = jumpTime();
    let attempts = 0;
    const outcome = await makeLimiter({ time }).run(async () => { if (++attempts < 5) throw teDruk(); return 'klaar'; });
    expect([outcome, attempts]).toEqual(['klaar', 5]);
    expect(time.gewacht).toEqual([...time.gewacht].sort((a, b) => a - b));
  });
  it('geeft een andere fout meteen door', async () => {
    let attempts = 0;
    await expect(makeLimiter({ time: jumpTime() }).run(async () => { attempts++; throw Object.assign(new Error('x'), { code: 5 }); })).rejects.toThrow('x');
    expect(attempts).toBe(1);
  });
  it('herhaalt een te groot bericht niet, hoewel de code dezelfde is', async () => {
    let attempts = 0;
    const groot = Object.assign(new Error('8 RESOURCE_EXHAUSTED: Sent message larger than max (5 vs. 4)'), { code: 8 });
    await expect(makeLimiter({ time: jumpTime() }).run(async () => { attempts++; throw groot; })).rejects.toThrow('larger');
    expect(attempts).toBe(1);
  });
  it('geeft het na zijn geduld op', async () => {
    await expect(makeLimiter({ time: jumpTime(), patienceMs: 1_000 }).run(() => Promise.reject(teDruk()))).rejects.toThrow('te druk');
  });
  it('heeft nooit meer onderweg dan de grens, en groeit zolang antwoorden vlot komen', async () => {
    const limiter = makeLimiter({ begin: 2, maximum: 8 });
    let nu = 0;
    let highest = 0;
    await Promise.all(Array.from({ length: 200 }, () => limiter.run(async () => {
      highest = Math.max(highest, ++nu);
      expect(nu).toBeLessThanOrEqual(8);
      await Promise.resolve();
      nu--;
    })));
    expect(highest).toBeGreaterThan(4);
    expect(limiter.state()).toMatchObject({ inFlight: 0, waiting: 0 });
  });
  it('krimpt als antwoorden traag worden, voordat de engine gaat weigeren', async () => {
    const time = jumpTime();
    const limiter = makeLimiter({ time, begin: 10, fastMs: 100 });
    for (let n = 0; n < 5; n++) await limiter.run(async () => time.advance(300));
    expect(limiter.state().limit).toBeLessThan(7);
  });
  it('telt één drukke tel niet tien keer mee', () => {
    const limiter = makeLimiter({ time: jumpTime(), begin: 10 });
    for (let n = 0; n < 10; n++) limiter.reportPressure();
    expect(limiter.state().limit).toBe(6);
  });
  it('laat ook anderen wachten als er druk is gemeld', async () => {
    const time = jumpTime();
    const limiter = makeLimiter({ time });
    await limiter.waitForRoom();
    limiter.reportPressure();
    await limiter.waitForRoom();
    expect(time.gewacht).toHaveLength(1);
  });
});
