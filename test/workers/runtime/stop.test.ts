import { describe, expect, it } from 'vitest';
import { opstelling, slaap, tot, werker } from './rig.ts';

describe('stoppen', () => {
  it('laat lopend werk uitlopen', async () => {
    const { gateway, lopend } = await opstelling(werker({ voerUit: () => slaap(300) }));
    gateway.geef('proef');
    await tot(() => lopend.gezondheid()[0]!.laatstePoll !== null, 'poll');
    await slaap(50);
    await lopend.stop(5_000);
    expect(gateway.antwoorden.map((a) => a.soort)).toEqual(['CompleteJob']);
  });

  it('hangt nooit: na de termijn is het klaar, ook als een werker nooit eindigt', async () => {
    const { gateway, lopend, regels } = await opstelling(werker({ voerUit: () => new Promise<never>(() => undefined) }));
    gateway.geef('proef');
    await tot(() => lopend.gezondheid()[0]!.laatstePoll !== null, 'poll');
    await slaap(50);
    const begin = performance.now();
    await lopend.stop(300);
    expect(performance.now() - begin).toBeLessThan(1_000);
    expect(regels.map((regel) => regel['boodschap'])).toContain('niet al het werk was op tijd klaar; het komt na de vergrendeling terug');
  });

  it('geeft een opdracht die tijdens het stoppen binnenkomt meteen terug, met evenveel pogingen', async () => {
    const { gateway, lopend } = await opstelling(werker({ voerUit: () => slaap(600) }));
    gateway.geef('proef');
    await tot(() => gateway.wachtenOpWerk() === 1 && gateway.vragen.length >= 2, 'tweede vraag staat open');
    const gestopt = lopend.stop(5_000);
    const laat = gateway.geef('proef', { retries: 3 });
    await gestopt;
    await tot(() => gateway.antwoorden.length === 2, 'beide antwoorden');
    expect(gateway.antwoorden.find((a) => a.jobKey === laat)).toMatchObject({ soort: 'FailJob', retries: 3, retryBackOff: '0' });
  });

  it('tweemaal stoppen is hetzelfde stoppen', async () => {
    const { lopend } = await opstelling(werker({ voerUit: async () => undefined }));
    expect(lopend.stop(500)).toBe(lopend.stop(500));
  });
});
