import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { setupRig, sleep, tot, makeWorker } from './rig.ts';

const empty = makeWorker({ handle: async () => undefined });

describe('het antwoord aan de engine', () => {
  it('voltooit met de uitkomst; koppen en variabelen komen gekeurd binnen en alleen het gevraagde wordt opgehaald', async () => {
    const een = makeWorker({
      fetch: ['casusId'], input: z.object({ casusId: z.string() }), headers: z.object({ route: z.string() }),
      handle: async (input: { casusId: string }, headers: { route: string }, job: { elementId: string }) => ({ uit: `${input.casusId} ${headers.route} ${job.elementId}` }),
    } as never);
    const { gateway } = await setupRig(een);
    const key = gateway.geef('proef', { variables: '{"casusId":"c1"}', customHeaders: '{"route":"kernteam"}' });
    await tot(() => gateway.responses.length > 0, 'antwoord');
    expect(gateway.responses[0]).toMatchObject({ kind: 'CompleteJob', jobKey: key, variables: '{"uit":"c1 kernteam KT_01"}' });
    expect(gateway.requests[0]!.fetch).toEqual(['casusId']);
  });

  it('een werker die niets teruggeeft en niets bevestigt voltooit toch: de schil antwoordt altijd', async () => {
    const { gateway } = await setupRig(empty);
    gateway.geef('proef');
    await tot(() => gateway.responses.length > 0, 'antwoord');
    expect(gateway.responses[0]).toMatchObject({ kind: 'CompleteJob', variables: '{}' });
  });

  it('een werker die nooit klaar is wordt na zijn tijd gemeld en houdt geen plaats bezet', async () => {
    let keer = 0;
    const een = makeWorker({ lockMs: 400, handle: () => (keer++ === 0 ? new Promise<never>(() => undefined) : Promise.resolve()) });
    const { gateway } = await setupRig(een, { concurrency: 1 });
    gateway.geef('proef');
    gateway.geef('proef');
    await tot(() => gateway.responses.length === 2, 'twee antwoorden');
    expect(gateway.responses.map((a) => a.kind)).toEqual(['FailJob', 'CompleteJob']);
    expect(gateway.responses[0]).toMatchObject({ retries: 23 });
  });

  it.each([['te druk', 8], ['onbereikbaar', 14], ['te laat', 4], ['afgebroken', 1], ['een fout in de engine', 13], ['iets onbekends', 2], ['niet aangemeld', 16]])('voltooien dat %s krijgt wordt herhaald en de opdracht mislukt niet', async (_, code) => {
    const { gateway } = await setupRig(empty);
    gateway.stoor('CompleteJob', code, code);
    gateway.geef('proef');
    await tot(() => gateway.responses.length === 3, 'derde poging');
    await sleep(100);
    expect(gateway.responses.map((a) => a.kind)).toEqual(['CompleteJob', 'CompleteJob', 'CompleteJob']);
  });

  it('voltooien zonder antwoord wordt herhaald', async () => {
    const { gateway } = await setupRig(empty, { answerMs: 200 });
    gateway.stoor('CompleteJob', 'zwijg');
    gateway.geef('proef');
    await tot(() => gateway.responses.length === 2, 'tweede poging');
    expect(gateway.responses.map((a) => a.kind)).toEqual(['CompleteJob', 'CompleteJob']);
  });

  it('een engine die bij het voltooien wegblijft: de job wordt nooit mislukt gemeld, en komt na de vergrendeling terug', async () => {
    const { gateway, lines } = await setupRig(makeWorker({ lockMs: 1_000, handle: async () => undefined }));
    gateway.stoor('CompleteJob', ...Array.from({ length: 50 }, () => 14));
    gateway.geef('proef');
    await tot(() => lines.some((line) => line['afloop'] === 'opgegeven'), 'opgegeven');
    expect(new Set(gateway.responses.map((a) => a.kind))).toEqual(new Set(['CompleteJob']));
  });

  it('NOT_FOUND bij voltooien betekent dat een ander het deed: geen herhaling, geen fout', async () => {
    const { gateway, lines: lines } = await setupRig(empty);
    gateway.stoor('CompleteJob', 5);
    gateway.geef('proef');
    await tot(() => gateway.responses.length > 0, 'antwoord');
    await sleep(300);
    expect(gateway.responses).toHaveLength(1);
    expect(lines.filter((line) => line['level'] === 'error')).toEqual([]);
  });

  it('een uitkomst die de engine weigert wordt een incident en niet eeuwig herhaald', async () => {
    const { gateway } = await setupRig(empty);
    gateway.stoor('CompleteJob', 3);
    gateway.geef('proef');
    await tot(() => gateway.responses.length === 2, 'incident');
    expect(gateway.responses[1]).toMatchObject({ kind: 'FailJob', retries: 0, errorMessage: 'De engine kan de uitkomst van deze stap niet opslaan.' });
  });

  it('ook het melden van een fout wordt herhaald als de engine het te druk heeft', async () => {
    const { gateway } = await setupRig(makeWorker({ handle: () => Promise.reject(new Error('x')) }));
    gateway.stoor('FailJob', 8);
    gateway.geef('proef');
    await tot(() => gateway.responses.length === 2, 'tweede poging');
    expect(gateway.responses.map((a) => [a.kind, a.retries])).toEqual([['FailJob', 23], ['FailJob', 23]]);
  });
});
