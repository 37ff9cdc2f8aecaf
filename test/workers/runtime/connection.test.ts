import { afterEach, describe, expect, it } from 'vitest';
import { RETRIES } from '../../../retry/attempts.ts';
import { startFakeGateway, type FakeGateway } from './fake-gateway.ts';
import { setupRig, sleep, tot, makeWorker } from './rig.ts';

const empty = makeWorker({ handle: async () => undefined });
let tweede: FakeGateway | undefined;
afterEach(() => tweede?.stop());

describe('de verbinding met de engine', () => {
  it('is gezond na een gelukte vraag, ook als er geen werk was', async () => {
    const { running: running } = await setupRig(empty, { longPollMs: 300 });
    expect(running.health()).toEqual([{ type: 'proef', lastPoll: null, ok: false }]);
    await tot(() => running.health()[0]!.ok, 'gezond');
    expect(running.health()[0]!.lastPoll).toEqual(new Date('2025-11-03T10:00:00Z'));
  });

  it('pakt het werk weer op als de engine weg was en terugkomt; intussen ongezond', async () => {
    const { gateway, running: running } = await setupRig(empty, { longPollMs: 300, silenceMs: 2_500 });
    await tot(() => running.health()[0]!.ok, 'gezond');
    gateway.stop();
    await tot(() => !running.health()[0]!.ok, 'ongezond');
    tweede = await startFakeGateway(gateway.port);
    tweede.geef('proef');
    // Is de werker net door een nieuwe vervangen, dan geeft de oude terug wat hij nog kreeg, met al zijn pogingen.
    await tot(() => {
      if (tweede!.responses.at(-1)?.kind === 'FailJob') tweede!.forwardToNextRetry();
      return tweede!.responses.some(({ kind }) => kind === 'CompleteJob');
    }, 'de opdracht gedaan bij de tweede');
    for (const { kind, retries } of tweede.responses) if (kind === 'FailJob') expect(retries).toBe(RETRIES);
  });

  it('bestookt een onbereikbare engine niet', async () => {
    const { gateway } = await setupRig(empty, { backoff: { poll: { firstMs: 100, maxMs: 400, jitter: 0.2 } } });
    gateway.stoor('ActivateJobs', ...Array.from({ length: 100 }, () => 14));
    await sleep(1_500);
    expect(gateway.requests.length).toBeGreaterThan(1);
    expect(gateway.requests.length).toBeLessThan(12);
  });

  it('een drukke engine is geen storing: even inhouden, niet seconden lang stilvallen, niets in het log', async () => {
    const { gateway, lines: lines, limiter: limiter } = await setupRig(empty);
    gateway.stoor('ActivateJobs', 8, 8);
    gateway.geef('proef');
    await tot(() => gateway.responses.length > 0, 'antwoord');
    expect(limiter.state().refusals).toBe(2);
    expect(gateway.responses[0]!.op - gateway.requests[0]!.op).toBeLessThan(2_000);
    expect(lines).toEqual([]);
  });

  it('een werker die stilvalt wordt vervangen door een nieuwe', async () => {
    const { gateway, lines: lines } = await setupRig(empty, { longPollMs: 5_000, silenceMs: 1_500 });
    gateway.stoor('ActivateJobs', 'zwijg');
    await tot(() => lines.some((line) => line['message'] === 'de werker is stil; er komt een nieuwe'), 'waakhond');
    gateway.geef('proef');
    await tot(() => gateway.responses.length > 0, 'antwoord van de nieuwe');
    expect(gateway.responses[0]!.kind).toBe('CompleteJob');
  });

  it('een werker die lang bezig is telt niet als stil', async () => {
    const { gateway, lines: lines, running: running } = await setupRig(makeWorker({ handle: () => sleep(4_500) }), { longPollMs: 5_000, silenceMs: 2_500, concurrency: 1 });
    gateway.geef('proef');
    await tot(() => running.health()[0]!.lastPoll !== null, 'poll');
    await sleep(3_000);
    expect(running.health()[0]!.ok).toBe(true);
    expect(lines).toEqual([]);
  });

  it('een vraag die nooit beantwoord wordt telt niet als gelukt: de werker blijft ongezond', async () => {
    const { gateway, running, lines } = await setupRig(empty, { longPollMs: 200, silenceMs: 60_000, answerMs: 200 });
    gateway.stoor('ActivateJobs', ...Array.from({ length: 100 }, () => 'zwijg' as const));
    gateway.stoor('Topology', ...Array.from({ length: 100 }, () => 'zwijg' as const));
    await tot(() => lines.some((line) => line['message'] === 'vragen om werk mislukte'), 'mislukte vraag');
    expect(running.health()).toEqual([{ type: 'proef', lastPoll: null, ok: false }]);
  });

  it('een antwoord dat laat komt is nog steeds een antwoord: de engine is er, en de werker gezond', async () => {
    const { gateway, running, lines } = await setupRig(empty, { longPollMs: 200, silenceMs: 60_000 });
    gateway.stoor('ActivateJobs', ...Array.from({ length: 100 }, () => 'zwijg' as const));
    await tot(() => running.health()[0]!.ok, 'gezond');
    expect(lines).toEqual([]);
  });

  it('een engine die vragen niet openhoudt wordt niet bestookt', async () => {
    const { gateway } = await setupRig(empty, { longPollMs: 1 });
    await tot(() => gateway.requests.length >= 2, 'tweede vraag');
    const [first, count] = [gateway.requests[0]!.op, gateway.requests.length];
    await tot(() => gateway.requests.length >= count + 4, 'nog vier vragen');
    expect((gateway.requests.at(-1)!.op - first) / (gateway.requests.length - 1)).toBeGreaterThan(150);
  });

  it('honderd opdrachten tegelijk: nooit meer in behandeling dan de grens, en alle honderd worden precies één keer gedaan', async () => {
    let now = 0;
    let most = 0;
    const handle = async () => {
      most = Math.max(most, ++now);
      await sleep(5);
      now--;
    };
    const { gateway } = await setupRig(makeWorker({ handle }), { concurrency: 16 });
    const keys = Array.from({ length: 100 }, () => gateway.geef('proef'));
    await tot(() => gateway.responses.length >= 100, 'alle antwoorden');
    expect(gateway.responses.map((a) => a.jobKey).sort()).toEqual(keys.sort());
    expect(most).toBeLessThanOrEqual(16);
    expect(most).toBeGreaterThan(8);
    expect(Math.max(...gateway.requests.map((request) => request.count))).toBe(16);
  });

  it('vraagt meteen om nieuw werk zodra er plaats is, niet pas op de volgende tik', async () => {
    const { gateway } = await setupRig(empty, { concurrency: 4 });
    for (let n = 0; n < 80; n++) gateway.geef('proef');
    await tot(() => gateway.responses.length === 80, 'alles');
    expect(gateway.responses.at(-1)!.op - gateway.responses[0]!.op).toBeLessThan(2_000); // op de tik: 20 keer 300 ms
  });
});
