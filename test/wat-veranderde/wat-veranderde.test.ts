import { describe, expect, test } from 'vitest';
import { leesBestanden } from '../../nakijken/bestanden.ts';
import { watVeranderde } from '../../wat-veranderde/wat-veranderde.ts';

interface Veld { id?: string; key?: string; label?: string; type?: string; values?: { value: string; label: string }[]; validate?: Record<string, unknown>; components?: Veld[] }
interface Kalender { schooljaren: Record<string, { vakanties: { naam: string; van: string; tot: string }[] }>; scholen: Record<string, unknown> }

const echt = new Map((await leesBestanden()).map(({ pad, inhoud }) => [pad, inhoud.toString()]));

/** Wat er gezegd wordt als een proceseigenaar dit bestand zo verandert. */
async function na(pad: string, verander: (tekst: string) => string): Promise<string[]> {
  const oud = echt.get(pad);
  if (oud === undefined) throw new Error(`${pad} bestaat niet`);
  const nieuw = verander(oud);
  expect(nieuw, 'de wijziging doet iets').not.toBe(oud);
  return watVeranderde(echt, new Map([...echt, [pad, nieuw]]));
}
const vervang = (wat: string | RegExp, door: string) => (tekst: string): string => tekst.replace(wat, door);
const json = <T>(verander: (inhoud: T) => void) => (tekst: string): string => {
  const inhoud = JSON.parse(tekst) as T;
  verander(inhoud);
  return JSON.stringify(inhoud, null, 2);
};
const veld = (key: string, verander: (veld: Veld) => void) => json<Veld>((schema) => {
  const loop = (velden: Veld[] = []): void => velden.forEach((v) => { if (v.key === key) verander(v); loop(v.components); });
  loop(schema.components);
});

const [TERMIJNEN, VERVOLG, CONTACT] = ['bpmn/termijnen.dmn', 'bpmn/vervolg.dmn', 'bpmn/contactadressen.dmn'];
const [ROUTE, BESPREKEN, GESPREK] = ['bpmn/kernteam.bpmn', 'bpmn/leerling-bespreken.bpmn', 'forms/gesprek-ouders.form'];

test('zonder wijziging valt er niets te zeggen', async () => {
  expect(await watVeranderde(echt, echt)).toEqual([]);
});

describe('een termijn', () => {
  const cel = (regel: string, kolom: number, waarde: string) => vervang(new RegExp(`(${regel}_uit_${kolom}">\\s*<text>)[^<]*`), `$1${waarde}`);
  test.each([
    ['een ander aantal', cel('regel_kt_05_uiterlijk', 2, '7'), 'termijn KT-05: 3 → 7 schooldagen'],
    ['twee stappen in één regel', cel('regel_kt_01a_uiterlijk', 3, '"kalenderdagen"'), 'termijn KT-01a en GK-01a: 2 schooldagen → 2 kalenderdagen'],
    ['een ander tijdstip', cel('regel_kt_01a_uiterlijk', 4, '"12:00"'), 'termijn KT-01a en GK-01a: tijdstip 17:00 → 12:00'],
    ['niet meer naar een schooldag', cel('regel_kt_01a_uiterlijk', 5, 'false'), 'termijn KT-01a en GK-01a: schuift niet meer door naar een schooldag'],
    ['een regel weg', vervang(/<rule id="regel_kt_01b_uiterlijk">[\s\S]*?<\/rule>/, ''), 'termijn KT-01b en GK-01b: verwijderd (was 5 schooldagen om 17:00)'],
    ['een stap uit een gedeelde regel', vervang('"KT-01b","GK-01b"', '"KT-01b"'), 'termijn GK-01b: verwijderd (was 5 schooldagen om 17:00)'],
  ] as const)('%s', async (_naam, verander, zin) => {
    expect(await na(TERMIJNEN, verander)).toEqual([zin]);
  });
});

