import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { guardProcess } from '../../../workers/runtime/process-guard.ts';
import { setupRig, sleep, tot, makeWorker } from './rig.ts';

describe('stoppen', () => {
  it('laat lopend werk uitlopen', async () => {
    const { gateway, running: running } = await setupRig(makeWorker({ handle: () => sleep(300) }));
    gateway.geef('proef');
    await tot(() => running.health()[0]!.lastPoll !== null, 'poll');
    await sleep(50);
    await running.stop(5_000);
    expect(gateway.responses.map((a) => a.kind)).toEqual(['CompleteJob']);
  });

  it('hangt nooit: na de termijn is het klaar, ook als een werker nooit eindigt', async () => {
    const { gateway, running: running, lines: lines } = await setupRig(makeWorker({ handle: () => new Promise<never>(() => undefined) }));
    gateway.geef('proef');
    await tot(() => running.health()[0]!.lastPoll !== null, 'poll');
    await sleep(50);
    const begin = performance.now();
    await running.stop(300);
    expect(performance.now() - begin).toBeLessThan(1_000);
    expect(lines.map((line) => line['message'])).toContain('niet al het werk was op tijd klaar; het komt na de vergrendeling terug');
  });

  it('geeft een opdracht die tijdens het stoppen binnenkomt meteen terug, met evenveel pogingen', async () => {
    const { gateway, running: running } = await setupRig(makeWorker({ handle: () => sleep(600) }));
    gateway.geef('proef');
    await tot(() => gateway.wachtenOpWerk() === 1 && gateway.requests.length >= 2, 'tweede vraag staat open');
    const stopped = running.stop(5_000);
    const laat = gateway.geef('proef', { retries: 3 });
    await stopped;
    await tot(() => gateway.responses.length === 2, 'beide antwoorden');
    expect(gateway.responses.find((a) => a.jobKey === laat)).toMatchObject({ kind: 'FailJob', retries: 3, retryBackOff: '0' });
  });

  it('tweemaal stoppen is hetzelfde stoppen', async () => {
    const { running: running } = await setupRig(makeWorker({ handle: async () => undefined }));
    expect(running.stop(500)).toBe(running.stop(500));
  });
});

describe('het einde van het proces', () => {
  function probe(stop: () => Promise<unknown>, deadlineMs = 200) {
    const codes: number[] = [];
    const lines: unknown[] = [];
    const proces = Object.assign(new EventEmitter(), { exit: (code: number) => void codes.push(code) });
    const noteer = (fields: unknown) => void lines.push(fields);
    guardProcess({ log: { info: noteer, warn: noteer, error: noteer }, stop, deadlineMs, target: proces });
    return { proces, codes, regels: lines };
  }
  it('een belofte die niemand ving: log, afvoeren, einde met 1', async () => {
    let afgevoerd = false;
    const { proces, codes } = probe(async () => { afgevoerd = true; });
    proces.emit('unhandledRejection', new Error('x'));
    await tot(() => codes.length > 0, 'einde');
    expect([afgevoerd, codes]).toEqual([true, [1]]);
  });
  it('SIGTERM eindigt met 0, ook als het afvoeren mislukt', async () => {
    const { proces, codes } = probe(() => Promise.reject(new Error('x')));
    proces.emit('SIGTERM');
    await tot(() => codes.length > 0, 'einde');
    expect(codes).toEqual([0]);
  });
  it('een afvoer die hangt houdt het proces niet levend', async () => {
    const { proces, codes } = probe(() => new Promise(() => undefined), 50);
    proces.emit('SIGTERM');
    await tot(() => codes.length > 0, 'einde', 3_000);
    expect(codes).toEqual([0]);
  });
  it('een tweede signaal wacht niet', () => {
    const { proces, codes } = probe(() => new Promise(() => undefined), 60_000);
    proces.emit('SIGTERM');
    proces.emit('SIGTERM');
    expect(codes).toEqual([0]);
  });
});
