import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { STARTVELDEN, keurStartVerzuimroute } from '../../../domein/aanmelding/start-verzuimroute.ts';
import { aanduiding } from '../../../domein/casus/variabelen.ts';
import { makeFormulierlezer } from '../../../domein/logboek/formulier.ts';
import { aanmelding } from '../../helpers/aanmelding.ts';

const VANDAAG = '2025-09-08';
const fouten = (anders: Record<string, unknown>): string[] => {
  const uitkomst = keurStartVerzuimroute(aanmelding(anders), VANDAAG);
  return uitkomst.goed ? [] : uitkomst.fouten;
};

interface Deel { key?: string; type: string; label?: string; dateLabel?: string; path?: string; validate?: { maxLength?: number; minLength?: number; required?: boolean }; values?: { value: string }[]; components?: Deel[] }
const plat = (delen: readonly Deel[]): Deel[] => delen.flatMap((deel) => (deel.type === 'dynamiclist' ? [] : [deel, ...plat(deel.components ?? [])]));
const velden = plat((JSON.parse(readFileSync(new URL('../../../forms/start-verzuimroute.form', import.meta.url), 'utf8')) as { components: Deel[] }).components).filter((deel) => deel.key && deel.type !== 'expression');
const sleutel = (veld: Deel): string => veld.key!.replace(/Getypt$/, '');
const label = (veld: Deel): string => (veld.label || veld.dateLabel || '').trim().replace(/[?:]+$/, '');

describe('wat het formulier eist, eist de controle ook, met hetzelfde getal en dezelfde naam', () => {
  test.each(velden.filter((v) => v.validate?.maxLength).map((v) => [label(v), v] as const))('%s: hoogstens zoveel tekens', (_naam, veld) => {
    const lang = (n: number): Record<string, unknown> => ({ [sleutel(veld)]: 'a'.repeat(n) });
    expect(fouten(lang(veld.validate!.maxLength!))).toEqual([]);
    expect(fouten(lang(veld.validate!.maxLength! + 1)).join()).toContain(`hoogstens ${veld.validate!.maxLength} tekens`);
  });
  test.each(velden.filter((v) => v.validate?.minLength).map((v) => [label(v), v] as const))('%s: minstens zoveel tekens', (_naam, veld) => {
    expect(fouten({ [sleutel(veld)]: 'a'.repeat(veld.validate!.minLength!) })).toEqual([]);
    expect(fouten({ [sleutel(veld)]: 'a'.repeat(veld.validate!.minLength! - 1) }).join()).toContain(`minstens ${veld.validate!.minLength} tekens`);
  });
  test.each(velden.filter((v) => v.validate?.required).map((v) => [label(v), v] as const))('%s: verplicht', (naam, veld) => {
    const [zin = ''] = fouten({ [sleutel(veld)]: null });
    // Naam, e-mail en gebruikersnaam staan in groepen die allebei zo'n veld hebben; daar noemt de zin ook van wie.
    expect(zin.startsWith(`${naam}: `), `${zin} | ${naam}`).toBe(true);
  });
  test.each(velden.filter((v) => v.values).map((v) => [label(v), v] as const))('%s: dezelfde keuzes', (_naam, veld) => {
    for (const { value } of veld.values!) expect(fouten({ [sleutel(veld)]: value })).toEqual([]);
  });
});

describe('een goede aanmelding', () => {
  test('wordt bijgesneden en omgezet', () => {
    const uitkomst = keurStartVerzuimroute(aanmelding({ leerlingRoepnaam: '  Mila\u0301n ', leerlingGroep: '4', signaalSoortProblematischVerzuim: '' }), VANDAAG);
    expect(uitkomst).toMatchObject({
      goed: true,
      waarde: { leerlingRoepnaam: 'Milán', leerlingGroep: 4, schoolHeeftKernteam: true, signaalSoortProblematischVerzuim: null, leerlingDidactischeLeeftijdMaanden: null, ibErUserId: null },
    });
  });

  test('mag zonder verzuimregels en zonder de vrije velden', () => {
    expect(fouten({ verzuimRegels: null })).toEqual([]);
    expect(fouten({ verzuimRegels: undefined })).toEqual([]);
  });

  test('kent precies de velden van het startformulier', async () => {
    const sleutels = async (formulier: string): Promise<string[]> => (await makeFormulierlezer()(formulier)).map((v) => v.sleutel).sort();
    expect(await sleutels('start-verzuimroute')).toEqual([...STARTVELDEN].sort());
    // Intrekken kan alleen als het formulier terugkomt, en hoort niet bij de aanmelding zelf.
    expect(await sleutels('aanmelding-verbeteren')).toEqual([...STARTVELDEN, 'aanmeldingVervalt'].sort());
  });

  test('een rij die het formulier klaarzette en niemand invulde telt niet mee', () => {
    expect(fouten({ verzuimRegels: [{ datum: null, uren: '', dagdelen: null, soort: null }] })).toEqual([]);
    expect(fouten({ ouders: [{ naam: 'A. Koster', relatie: 'ouder' }, { gezag: false }] })).toEqual([]);
  });
});

