import { describe, expect, it } from 'vitest';
import { RETRIES } from '../../../retry/attempts.ts';
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

  it('midden in honderd opdrachten: wat begonnen is wordt afgemaakt, wat nog binnenkomt gaat terug, en niets blijft liggen', async () => {
    const { gateway, running } = await setupRig(makeWorker({ handle: () => sleep(100) }), { concurrency: 10 });
    const first = Array.from({ length: 6 }, () => gateway.geef('proef'));
    await tot(() => gateway.wachtenOpWerk() === 1 && gateway.requests.length >= 2, 'de volgende vraag staat open');
    const stopped = running.stop(5_000);
    for (let n = 0; n < 94; n++) gateway.geef('proef');
    await stopped;
    const given = gateway.delivered();
    await tot(() => gateway.responses.length === given, 'een antwoord op alles wat is uitgedeeld');
    expect(gateway.responses.filter((a) => a.kind === 'CompleteJob').map((a) => a.jobKey).sort()).toEqual(first.sort());
    expect(gateway.responses.filter((a) => a.kind === 'FailJob').every((a) => a.retries === RETRIES && a.retryBackOff === '0')).toBe(true);
    expect(given).toBeGreaterThan(6);
  });

  it('tweemaal stoppen is hetzelfde stoppen', async () => {
    const { running: running } = await setupRig(makeWorker({ handle: async () => undefined }));
    expect(running.stop(500)).toBe(running.stop(500));
  });
});
