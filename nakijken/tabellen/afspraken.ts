import { createRequire } from 'node:module';
import type { Nakijkregel, Omschrijving } from '../regel.ts';
import { kolomnaam, plaatsInTabel, type Kolom, type Tabel, type Tabelbestand } from './lezen.ts';

const eis = createRequire(import.meta.url);
const { Linter } = eis('dmnlint') as { Linter: new (opties: unknown) => { lint(wortel: unknown): Promise<Record<string, { id: string; message: string }[]>> } };
const { feelFout } = eis('../../lint/bpmnlint-plugin-routeboek/lib/feel.js') as { feelFout(feel: string, soort?: 'expression' | 'unaryTests'): string | undefined };
const NodeResolver = eis('dmnlint/lib/resolver/node-resolver') as new () => unknown;

/** De meldingen van dmnlint in het Nederlands. */
const DMNLINT: readonly [RegExp, string][] = [
  [/missing label/, 'Geef dit onderdeel een naam'],
  [/Duplicate (outgoing|incoming) requirements/, 'Tussen deze twee onderdelen lopen twee lijnen: haal er één weg'],
];

/** @returns altijd een Nederlandse zin */
export const dmnzin = (message: string): string => DMNLINT.find(([patroon]) => patroon.test(message))?.[1] ?? 'Dit onderdeel van de tekening klopt niet: open de tabel in Camunda Modeler en kijk of alles een naam heeft en verbonden is';

/** Wat dmnlint van de tekening van een beslistabel vindt. */
export const dmnlint: Nakijkregel = {
  naam: 'dmnlint',
  async kijk({ tabellen }) {
    const linter = new Linter({ config: { extends: 'dmnlint:recommended' }, resolver: new NodeResolver() });
    const gevonden: Omschrijving[] = [];
    for (const bestand of tabellen) {
      const meldingen = Object.values(await linter.lint(bestand.wortel)).flat();
      gevonden.push(...meldingen.map(({ id, message }) => ({ bestand: bestand.pad, plaats: plaatsInTabel(bestand, id), tekst: dmnzin(message) })));
    }
    return gevonden;
  },
};

/** De afspraken van Routeboek over een beslistabel: alles heeft een naam en een type, iedere regel een bron, iedere cel is geldige FEEL. */
export const tabelAfspraken: Nakijkregel = {
  naam: 'beslistabel',
  kijk: ({ tabellen }) => tabellen.flatMap((bestand) => [...overBestand(bestand)].map(([plaats, tekst]) => ({ bestand: bestand.pad, plaats, tekst }))),
};

type Gevonden = [plaats: string, tekst: string];

function* overBestand(bestand: Tabelbestand): Generator<Gevonden> {
  const beslissingen = (bestand.wortel.drgElement ?? []).filter((e) => e.$type === 'dmn:Decision');
  if (!bestand.wortel.dmnDI) yield ['tekening', 'De tekening ontbreekt: open en bewaar de tabel in Camunda Modeler'];
  if (!beslissingen.some((b) => b.id === bestand.naam)) yield ['beslissing', `Geef een beslissing het id van het bestand: ${bestand.naam}. Modellen en programmatuur zoeken haar onder die naam`];
  for (const { id, name, description, decisionLogic } of beslissingen) {
    if (!description) yield [name ? `${id} "${name}"` : id, 'Voeg een toelichting voor de proceseigenaar toe'];
    if (decisionLogic?.$type === 'dmn:LiteralExpression' && feelFout((decisionLogic as { text?: string }).text ?? '')) yield [id, `De uitdrukking: ${feelFout((decisionLogic as { text?: string }).text ?? '') ?? ''}`];
  }
  for (const tabel of bestand.tabellen) yield* overTabel(tabel);
}

function* overTabel({ input, output, rule }: Tabel): Generator<Gevonden> {
  for (const kolom of input) {
    if (!kolom.label) yield [kolomnaam(kolom), 'Geef de invoer een opschrift'];
    if (!kolom.inputExpression?.typeRef) yield [kolomnaam(kolom), 'Geef de invoer een type'];
    const fout = feelFout(kolom.inputExpression?.text ?? '');
    if (fout) yield [kolomnaam(kolom), `De uitdrukking boven de kolom: ${fout}`];
  }
  for (const kolom of output) {
    if (!kolom.label) yield [kolomnaam(kolom), 'Geef de uitvoer een opschrift'];
    if (!kolom.typeRef) yield [kolomnaam(kolom), 'Geef de uitvoer een type'];
  }
  for (const [n, regel] of rule.entries()) {
    const plaats = `regel ${n + 1}`;
    if (!/routeboek r\. \d|voorstel|voorbeeld/.test(regel.description ?? '')) yield [plaats, 'Noem bij de regel de bron: "routeboek r. …" of "voorstel, aanpasbaar"'];
    yield* ongeldig(regel.inputEntry, input, 'unaryTests', plaats);
    yield* ongeldig(regel.outputEntry, output, 'expression', plaats);
  }
}

function* ongeldig(cellen: readonly { readonly text?: string }[], kolommen: readonly Kolom[], soort: 'expression' | 'unaryTests', plaats: string): Generator<Gevonden> {
  for (const [k, { text = '' }] of cellen.entries()) {
    const hier = `${plaats}, ${kolomnaam(kolommen[k])}`;
    if (text.trim() === '' && soort === 'expression') yield [hier, 'Vul de cel in, zo nodig met null: een lege uitkomst kent Camunda niet'];
    if (text.trim() === '' || (text.trim() === '-' && soort === 'unaryTests')) continue;
    // De engine meldt een tikfout pas als een kind bij die regel komt.
    const fout = feelFout(text, soort);
    if (fout) yield [hier, `"${text}": ${fout}`];
  }
}
