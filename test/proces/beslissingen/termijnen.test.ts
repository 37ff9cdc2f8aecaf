import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROLLEN } from '../../../domein/casus/rollen.ts';
import { describeDecision, type Geval } from './evaluate.ts';

describeDecision('urenraming', [
  ['met kernteam', { route: 'kernteam' }, ['1'], { min: 6, max: 10 }],
  ['zonder kernteam hoort er geen raming bij (r. 137-139)', { route: 'geen-kernteam' }, ['2'], { min: null, max: null }],
]);

/** Leest de rijen van een tabel; zo staat iedere termijn en ieder adres één keer in de tabel en wordt toch iedere rij gevraagd. */
function rijen(id: string): { regel: string; in: string[]; uit: string[] }[] {
  const xml = readFileSync(new URL(`../../../bpmn/${id}.dmn`, import.meta.url), 'utf8');
  const cellen = (stuk: string, soort: string): string[] =>
    [...stuk.matchAll(new RegExp(`<${soort} [^>]*>\\s*<text>([^<]*)</text>`, 'g'))].map((m) => m[1]!);
  return [...xml.matchAll(/<rule id="regel_([^"]+)">(.*?)<\/rule>/gs)].map((m) => ({
    regel: m[1]!,
    in: cellen(m[2]!, 'inputEntry'),
    uit: cellen(m[2]!, 'outputEntry'),
  }));
}

const termijn = (soort: string, aantal: number, eenheid: string, tijdstip = '17:00', opSchooldag = false) =>
  ({ soort, aantal, eenheid, tijdstip, opSchooldag, bron: expect.any(String) as string });
const sd = (soort: string, aantal: number) => termijn(soort, aantal, 'schooldagen', '17:00', true);

/** De termijnen die het routeboek zelf noemt of die de veiligheid van het kind raken: hier met hun waarde. */
const vast: Geval[] = [
  ['gesprek met ouders zo snel mogelijk', { stap: 'KT-01a' }, ['kt_01a_uiterlijk'], [sd('uiterlijk', 2)]],
  ['aanwijzen regisseur met opschaling', { stap: 'KT-05' }, ['kt_05_uiterlijk', 'kt_05_escalatieOp'], [sd('uiterlijk', 3), sd('escalatieOp', 5)]],
  ['vier weken', { stap: 'vierweken' }, ['week1', 'week2', 'week3', 'eindeVierweken', 'perspectiefDeadline'].map((s) => `vierweken_${s}`), [
    termijn('week1', 7, 'kalenderdagen', '09:00'), termijn('week2', 14, 'kalenderdagen', '09:00'), termijn('week3', 21, 'kalenderdagen', '09:00'),
    termijn('eindeVierweken', 28, 'kalenderdagen', '09:00'), termijn('perspectiefDeadline', 28, 'kalenderdagen', '17:00'),
  ]],
  ['antwoord van leerplicht', { stap: 'CA-14-4' }, ['uiterlijk', 'herinneringOp', 'escalatieOp'].map((s) => `ca_14_4_${s}`), [
    termijn('uiterlijk', 14, 'kalenderdagen'), termijn('herinneringOp', 14, 'kalenderdagen', '09:00'), termijn('escalatieOp', 28, 'kalenderdagen'),
  ]],
  ['vier schoolweken eigen aanbod vóór een brugplaats', { stap: 'eigen-aanbod' }, ['eigen_aanbod_venster'], [termijn('venster', 4, 'schoolweken', '00:00')]],
  ['venster van zestien uur', { stap: 'venster-verzuimuren' }, ['venster_verzuimuren_venster'], [termijn('venster', 4, 'schoolweken', '00:00')]],
  ['venster van te laat komen', { stap: 'venster-te-laat' }, ['venster_te_laat_venster'], [termijn('venster', 1, 'schooljaren', '00:00')]],
  ['evaluatie iedere dag', { stap: 'evaluatie-DAGELIJKS' }, ['evaluatie_dagelijks_volgendeEvaluatie'], [termijn('volgendeEvaluatie', 1, 'schooldagen', '15:00', true)]],
  ['onbekende stap geeft niets, zodat de werker het meldt', { stap: 'BESTAAT-NIET' }, [], null],
];

/** Iedere andere stap: de engine geeft precies de rijen van die stap. */
const waarde = (tekst: string): unknown => JSON.parse(tekst) as unknown;
const alle = rijen('termijnen');
/** Een rij kan van elke route een stap dienen ("KT-01a","GK-01a"). */
const stappenVan = (rij: { in: string[] }): string[] => waarde(`[${rij.in[0]!}]`) as string[];
const stappen = [...new Set(alle.flatMap(stappenVan))];
const overige: Geval[] = stappen
  .map((stap) => [stap, alle.filter((r) => stappenVan(r).includes(stap))] as const)
  .filter(([stap]) => !vast.some(([, v]) => v['stap'] === stap))
  .map(([stap, regels]) => [`termijn van ${stap}`, { stap }, regels.map((r) => r.regel),
    regels.map(({ uit: [soort, aantal, eenheid, tijdstip, opSchooldag, bron] }) => ({
      soort: waarde(soort!), aantal: waarde(aantal!), eenheid: waarde(eenheid!), tijdstip: waarde(tijdstip!), opSchooldag: waarde(opSchooldag!), bron: waarde(bron!),
    }))]);
describeDecision('termijnen', [...vast, ...overige]);

describeDecision('taakherinnering', [
  ...rijen('taakherinnering').filter(({ in: [rol] }) => rol !== '-').map(({ regel, in: [rol], uit: [vooraf, opnieuw, boven] }): Geval =>
    [`wie er boven ${String(waarde(rol!))} staat`, { rol: waarde(rol!) }, [regel], { voorafSchooldagen: waarde(vooraf!), herhaalDagen: waarde(opnieuw!), boven: waarde(boven!) }]),
  ['een rol zonder eigen regel', { rol: 'bakker' }, [String(ROLLEN.length + 1)], { voorafSchooldagen: 1, herhaalDagen: 7, boven: 'sectordirecteur-swv' }],
]);
test('elke rol heeft een regel, en wie erboven staat is een andere rol die bestaat', () => {
  const tabel = rijen('taakherinnering').filter(({ in: [rol] }) => rol !== '-').map(({ in: [rol], uit }) => [waarde(rol!), waarde(uit[2]!)]);
  expect(tabel.map(([rol]) => rol).sort()).toEqual(ROLLEN.map(({ rol }) => rol).sort());
  for (const [rol, boven] of tabel.filter(([, b]) => b !== null)) expect(ROLLEN.map((r) => r.rol as unknown), String(rol)).toContain(boven);
  expect(tabel.filter(([rol, boven]) => rol === boven)).toEqual([]);
});

const adressen: Geval[] = rijen('contactadressen').map(({ regel, in: [rol, gebied, gemeente], uit: [email, userId, groep, opmerking] }) => {
  const vraag = { rol: waarde(rol!), gebied: gebied ? waarde(gebied) : 'elders', gemeente: gemeente ? waarde(gemeente) : 'Elders' };
  return [`${String(vraag.rol)} in ${String(vraag.gemeente)}`, vraag, [regel], { email: waarde(email!), userId: waarde(userId!), groep: waarde(groep!), opmerking: waarde(opmerking!) }];
});
describeDecision('contactadressen', [...adressen, ['onbekende rol', { rol: 'bakker', gebied: null, gemeente: null }, [], null]]);
