import { describe, expect, it, test } from 'vitest';
import { formulierfouten } from '../../../domein/regels/formuliereisen.ts';
import { REGELS } from '../../../domein/regels/controleer.ts';
import type { Eisveld } from '../../../domein/invoer/veldeisen.ts';
import { leesVelden } from '../../../domein/logboek/formulier.ts';
import { kiesVelden } from '../../../domein/logboek/regels.ts';
import { GEWOON } from '../../../scripts/demo/answers.ts';
import { readSteps } from '../../../scripts/demo/models.ts';
import { LOPEND } from '../../../scripts/demo/running.ts';
import { AFGEROND } from '../../../scripts/demo/scenarios.ts';
import { example, formulier, NAMEN, opschrift, plat } from '../../formulieren/helpers/forms.ts';
import { EXTRA, leeg } from '../../formulieren/helpers/prefilled.ts';
import { submit, VIEWERS } from '../../formulieren/helpers/viewers.ts';

/** Wat de controle zegt van deze antwoorden, zoals het logboek ze bewaart. */
const fouten = (naam: string, antwoorden: Record<string, unknown>, omgeving: Record<string, unknown> = {}): string[] => {
  const schema = formulier(naam);
  return formulierfouten(schema.components as unknown as readonly Eisveld[], kiesVelden(leesVelden(schema), antwoorden), omgeving);
};
const zonder = (naam: string, ...weg: string[]): Record<string, unknown> => Object.fromEntries(Object.entries(example(naam)).filter(([sleutel]) => !weg.includes(sleutel)));
const met = (naam: string, anders: Record<string, unknown>): string[] => fouten(naam, { ...example(naam), ...anders });

const RIJ = { datum: '2025-09-11', dagdelen: '1', uren: 2.5, soort: 'ZIEKTE' };

describe('wat een formulier eist, eist de controle ook', () => {
  test.each<[string, string[], string[]]>([
    ['een verplichte datum', fouten('gesprek-ouders', zonder('gesprek-ouders', 'gesprekDatum')), ['Datum van het gesprek: geef een bestaande datum als dag-maand-jaar, bijvoorbeeld 05-09-2025.']],
    ['een verplichte tekst', fouten('gesprek-ouders', zonder('gesprek-ouders', 'oorzaken')), ['Mogelijke oorzaken: vul dit in, 20 tot 2000 tekens.']],
    ['een te korte tekst', met('gesprek-ouders', { oorzaken: 'kort' }), ['Mogelijke oorzaken: vul dit in, 20 tot 2000 tekens.']],
    ['een te lange tekst', met('gesprek-ouders', { afspraken: 'a'.repeat(2001) }), ['Afspraken: vul dit in, 10 tot 2000 tekens.']],
    ['een verplichte keuze', fouten('gesprek-ouders', zonder('gesprek-ouders', 'smwGevraagd')), ['Is schoolmaatschappelijk werk gevraagd: kies een antwoord.']],
    ['een keuze die niet bestaat', met('gesprek-ouders', { smwGevraagd: 'misschien' }), ['Is schoolmaatschappelijk werk gevraagd: kies een antwoord.']],
    ['een lege lijst met vinkjes', met('gesprek-ouders', { aanwezigen: [] }), ['Aanwezig: kies minstens één antwoord.']],
    ['een vinkje dat niet bestaat', met('gesprek-ouders', { aanwezigen: ['ouder1', 'buurman'] }), ['Aanwezig: kies minstens één antwoord.']],
    ['een verplicht vinkje', met('afsluitnotitie', { bewaartermijnAkkoord: false }), [expect.stringMatching(/: zet hier een vinkje\.$/) as unknown as string]],
    ['een getal buiten de grenzen', fouten('duo-verzuimmelding', { ...example('duo-verzuimmelding'), aantalTeLaat: 999 }, { verzuimBekend: false }), [expect.stringMatching(/: geef een heel getal van 0 tot en met \d+\.$/) as unknown as string]],
    ['een getal tussen de stappen', met('gesprek-ouders', { urenBesteed: 1.1 }), ['Bestede uren: geef een getal van 0 tot en met 24, in stappen van 0,25, of laat dit leeg.']],
    ['een datum die geen datum is', met('gesprek-ouders', { gesprekDatum: 'morgen' }), ['Datum van het gesprek: geef een bestaande datum als dag-maand-jaar, bijvoorbeeld 05-09-2025.']],
    ['een e-mailadres', met('aanwijzing-regisseur-bestuur', { regisseurEmail: 'niemand' }), [expect.stringMatching(/één e-mailadres met gewone letters, bijvoorbeeld naam@school\.nl\.$/) as unknown as string]],
    ['een veld dat na een antwoord verplicht is', met('gesprek-ouders', { verzuimGestopt: 'ja', datumVolledigTerug: null }), ['Volledig terug sinds: geef een bestaande datum als dag-maand-jaar, bijvoorbeeld 05-09-2025.']],
    ['een rij, met haar nummer', met('verzuimstand', { regels: [RIJ, { ...RIJ, uren: 9, soort: null }], aantalRegels: 2 }), ['Verzuim per dag, rij 2, Gemiste lesuren: geef een getal van 0 tot en met 8, in stappen van 0,25.', 'Verzuim per dag, rij 2, Soort verzuim: kies een antwoord.']],
  ])('%s', (_wat, gezegd, verwacht) => {
    expect(gezegd).toEqual(verwacht);
  });

  it('een veld dat na dit antwoord niet gevraagd wordt, mag leeg zijn', () => {
    expect(met('gesprek-ouders', { verzuimGestopt: 'nee', datumVolledigTerug: null })).toEqual([]);
    expect(met('brug-keuze', { gekozenOptie: 'geen', startwens: null, contactpersoonSchool: null })).toEqual([]);
  });

  it('hangt een veld af van wat alleen de casus weet, dan telt dat mee; is dat onbekend, dan mag het leeg zijn', () => {
    const antwoorden = { ...example('regie-afstemming'), leerplichtIngelicht: true, leerplichtDatum: null };
    expect(fouten('regie-afstemming', antwoorden, { leerplichtig: true })).toHaveLength(1);
    expect(fouten('regie-afstemming', antwoorden, { leerplichtig: false })).toEqual([]);
    expect(fouten('regie-afstemming', antwoorden)).toEqual([]);
  });

  it('keuzes die het model aanlevert, een datum met een tijd en een getal als tekst zijn goed', () => {
    expect(met('brug-keuze', { gekozenOptie: 'iets-nieuws' })).toEqual([]);
    expect(met('gesprek-ouders', { gesprekDatum: '2025-09-09T00:00:00.000+02:00', urenBesteed: '1.5' })).toEqual([]);
  });

  it('een groep die verborgen is vraagt niets', () => {
    const groep: Eisveld = { type: 'group', conditional: { hide: '=kies != "ja"' }, components: [{ type: 'textfield', key: 'naam', label: 'Naam', validate: { required: true } }] };
    const kies: Eisveld = { type: 'radio', key: 'kies', label: 'Kies' };
    expect(formulierfouten([kies, groep], { kies: 'nee' }, {})).toEqual([]);
    expect(formulierfouten([kies, groep], { kies: 'ja' }, {})).toEqual(['Naam: vul dit in.']);
    expect(formulierfouten([{ ...groep, conditional: { hide: '=kapot(' } }], {}, {})).toEqual([]);
  });
});