describe('namen zoals men ze hier schrijft', () => {
  test.each([
    ["'t Hooft", "'t Hooft"], ['’s-Gravenzande', '’s-Gravenzande'], ['Van der Berg-de Vries', 'Van der Berg-de Vries'], ['van ’t Hoff', 'van ’t Hoff'], ['Özdemir', 'Özdemir'], ['Łukasz', 'Łukasz'],
    ['Rene\u0301', 'René'], ['  de   Wit ', 'de Wit'], ['de\u00A0Wit', 'de Wit'], ['Kos\u202Eter', 'Koster'], ['\uFEFFKoster', 'Koster'], ['Kos\u200Bter', 'Koster'], ['Koster\u0000', 'Koster'], ['Koster\uD83D', 'Koster'], ['D.J. Jansen', 'D.J. Jansen'], ['Jansen–Bakker', 'Jansen–Bakker'],
  ])('%j wordt %j', (getypt, bewaard) => {
    const keuring = keurStartVerzuimroute(aanmelding({ leerlingAchternaam: getypt }), '2025-09-08');
    expect(keuring.goed && keuring.waarde.leerlingAchternaam).toBe(bewaard);
  });

  test('in een lange tekst blijven regels staan en gaat wat niet te zien is eruit', () => {
    const keuring = keurStartVerzuimroute(aanmelding({ signaalKlachten: 'Buikpijn op schooldagen.\r\n\u0007Thuis\u0000 rustig \uDE00😀' }), '2025-09-08');
    expect(keuring.goed && keuring.waarde.signaalKlachten).toBe('Buikpijn op schooldagen.\nThuis rustig 😀');
  });

  test("de aanduiding van 't Hooft is de H", () => {
    expect(aanduiding('Bo', "'t Hooft", 4)).toBe('B.H., groep 4');
    expect(aanduiding('Bo', "'t hooft", 4)).toBe('B.T., groep 4');
  });
});

