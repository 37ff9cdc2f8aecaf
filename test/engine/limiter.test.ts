import { describe, expect, it } from 'vitest';
import { maakBegrenzer } from '../../engine/limiter.ts';
import type { Tijd } from '../../engine/time.ts';

/** Een tijd die springt in plaats van wacht. */
function springtijd(): Tijd & { vooruit(ms: number): void; gewacht: number[] } {
  let nu = 0;
  const gewacht: number[] = [];
  return {
    gewacht, ms: () => nu, toeval: () => 0.5,
    wacht: async (ms) => { gewacht.push(ms); nu += ms; },
    vooruit: (ms) => { nu += ms; },
  };
}
const teDruk = () => Object.assign(new Error('8 RESOURCE_EXHAUSTED: te druk'), { code: 8 });

describe('de begrenzer', () => {
  it('herhaalt een geweigerde opdracht tot hij lukt, met groeiende wachttijd', async () => {
    const tijd = springtijd();
    let pogingen = 0;
    const uitkomst = await maakBegrenzer({ tijd }).voer(async () => { if (++pogingen < 5) throw teDruk(); return 'klaar'; });
    expect([uitkomst, pogingen]).toEqual(['klaar', 5]);
    expect(tijd.gewacht).toEqual([...tijd.gewacht].sort((a, b) => a - b));
  });
  it('geeft een andere fout meteen door', async () => {
    let pogingen = 0;
    await expect(maakBegrenzer({ tijd: springtijd() }).voer(async () => { pogingen++; throw Object.assign(new Error('x'), { code: 5 }); })).rejects.toThrow('x');
    expect(pogingen).toBe(1);
  });
  it('herhaalt een te groot bericht niet, hoewel de code dezelfde is', async () => {
    let pogingen = 0;
    const groot = Object.assign(new Error('8 RESOURCE_EXHAUSTED: Sent message larger than max (5 vs. 4)'), { code: 8 });
    await expect(maakBegrenzer({ tijd: springtijd() }).voer(async () => { pogingen++; throw groot; })).rejects.toThrow('larger');
    expect(pogingen).toBe(1);
  });
  it('geeft het na zijn geduld op', async () => {
    await expect(maakBegrenzer({ tijd: springtijd(), geduldMs: 1_000 }).voer(() => Promise.reject(teDruk()))).rejects.toThrow('te druk');
  });
  it('heeft nooit meer onderweg dan de grens, en groeit zolang antwoorden vlot komen', async () => {
    const begrenzer = maakBegrenzer({ begin: 2, maximum: 8 });
    let nu = 0;
    let hoogste = 0;
    await Promise.all(Array.from({ length: 200 }, () => begrenzer.voer(async () => {
      hoogste = Math.max(hoogste, ++nu);
      expect(nu).toBeLessThanOrEqual(8);
      await Promise.resolve();
      nu--;
    })));
    expect(hoogste).toBeGreaterThan(4);
    expect(begrenzer.stand()).toMatchObject({ onderweg: 0, wachtend: 0 });
  });
  it('krimpt als antwoorden traag worden, voordat de engine gaat weigeren', async () => {
    const tijd = springtijd();
    const begrenzer = maakBegrenzer({ tijd, begin: 10, vlotMs: 100 });
    for (let n = 0; n < 5; n++) await begrenzer.voer(async () => tijd.vooruit(300));
    expect(begrenzer.stand().grens).toBeLessThan(7);
  });
  it('telt één drukke tel niet tien keer mee', () => {
    const begrenzer = maakBegrenzer({ tijd: springtijd(), begin: 10 });
    for (let n = 0; n < 10; n++) begrenzer.meldDruk();
    expect(begrenzer.stand().grens).toBe(6);
  });
  it('laat ook anderen wachten als er druk is gemeld', async () => {
    const tijd = springtijd();
    const begrenzer = maakBegrenzer({ tijd });
    await begrenzer.wachtOpRuimte();
    begrenzer.meldDruk();
    await begrenzer.wachtOpRuimte();
    expect(tijd.gewacht).toHaveLength(1);
  });
});
