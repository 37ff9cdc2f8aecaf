import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { decideAnswer, DEFAULT_WAITS_MS } from '../../../workers/runtime/failure.ts';
import { BusinessError, ContractError, PermanentError, TransientError } from '../../../domein/errors.ts';
import { setupRig, tot, makeWorker } from './rig.ts';

const gooi = (error: unknown) => makeWorker({ handle: () => Promise.reject(error) });

describe('wat de engine hoort als een werker een fout gooit', () => {
  it('een bedrijfsfout wordt een BPMN-fout met haar variabelen', async () => {
    const { gateway } = await setupRig(gooi(new BusinessError('ONVOLDOENDE_GEGEVENS', 'Er ontbreekt iets.', { validatieFouten: ['Vul de datum in.'] })));
    gateway.geef('proef');
    await tot(() => gateway.responses.length > 0, 'antwoord');
    expect(gateway.responses[0]).toMatchObject({ kind: 'ThrowError', errorCode: 'ONVOLDOENDE_GEGEVENS', variables: '{"validatieFouten":["Vul de datum in."]}' });
  });

  it('een tijdelijke fout gaat terug met één poging minder en een wachttijd, nooit zonder pogingen', async () => {
    const { gateway } = await setupRig(gooi(new TransientError('De mailserver antwoordt niet.')));
    gateway.geef('proef', { retries: 3 });
    await tot(() => gateway.responses.length > 0, 'antwoord');
    const response = gateway.responses[0]!;
    expect(response).toMatchObject({ kind: 'FailJob', retries: 2, errorMessage: 'De mailserver antwoordt niet.' });
    expect(Number(response.retryBackOff)).toBeGreaterThanOrEqual(8_000);
  });

  it('een permanente fout wordt meteen een incident', async () => {
    const { gateway } = await setupRig(gooi(new PermanentError('De kalender van 2031 ontbreekt.')));
    gateway.geef('proef', { retries: 3 });
    await tot(() => gateway.responses.length > 0, 'antwoord');
    expect(gateway.responses[0]).toMatchObject({ kind: 'FailJob', retries: 0, errorMessage: 'De kalender van 2031 ontbreekt.' });
  });

  it('een onbekende fout lekt haar boodschap niet, niet naar de engine en niet naar het log', async () => {
    const { gateway, lines: lines } = await setupRig(gooi(Object.assign(new TypeError('Key (naam)=(Fatima Jansen) already exists'), { code: '23505' })));
    const key = gateway.geef('proef');
    await tot(() => gateway.responses.length > 0, 'antwoord');
    expect(gateway.responses[0]).toMatchObject({ kind: 'FailJob', retries: 2 });
    expect(gateway.responses[0]!.errorMessage).toContain(key);
    expect(gateway.responses[0]!.errorMessage).not.toContain('Fatima');
    expect(lines.map((line) => line['message'])).toContain('opdracht mislukt');
  });

  it('iets gooien dat geen Error is kost geen plaats: de volgende opdracht loopt gewoon', async () => {
    let keer = 0;
    const { gateway } = await setupRig(makeWorker({ handle: () => (keer++ === 0 ? Promise.reject('zomaar tekst') : Promise.resolve()) }), { concurrency: 1 });
    gateway.geef('proef');
    gateway.geef('proef');
    await tot(() => gateway.responses.length === 2, 'twee antwoorden');
    expect(gateway.responses.map((a) => a.kind)).toEqual(['FailJob', 'CompleteJob']);
  });

  it('een werker die direct gooit in plaats van een belofte te geven wordt net zo behandeld', async () => {
    const { gateway } = await setupRig(makeWorker({ handle: () => { throw new TransientError('Nu even niet.'); } }), { concurrency: 1 });
    gateway.geef('proef');
    await tot(() => gateway.responses.length > 0, 'antwoord');
    expect(gateway.responses[0]).toMatchObject({ kind: 'FailJob', retries: 2 });
  });
});