describe('een foute aanmelding', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['leeg verplicht veld', { leerlingRoepnaam: '  ' }, 'Roepnaam: dit veld is verplicht.'],
    ['ontbrekend veld', { schoolNaam: undefined }, 'School: dit veld is verplicht.'],
    ['een naam van alleen onzichtbare tekens', { leerlingRoepnaam: '\u200B\uFEFF \u0000' }, 'Roepnaam: dit veld is verplicht.'],
    ['SQL in een naam', { leerlingAchternaam: "'; DROP TABLE casus;--" }, 'Achternaam: gebruik alleen letters, spaties, punten, streepjes en apostroffen.'],
    ['BRIN te kort', { schoolBrin: '1A2B' }, 'BRIN-nummer: een BRIN-nummer bestaat uit twee cijfers en twee hoofdletters.'],
    ['Cyrillische А in het BRIN', { schoolBrin: '01\u0410B' }, 'BRIN-nummer: een BRIN-nummer bestaat uit twee cijfers en twee hoofdletters.'],
    ['getal met een e', { leerlingGroep: '1e0' }, 'Groep: vul een heel getal in van 1 tot en met 8.'],
    ['groep 9', { leerlingGroep: 9 }, 'Groep: vul een heel getal in van 1 tot en met 8.'],
    ['31 februari', { leerlingGeboortedatum: '2018-02-31' }, 'Geboortedatum: deze datum bestaat niet; gebruik jjjj-mm-dd.'],
    ['twee jaar oud', { leerlingGeboortedatum: '2023-09-08' }, 'Geboortedatum: controleer de datum; de leerling moet 3 tot en met 20 jaar oud zijn.'],
    ['eenentwintig jaar oud', { leerlingGeboortedatum: '2004-09-08' }, 'Geboortedatum: controleer de datum; de leerling moet 3 tot en met 20 jaar oud zijn.'],
    ['signaal morgen', { signaalDatumSignaal: '2025-09-09' }, 'Datum van het signaal: een datum in de toekomst kan niet.'],
    ['signaal van 61 dagen geleden', { signaalDatumSignaal: '2025-07-09' }, 'Datum van het signaal: kies een datum van hoogstens 60 dagen geleden.'],
    ['e-mail met twee apenstaarten', { ibErEmail: 'jan@@x' }, 'E-mail IB-er: geef één e-mailadres met gewone letters, bijvoorbeeld naam@school.nl.'],
    ['geen ouders', { ouders: [] }, 'Ouders/verzorgers: vul minstens één ouder of verzorger in.'],
    ['tweede ouder zonder naam', { ouders: [{ naam: 'A. Koster', relatie: 'ouder' }, { relatie: 'voogd' }] }, 'Ouder 2, Naam van de ouder: dit veld is verplicht.'],
    ['uren niet in kwartieren', { verzuimRegels: [{ datum: '2025-09-02', dagdelen: 1, uren: 1.1, soort: 'ZIEKTE' }] }, 'Verzuimregel 1 (2 september 2025), Gemiste uren: vul een getal in stappen van 0,25 in van 0 tot en met 8.'],
    ['zelfde dag twee keer', { verzuimRegels: [1, 2].map(() => ({ datum: '2025-09-02', dagdelen: 1, uren: 1, soort: 'ZIEKTE' })) }, 'Verzuimregel 2 (2 september 2025), Datum van het verzuim: deze dag staat ook in regel 1; zet één regel per dag.'],
    ['onbekend veld', { bsn: 'x' }, 'Onbekend veld "bsn".'],
    ['ja noch nee', { schoolHeeftKernteam: true }, 'Is er een kernteam aan de school gekoppeld: kies ja of nee.'],
  ])('%s', (_naam, anders, verwacht) => {
    expect(fouten(anders)).toEqual([verwacht]);
  });

  test.each([
    'a,b@school.nl', 'a@school.nl,c@school.nl', '"a b"@school.nl', 'Jan <jan@school.nl>', 'jan@school.nl (Jan)', 'jan%elders@school.nl', 'elders!jan@school.nl', 'jan@sch\u043E\u043El.nl', 'jan@xn--schl-0na.nl',
    'jan..b@school.nl', '.jan@school.nl', 'jan@-school.nl', 'jan@school', 'jan@[127.0.0.1]', 'jan;b@school.nl', 'jan\\@school.nl',
  ])('het e-mailadres %s kan een mailserver anders lezen en gaat niet door', (adres) => {
    expect(fouten({ ibErEmail: adres })).toEqual(['E-mail IB-er: geef één e-mailadres met gewone letters, bijvoorbeeld naam@school.nl.']);
  });

  test('geeft alle fouten tegelijk en herhaalt nooit wat er was ingevuld', () => {
    const alle = fouten({ leerlingRoepnaam: '', leerlingAchternaam: 'Geheim<1>', leerlingGroep: 'acht', schoolBrin: 'fout' });
    expect(alle).toHaveLength(4);
    expect(alle.join(' ')).not.toMatch(/Geheim|acht|fout"/);
  });

  test('een kind van precies drie of dertien mag, een signaal van precies 60 dagen ook', () => {
    expect(fouten({ leerlingGeboortedatum: '2022-09-08' })).toEqual([]);
    expect(fouten({ leerlingGeboortedatum: '2011-09-09' })).toEqual([]);
    expect(fouten({ signaalDatumSignaal: '2025-07-10' })).toEqual([]);
  });
});

test('errata F-00: geen bovengrens van dertien jaar, en geen grens aan de woongemeente', () => {
  expect(fouten({ leerlingGeboortedatum: '2011-09-08' })).toEqual([]);
  expect(fouten({ leerlingGeboortedatum: '2008-09-08' })).toEqual([]);
  for (const leerlingWoongemeente of ['Gorinchem', 'Rotterdam', 'Anders']) expect(fouten({ leerlingWoongemeente }), leerlingWoongemeente).toEqual([]);
});