describe('een beslistabel', () => {
  test('een cel, met het nummer van de regel en het opschrift van de kolom', async () => {
    const zinnen = await na(VERVOLG, (t) => t.slice(0, t.indexOf('<rule')) + t.slice(t.indexOf('<rule')).replace(/"BRUG"/, '"TUSSENAANBOD"'));
    expect(zinnen).toEqual(['regel 1 van vervolg: "Vervolg" "BRUG" → "TUSSENAANBOD"']);
  });
  test('een regel erbij, eraf of op een andere plaats', async () => {
    const [eerste, tweede] = [...(echt.get(VERVOLG)!).matchAll(/<rule id="[^"]*">[\s\S]*?<\/rule>/g)].map(([regel]) => regel) as [string, string];
    expect(await na(VERVOLG, (t) => t.replace(eerste, ''))).toEqual([expect.stringMatching(/^regel 1 van vervolg verwijderd: "Perspectief, plek en voorliggend zijn helder" false/)]);
    expect(await na(VERVOLG, (t) => t.replace(eerste, eerste + eerste.replaceAll(/id="([^"]+)"/g, 'id="$1_nieuw"')))).toEqual([expect.stringMatching(/^regel 2 van vervolg toegevoegd: .*uitkomst "Vervolg" "BRUG"$/)]);
    expect(await na(VERVOLG, (t) => t.replace(eerste, '<!--hier-->').replace(tweede, eerste).replace('<!--hier-->', tweede))).toEqual(['volgorde van de regels van vervolg gewijzigd']);
  });
  test('de soort tabel, en een adres', async () => {
    expect(await na(TERMIJNEN, vervang('hitPolicy="COLLECT"', 'hitPolicy="FIRST"'))).toEqual(['soort tabel van termijnen: COLLECT → FIRST']);
    expect(await na(CONTACT, vervang(/"([^"@]+)@([^"]+)"/, '"nieuw@example.org"'))).toEqual(['contactadres leerplichtambtenaar (Alblasserdam): leerplicht.alblasserdam@example.org → nieuw@example.org']);
    expect(await na(CONTACT, vervang(/<rule id="[^"]*">[\s\S]*?<\/rule>/, ''))).toEqual(['contactadres leerplichtambtenaar (Alblasserdam) verwijderd (was leerplicht.alblasserdam@example.org)']);
  });
});

describe('een formulier', () => {
  test.each([
    ['een veld erbij', json<Veld>((s) => s.components!.push({ type: 'textfield', id: 'Field_nieuw', key: 'nieuw', label: 'Wie was erbij?', validate: { required: true } })), ['veld toegevoegd aan gesprek-ouders: "Wie was erbij?" (verplicht)']],
    ['een vraag verplicht', veld('zorgenVeiligheid', (v) => { v.validate = { ...v.validate, required: v.validate?.['required'] !== true }; }), [expect.stringMatching(/^vraag (verplicht gemaakt|niet meer verplicht): ".*" in gesprek-ouders$/)]],
    ['een ander opschrift', veld('aanwezigen', (v) => { v.label = 'Wie waren er?'; }), ['opschrift in gesprek-ouders: "Aanwezig" → "Wie waren er?"']],
    ['een andere sleutel', veld('aanwezigen', (v) => { v.key = 'wieErWas'; }), ['sleutel van "Aanwezig" in gesprek-ouders: aanwezigen → wieErWas']],
    ['een keuze erbij', veld('aanwezigen', (v) => v.values!.push({ value: 'opa', label: 'Opa' })), ['keuze toegevoegd bij "Aanwezig" in gesprek-ouders: "Opa"']],
    ['een veld weg', json<Veld>((s) => { s.components = s.components!.filter(({ key }) => key !== 'aanwezigen'); }), ['veld verwijderd uit gesprek-ouders: "Aanwezig"']],
    ['een andere voorwaarde', vervang('"hide": "=oudersNietBereikt = true"', '"hide": "=oudersNietBereikt != false"'), [expect.stringMatching(/^voorwaarde van ".*" in gesprek-ouders gewijzigd: verborgen als oudersNietBereikt != false \(was als oudersNietBereikt = true\)$/)]],
    ['alleen opmaak', (t: string) => `${t} `, ['formulier gesprek-ouders: alleen opmaak gewijzigd']],
  ] as const)('%s', async (_naam, verander, zinnen) => {
    expect(await na(GESPREK, verander)).toEqual(zinnen);
  });
});

describe('een model', () => {
  test.each([
    ['een naam', ROUTE, vervang('name="2 Verzuim vastleggen"', 'name="2 Verzuim opschrijven"'), 'naam van KT-02: "2 Verzuim vastleggen" → "2 Verzuim opschrijven"'],
    ['een timer', ROUTE, vervang(/(<bpmn:timeD[a-z]+[^>]*>)=[^<]*/, '$1=duration("P1D")'), 'timer van KT-05 ("Aanwijzing blijft uit") gewijzigd: was escalatieOp, wordt duration("P1D")'],
    ['een rol', BESPREKEN, (t: string) => t.replace('candidateGroups="=[groepen.ibEr]"', 'candidateGroups="=[groepen.directeurSchoolVanHerkomst]"'), 'rol van KT-01a/GK-01a: ib-er → directeur-school-van-herkomst'],
    ['een formulier', BESPREKEN, vervang('formId="gesprek-ouders"', 'formId="bespreking-team"'), 'formulier van KT-01a/GK-01a: gesprek-ouders → bespreking-team'],
    ['een melding', BESPREKEN, vervang('key="meldingen" value="N-01"', 'key="meldingen" value="N-01,N-02"'), 'meldingen van "Orthopedagoog inlichten": N-01 → N-01,N-02'],
    ['een bericht', ROUTE, vervang('name="perspectief-helder"', 'name="perspectief-klaar"'), 'bericht waarop "Perspectief helder" wacht: perspectief-helder → perspectief-klaar'],
    ['een uitvoer', BESPREKEN, vervang('verzuimGestopt: verzuimGestopt', 'gestopt: verzuimGestopt'), 'wat eruit komt (uitvoer) van KT-01a/GK-01a gewijzigd'],
    ['alleen de tekening', ROUTE, vervang(/<dc:Bounds x="\d+"/, '<dc:Bounds x="77"'), 'model kernteam: alleen de tekening of een opmerking gewijzigd'],
  ] as const)('%s', async (_naam, pad, verander, zin) => {
    expect(await na(pad, verander)).toEqual([zin]);
  });
});

describe('mail en kalender', () => {
  test.each([
    ['een onderwerp', 'koppelingen/mail/meldingen/N-01.md', vervang(/onderwerp: ".*"/, 'onderwerp: "Anders, casus {{casusnummer}}"'), [expect.stringMatching(/^mail N-01: onderwerp gewijzigd: was .*, wordt Anders, casus/)]],
    ['een tekst', 'koppelingen/mail/meldingen/N-18-ouders.md', (t: string) => `${t}\nNog een zin.\n`, ['mail N-18 aan ouders: tekst gewijzigd']],
    ['een ontvanger', 'koppelingen/mail/meldingen/N-02.md', vervang('[schoolbestuur]', '[schoolbestuur, ib-er]'), ['mail N-02: gaat nu naar schoolbestuur, ib-er (was schoolbestuur)']],
    ['de voet', 'koppelingen/mail/meldingen/voet-ouders.md', (t: string) => `${t}\nGroet.\n`, ['voet onder mails aan ouders: tekst gewijzigd']],
    ['een vakantie erbij', 'bpmn/schoolvakanties.json', json<Kalender>((k) => { k.schooljaren['2026-2027']!.vakanties.push({ naam: 'extra week', van: '2027-06-01', tot: '2027-06-04' }); }), ['vakantie extra week 2026-2027 toegevoegd: 1 juni 2027 tot en met 4 juni 2027']],
    ['een vakantie anders', 'bpmn/schoolvakanties.json', vervang('"tot": "2026-10-25"', '"tot": "2026-10-26"'), ['vakantie herfstvakantie 2026-2027: 17 oktober 2026 tot en met 25 oktober 2026 → 17 oktober 2026 tot en met 26 oktober 2026']],
    ['een vrije dag van een school', 'bpmn/schoolvakanties.json', json<Kalender>((k) => { k.scholen['10AB'] = { vrijeDagen: [{ naam: 'studiedag', datum: '2026-11-05' }] }; }), ['vrije dag studiedag van school 10AB toegevoegd: 5 november 2026']],
  ] as const)('%s', async (_naam, pad, verander, zinnen) => {
    expect(await na(pad, verander)).toEqual(zinnen);
  });
});

test('een nieuw en een verwijderd bestand, en een vorige versie die niet meer te lezen is', async () => {
  const nu = new Map([...echt, ['forms/nieuw.form', '{}']]);
  nu.delete('koppelingen/mail/meldingen/N-23.md');
  expect(await watVeranderde(echt, nu)).toEqual(['nieuw: formulier nieuw', 'verwijderd: mail N-23']);
  const kapot = new Map([...echt, [ROUTE, '<kapot'], [GESPREK, '{'], [VERVOLG, '<kapot'], ['bpmn/schoolvakanties.json', '{']]);
  expect(await watVeranderde(kapot, echt)).toEqual(expect.arrayContaining(['model kernteam gewijzigd', 'beslistabel vervolg gewijzigd', 'formulier gesprek-ouders gewijzigd', 'schoolkalender gewijzigd']));
});
