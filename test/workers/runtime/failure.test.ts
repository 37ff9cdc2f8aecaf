import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { readFileSync } from 'node:fs';
import { RETRIES } from '../../../retry/attempts.ts';
import { machineTime } from '../../../retry/time.ts';
import { decideAnswer } from '../../../workers/runtime/failure.ts';
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
    expect(gateway.responses[0]).toMatchObject({ kind: 'FailJob', retries: 23 });
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
    expect(gateway.responses[0]).toMatchObject({ kind: 'FailJob', retries: 23 });
  });
});

describe('de wachttijd na een fout', () => {
  const job = { key: '1', type: 'proef', elementId: 'KT_01', elementInstanceKey: '2', processInstanceKey: '3', bpmnProcessId: 'p', processVersion: 1, attemptsLeft: RETRIES };
  const bij = (attemptsLeft: number, random = 0.5, error: unknown = new TransientError('x')) => decideAnswer(error, { ...job, attemptsLeft }, { random: () => random });

  it('rekent met evenveel pogingen als de modellen geven', () => {
    const model = readFileSync(new URL('../../../bpmn/taakherinneringen.bpmn', import.meta.url), 'utf8');
    expect(/type="taken-herinneren" retries="(\d+)"/.exec(model)?.[1]).toBe(String(RETRIES));
  });
  it('groeit per poging en blijft dan op tien minuten staan', () => {
    expect([24, 23, 22, 18, 17, 2].map((over) => bij(over))).toMatchObject([10_000, 20_000, 40_000, 600_000, 600_000, 600_000].map((waitMs) => ({ waitMs })));
  });
  it('heeft toeval, zodat opdrachten die samen misgingen niet samen terugkomen', () => {
    expect([bij(24, 0), bij(24, 1)]).toMatchObject([{ waitMs: 8_000 }, { waitMs: 12_000 }]);
  });
  it('is er niet meer bij de laatste poging: dan wordt het een incident', () => {
    expect(bij(1)).toMatchObject({ attempts: 0, waitMs: 0 });
  });
  it('een job van een ouder model, met drie pogingen, wacht meteen het langst: twee keer tien minuten en dan een incident', () => {
    expect([3, 2, 1].map((over) => bij(over))).toMatchObject([{ attempts: 2, waitMs: 600_000 }, { attempts: 1, waitMs: 600_000 }, { attempts: 0 }]);
  });
  it('een onbekende fout is na vijf pogingen in tien minuten een incident met de zin voor de beheerder', () => {
    const answers = [24, 23, 22, 21, 20].map((over) => bij(over, 0.5, new TypeError('stuk')));
    expect(answers).toMatchObject([{ attempts: 23, waitMs: 40_000 }, { attempts: 22, waitMs: 80_000 }, { attempts: 21, waitMs: 160_000 }, { attempts: 20, waitMs: 320_000 }, { attempts: 0 }]);
    expect(answers[4]).toMatchObject({ message: 'Onverwachte fout in de werker proef. Zoek in het technische log op opdracht 1.' });
  });
  it.each([['ECONNREFUSED'], ['57P01'], [14]])('de fout %s van het register of de engine is een storing, en de boodschap noemt alleen de code', (code) => {
    const answer = bij(20, 0.5, Object.assign(new Error('Key (naam)=(Fatima)'), { code }));
    expect(answer).toMatchObject({ attempts: 19, waitMs: 160_000, message: `De werker proef krijgt geen verbinding (${code}). De opdracht komt vanzelf terug.` });
  });
});

describe('een storing van twee uur', () => {
  const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const shortest = { time: { ...machineTime, random: () => 0 } };

  it('het register is twee uur weg: geen enkele job raakt zijn pogingen kwijt, en daarna gaan ze allemaal door', async () => {
    let isAway = (): boolean => true;
    const { gateway } = await setupRig(makeWorker({ handle: () => (isAway() ? Promise.reject(away) : Promise.resolve()) }), shortest);
    isAway = () => gateway.clock() < 2 * 3_600_000;
    for (let n = 0; n < 3; n++) gateway.geef('proef', { retries: RETRIES });
    for (let answered = 3; isAway(); answered += 3) {
      await tot(() => gateway.responses.length === answered, `antwoord ${answered}`);
      gateway.forwardToNextRetry();
    }
    await tot(() => gateway.responses.filter((a) => a.kind === 'CompleteJob').length === 3, 'alle drie voltooid');
    expect(gateway.responses.filter((a) => a.retries === 0 && a.kind === 'FailJob')).toEqual([]);
  });

  it('een fout in het programma blijft geen twee uur liggen: na vijf pogingen een incident', async () => {
    const { gateway } = await setupRig(gooi(new TypeError('x is not a function')), shortest);
    gateway.geef('proef', { retries: RETRIES });
    for (let answered = 1; answered <= 5; answered++) {
      await tot(() => gateway.responses.length === answered, `antwoord ${answered}`);
      gateway.forwardToNextRetry();
    }
    expect(gateway.responses.map((a) => a.retries)).toEqual([23, 22, 21, 20, 0]);
    expect(gateway.clock()).toBeLessThan(11 * 60_000);
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
    const response = decideAnswer(new ContractError('x'), { attemptsLeft: 3 } as never, { random: () => 0 });
    expect(response).toMatchObject({ kind: 'failed', attempts: 0 });
  });
});
