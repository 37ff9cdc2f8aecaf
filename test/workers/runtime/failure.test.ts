import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { bepaalAntwoord, STANDAARD_WACHTTIJDEN_MS } from '../../../workers/runtime/failure.ts';
import { BedrijfsFout, ContractFout, PermanenteFout, TijdelijkeFout } from '../../../domein/errors.ts';
import { opstelling, tot, werker } from './rig.ts';

const gooi = (fout: unknown) => werker({ voerUit: () => Promise.reject(fout) });

describe('wat de engine hoort als een werker een fout gooit', () => {
  it('een bedrijfsfout wordt een BPMN-fout met haar variabelen', async () => {
    const { gateway } = await opstelling(gooi(new BedrijfsFout('ONVOLDOENDE_GEGEVENS', 'Er ontbreekt iets.', { validatieFouten: ['Vul de datum in.'] })));
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length > 0, 'antwoord');
    expect(gateway.antwoorden[0]).toMatchObject({ soort: 'ThrowError', errorCode: 'ONVOLDOENDE_GEGEVENS', variables: '{"validatieFouten":["Vul de datum in."]}' });
  });

  it('een tijdelijke fout gaat terug met één poging minder en een wachttijd, nooit zonder pogingen', async () => {
    const { gateway } = await opstelling(gooi(new TijdelijkeFout('De mailserver antwoordt niet.')));
    gateway.geef('proef', { retries: 3 });
    await tot(() => gateway.antwoorden.length > 0, 'antwoord');
    const antwoord = gateway.antwoorden[0]!;
    expect(antwoord).toMatchObject({ soort: 'FailJob', retries: 2, errorMessage: 'De mailserver antwoordt niet.' });
    expect(Number(antwoord.retryBackOff)).toBeGreaterThanOrEqual(8_000);
  });

  it('een permanente fout wordt meteen een incident', async () => {
    const { gateway } = await opstelling(gooi(new PermanenteFout('De kalender van 2031 ontbreekt.')));
    gateway.geef('proef', { retries: 3 });
    await tot(() => gateway.antwoorden.length > 0, 'antwoord');
    expect(gateway.antwoorden[0]).toMatchObject({ soort: 'FailJob', retries: 0, errorMessage: 'De kalender van 2031 ontbreekt.' });
  });

  it('een onbekende fout lekt haar boodschap niet, niet naar de engine en niet naar het log', async () => {
    const { gateway, regels } = await opstelling(gooi(Object.assign(new TypeError('Key (naam)=(Fatima Jansen) already exists'), { code: '23505' })));
    const sleutel = gateway.geef('proef');
    await tot(() => gateway.antwoorden.length > 0, 'antwoord');
    expect(gateway.antwoorden[0]).toMatchObject({ soort: 'FailJob', retries: 2 });
    expect(gateway.antwoorden[0]!.errorMessage).toContain(sleutel);
    expect(gateway.antwoorden[0]!.errorMessage).not.toContain('Fatima');
    expect(regels.map((regel) => regel['boodschap'])).toContain('opdracht mislukt');
  });

  it('iets gooien dat geen Error is kost geen plaats: de volgende opdracht loopt gewoon', async () => {
    let keer = 0;
    const { gateway } = await opstelling(werker({ voerUit: () => (keer++ === 0 ? Promise.reject('zomaar tekst') : Promise.resolve()) }), { tegelijk: 1 });
    gateway.geef('proef');
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length === 2, 'twee antwoorden');
    expect(gateway.antwoorden.map((a) => a.soort)).toEqual(['FailJob', 'CompleteJob']);
  });

  it('een werker die direct gooit in plaats van een belofte te geven wordt net zo behandeld', async () => {
    const { gateway } = await opstelling(werker({ voerUit: () => { throw new TijdelijkeFout('Nu even niet.'); } }), { tegelijk: 1 });
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length > 0, 'antwoord');
    expect(gateway.antwoorden[0]).toMatchObject({ soort: 'FailJob', retries: 2 });
  });
});