describe('een goed ingevuld formulier komt nooit terug', () => {
  it.each(NAMEN)('%s: het voorbeeld', (naam) => {
    expect(fouten(naam, example(naam), EXTRA[naam])).toEqual([]);
  });

  const DAG = '2025-10-06';
  const vraag = (naam: string, stap: string) => ({
    kind: { regisseurSwv: { naam: 'R. Egie', email: 'r@swv.example', gebruiker: 'regie' }, school: { naam: 'De Brug', regisseurBestuur: 'B. Estuur', bestuurDomein: 'bestuur.example' }, gemeente: 'Sliedrecht' },
    vandaag: DAG, stap, keer: 1, schooldag: () => '2025-10-13', dag: () => '2025-11-03', vooringevuld: (veld: string) => example(naam)[veld], verzuimVanDeWeek: () => [{ datum: DAG, dagdelen: 2, uren: 5, soort: 'ZIEKTE' }, { datum: '2025-10-07', dagdelen: 1, uren: 2.5, soort: 'ZIEKTE' }],
    kies: <T>(uit: readonly T[]): T => uit[0] as T,
  });
  /** Samengevoegd zoals de demo dat doet; `undefined` laat een veld weg. */
  const antwoord = (naam: string, stap: string, eigen: Record<string, unknown> = {}) => kaal({ ...example(naam), ...GEWOON[naam]!(vraag(naam, stap) as never), ...eigen });
  const kaal = (waarden: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(waarden).filter(([, waarde]) => waarde !== undefined));

  it.each(Object.keys(GEWOON))('%s: wat de demo invult', (naam) => {
    for (const stap of ['', 'BS-hand', 'DZ-besluit']) expect(fouten(naam, antwoord(naam, stap), EXTRA[naam])).toEqual([]);
  });

  it('wat de demo in een scenario anders invult', async () => {
    const formulieren = new Map([...(await readSteps()).values()].map(({ stap, formulier: naam }) => [stap, naam]));
    const gekeken = new Set<string>();
    for (const scenario of [...AFGEROND, ...LOPEND]) {
      for (const [stap, anders] of Object.entries(scenario.antwoorden ?? {})) {
        const naam = formulieren.get(stap) ?? '';
        if (!(naam in REGELS)) continue;
        gekeken.add(naam);
        for (const keer of [1, 2, 3]) expect(fouten(naam, antwoord(naam, stap, anders({ ...vraag(naam, stap), keer } as never)), EXTRA[naam]), `${scenario.naam} ${stap}`).toEqual([]);
      }
    }
    expect(gekeken.size).toBeGreaterThan(5);
  });
});

// Elk veld dat het formulier leeg of goed vindt, vindt de controle dat ook: gelijk met wat form-js zelf zegt.
it.each(Object.keys(REGELS).filter((naam) => NAMEN.includes(naam)))('%s: leeg ingestuurd noemt de controle precies de velden die form-js afkeurt', async (naam) => {
  const schema = formulier(naam);
  const { fouten: afgekeurd } = await submit(VIEWERS['viewer van 8.9']!, schema, leeg(naam));
  // De rij die form-js zelf klaarzet telt niet: zonder rij is er niets in te vullen.
  const inRij = plat(schema.components).filter(({ type }) => type === 'dynamiclist').flatMap((lijst) => lijst.components ?? []);
  const namen = plat(schema.components).filter((veld) => veld.id in afgekeurd && !inRij.includes(veld)).map((veld) => opschrift(veld).trim().replace(/[?:]$/, ''));
  expect(fouten(naam, {}, { leerplichtig: true, route: 'kernteam', verzuimBekend: false })).toEqual(namen.map((veld) => expect.stringContaining(`${veld}: `) as unknown as string));
});

test('errata F-23: "besproken" mag nee zijn, want overleg met het kernteam of de contactpersoon kan (r. 201), het hoeft niet', () => {
  expect(fouten('brug-verkenning', { ...example('brug-verkenning'), besprokenMetKernteamOfContactpersoon: false })).toEqual([]);
});
