import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { bewaakProces } from '../../../workers/runtime/process-guard.ts';
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

describe('het einde van het proces', () => {
  function proef(stop: () => Promise<unknown>, deadlineMs = 200) {
    const codes: number[] = [];
    const regels: unknown[] = [];
    const proces = Object.assign(new EventEmitter(), { exit: (code: number) => void codes.push(code) });
    const noteer = (velden: unknown) => void regels.push(velden);
    bewaakProces({ log: { info: noteer, warn: noteer, error: noteer }, stop, deadlineMs, proces });
    return { proces, codes, regels };
  }
  it('een belofte die niemand ving: log, afvoeren, einde met 1', async () => {
    let afgevoerd = false;
    const { proces, codes } = proef(async () => { afgevoerd = true; });
    proces.emit('unhandledRejection', new Error('x'));
    await tot(() => codes.length > 0, 'einde');
    expect([afgevoerd, codes]).toEqual([true, [1]]);
  });
  it('SIGTERM eindigt met 0, ook als het afvoeren mislukt', async () => {
    const { proces, codes } = proef(() => Promise.reject(new Error('x')));
    proces.emit('SIGTERM');
    await tot(() => codes.length > 0, 'einde');
    expect(codes).toEqual([0]);
  });
  it('een afvoer die hangt houdt het proces niet levend', async () => {
    const { proces, codes } = proef(() => new Promise(() => undefined), 50);
    proces.emit('SIGTERM');
    await tot(() => codes.length > 0, 'einde', 3_000);
    expect(codes).toEqual([0]);
  });
  it('een tweede signaal wacht niet', () => {
    const { proces, codes } = proef(() => new Promise(() => undefined), 60_000);
    proces.emit('SIGTERM');
    proces.emit('SIGTERM');
    expect(codes).toEqual([0]);
  });
});