describe('de wachttijd na een fout', () => {
  const opdracht = { sleutel: '1', type: 'proef', elementId: 'KT_01', elementInstanceKey: '2', processInstanceKey: '3', bpmnProcessId: 'p', pogingenOver: 3 };
  const bij = (pogingenOver: number, toeval: number) =>
    bepaalAntwoord(new TijdelijkeFout('x'), { ...opdracht, pogingenOver }, { wachttijdenMs: STANDAARD_WACHTTIJDEN_MS, pogingenInModel: 5, toeval: () => toeval });

  it('groeit per poging en blijft dan staan', () => {
    expect([5, 4, 3, 2].map((over) => bij(over, 0.5))).toMatchObject([{ wachtMs: 10_000 }, { wachtMs: 60_000 }, { wachtMs: 300_000 }, { wachtMs: 300_000 }]);
  });
  it('heeft toeval, zodat opdrachten die samen misgingen niet samen terugkomen', () => {
    expect([bij(5, 0), bij(5, 1)]).toMatchObject([{ wachtMs: 8_000 }, { wachtMs: 12_000 }]);
  });
  it('is er niet meer bij de laatste poging: dan wordt het een incident', () => {
    expect(bij(1, 0.5)).toMatchObject({ pogingen: 0, wachtMs: 0 });
  });
});

describe('wat niet bij het contract past', () => {
  const streng = werker({ invoer: z.object({ casusId: z.string(), stand: z.object({ peildatum: z.string() }) }), koppen: z.object({ route: z.string() }), voerUit: async () => undefined } as never);

  it('noemt de velden in het Nederlands, zonder waarden, en is meteen een incident', async () => {
    const { gateway } = await opstelling(streng);
    gateway.geef('proef', { variables: '{"casusId":12,"stand":{}}', customHeaders: '{"route":"kernteam"}' });
    await tot(() => gateway.antwoorden.length > 0, 'antwoord');
    expect(gateway.antwoorden[0]).toMatchObject({ soort: 'FailJob', retries: 0, errorMessage: 'Het veld "casusId" moet tekst zijn. Het veld "stand.peildatum" ontbreekt.' });
  });
  it('noemt een ontbrekende kop', async () => {
    const { gateway } = await opstelling(streng);
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length > 0, 'antwoord');
    expect(gateway.antwoorden[0]!.errorMessage).toBe('De kop "route" ontbreekt.');
  });
  it('een te groot getal wordt een incident, lekt geen plaats en schrijft niets naar de console', async () => {
    const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { gateway } = await opstelling(werker({ voerUit: async () => undefined }), { tegelijk: 1 });
    gateway.geef('proef', { variables: '{"sleutel":9007199254740993,"naam":"Fatima"}' });
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length === 2, 'twee antwoorden');
    expect(gateway.antwoorden[0]).toMatchObject({ soort: 'FailJob', retries: 0, errorMessage: 'Het veld "sleutel" is een te groot getal; geef het in het model mee als tekst.' });
    expect(gateway.antwoorden[1]!.soort).toBe('CompleteJob');
    expect(console_).not.toHaveBeenCalled();
    console_.mockRestore();
  });
  it.each([
    ['een Date', { op: new Date() }, 'De uitkomst "op" is een Date; geef tekst of een lijst terug.'],
    ['een Map diep', { a: { b: new Map() } }, 'De uitkomst "a.b" is een Map; geef tekst of een lijst terug.'],
    ['een te groot getal', { sleutel: 2 ** 60 }, 'De uitkomst "sleutel" is een getal dat de engine niet kan bewaren.'],
    ['een lijst', [1], 'De werker gaf geen object terug.'],
  ])('%s als uitkomst gaat niet naar de engine', async (_, uitvoer, boodschap) => {
    const { gateway } = await opstelling(werker({ voerUit: () => Promise.resolve(uitvoer as never) }));
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length > 0, 'antwoord');
    expect(gateway.antwoorden[0]).toMatchObject({ soort: 'FailJob', retries: 0, errorMessage: boodschap });
  });
  it('een ContractFout uit de werker zelf is ook een incident', () => {
    const antwoord = bepaalAntwoord(new ContractFout('x'), { pogingenOver: 3 } as never, { wachttijdenMs: [1], pogingenInModel: 3, toeval: () => 0 });
    expect(antwoord).toMatchObject({ soort: 'mislukt', pogingen: 0 });
  });
});