describe('de wachttijd na een fout', () => {
  const job = { key: '1', type: 'proef', elementId: 'KT_01', elementInstanceKey: '2', processInstanceKey: '3', bpmnProcessId: 'p', attemptsLeft: 3 };
  const bij = (attemptsLeft: number, random: number) =>
    decideAnswer(new TransientError('x'), { ...job, attemptsLeft }, { waitsMs: DEFAULT_WAITS_MS, attemptsInModel: 5, random: () => random });

  it('groeit per poging en blijft dan staan', () => {
    expect([5, 4, 3, 2].map((over) => bij(over, 0.5))).toMatchObject([{ waitMs: 10_000 }, { waitMs: 60_000 }, { waitMs: 300_000 }, { waitMs: 300_000 }]);
  });
  it('heeft toeval, zodat opdrachten die samen misgingen niet samen terugkomen', () => {
    expect([bij(5, 0), bij(5, 1)]).toMatchObject([{ waitMs: 8_000 }, { waitMs: 12_000 }]);
  });
  it('is er niet meer bij de laatste poging: dan wordt het een incident', () => {
    expect(bij(1, 0.5)).toMatchObject({ attempts: 0, waitMs: 0 });
  });
});

describe('wat niet bij het contract past', () => {
  const streng = makeWorker({ input: z.object({ casusId: z.string(), stand: z.object({ peildatum: z.string() }) }), headers: z.object({ route: z.string() }), handle: async () => undefined } as never);

  it('noemt de velden in het Nederlands, zonder waarden, en is meteen een incident', async () => {
    const { gateway } = await setupRig(streng);
    gateway.geef('proef', { variables: '{"casusId":12,"stand":{}}', customHeaders: '{"route":"kernteam"}' });
    await tot(() => gateway.responses.length > 0, 'antwoord');
    expect(gateway.responses[0]).toMatchObject({ kind: 'FailJob', retries: 0, errorMessage: 'Het veld "casusId" moet tekst zijn. Het veld "stand.peildatum" ontbreekt.' });
  });
  it('noemt een ontbrekende kop', async () => {
    const { gateway } = await setupRig(streng);
    gateway.geef('proef');
    await tot(() => gateway.responses.length > 0, 'antwoord');
    expect(gateway.responses[0]!.errorMessage).toBe('De kop "route" ontbreekt.');
  });
  it('een te groot getal wordt een incident, lekt geen plaats en schrijft niets naar de console', async () => {
    const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { gateway } = await setupRig(makeWorker({ handle: async () => undefined }), { concurrency: 1 });
    gateway.geef('proef', { variables: '{"sleutel":9007199254740993,"naam":"Fatima"}' });
    gateway.geef('proef');
    await tot(() => gateway.responses.length === 2, 'twee antwoorden');
    expect(gateway.responses[0]).toMatchObject({ kind: 'FailJob', retries: 0, errorMessage: 'Het veld "sleutel" is een te groot getal; geef het in het model mee als tekst.' });
    expect(gateway.responses[1]!.kind).toBe('CompleteJob');
    expect(console_).not.toHaveBeenCalled();
    console_.mockRestore();
  });
  it.each([
    ['een Date', { op: new Date() }, 'De uitkomst "op" is een Date; geef tekst of een lijst terug.'],
    ['een Map diep', { a: { b: new Map() } }, 'De uitkomst "a.b" is een Map; geef tekst of een lijst terug.'],
    ['een te groot getal', { sleutel: 2 ** 60 }, 'De uitkomst "sleutel" is een getal dat de engine niet kan bewaren.'],
    ['een lijst', [1], 'De werker gaf geen object terug.'],
  ])('%s als uitkomst gaat niet naar de engine', async (_, output, message) => {
    const { gateway } = await setupRig(makeWorker({ handle: () => Promise.resolve(output as never) }));
    gateway.geef('proef');
    await tot(() => gateway.responses.length > 0, 'antwoord');
    expect(gateway.responses[0]).toMatchObject({ kind: 'FailJob', retries: 0, errorMessage: message });
  });
  it('een ContractFout uit de werker zelf is ook een incident', () => {
    const response = decideAnswer(new ContractError('x'), { attemptsLeft: 3 } as never, { waitsMs: [1], attemptsInModel: 3, random: () => 0 });
    expect(response).toMatchObject({ kind: 'failed', attempts: 0 });
  });
});
