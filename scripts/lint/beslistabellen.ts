import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DmnModdle } from 'dmn-moddle';
import { parseExpression, parseUnaryTests } from 'feelin';
import type { Bevinding } from './bevinding.ts';

const WORTEL = join(import.meta.dirname, '../..');
const eis = createRequire(import.meta.url);
const { Linter } = eis('dmnlint') as { Linter: new (opties: unknown) => { lint(wortel: unknown): Promise<Record<string, { id: string; message: string }[]>> } };
const NodeResolver = eis('dmnlint/lib/resolver/node-resolver') as new () => unknown;

interface Cel {
  id: string;
  text?: string;
}
interface Kolom {
  id: string;
  label?: string;
  typeRef?: string;
  inputExpression?: { text?: string; typeRef?: string };
}
interface Tabel {
  $type: string;
  input: Kolom[];
  output: Kolom[];
  rule: { id: string; description?: string; inputEntry: Cel[]; outputEntry: Cel[] }[];
}
interface Beslissing {
  $type: string;
  id: string;
  name?: string;
  description?: string;
  decisionLogic: Tabel;
}
interface Definities {
  drgElement: Beslissing[];
  dmnDI?: unknown;
}

/** Is dit geldige FEEL? De engine meldt een tikfout pas als een kind bij die regel komt. */
function leesbaar(tekst: string, soort: 'waarde' | 'toets'): boolean {
  const boom = soort === 'waarde' ? parseExpression(tekst, {}, undefined) : parseUnaryTests(tekst, {}, undefined);
  let goed = true;
  boom.iterate({ enter: (knoop: { type: { isError: boolean } }) => void (goed &&= !knoop.type.isError) });
  return goed;
}

/** De afspraken over één tabel: alles heeft een naam en type, iedere regel een bron, iedere cel is geldige FEEL. */
function* lintTabel({ input, output, rule }: Tabel): Generator<[plaats: string, tekst: string]> {
  for (const k of input) {
    if (!k.label) yield [k.id, 'Geef de invoer een label'];
    if (!k.inputExpression?.typeRef) yield [k.id, 'Geef de invoer een type'];
    if (!leesbaar(k.inputExpression?.text ?? '', 'waarde')) yield [k.id, 'De uitdrukking is geen geldige FEEL'];
  }
  for (const k of output) {
    if (!k.label) yield [k.id, 'Geef de uitvoer een label'];
    if (!k.typeRef) yield [k.id, 'Geef de uitvoer een type'];
  }
  for (const r of rule) {
    if (!/routeboek r\. \d|voorstel|voorbeeld/.test(r.description ?? '')) yield [r.id, 'Noem bij de regel de bron: "routeboek r. …" of "voorstel, aanpasbaar"'];
    for (const c of r.inputEntry) if (c.text && !leesbaar(c.text, 'toets')) yield [c.id, `Geen geldige FEEL: ${c.text}`];
    for (const c of r.outputEntry) if (!c.text || !leesbaar(c.text, 'waarde')) yield [c.id, `Geen geldige FEEL: ${c.text ?? 'leeg'}`];
  }
}

function* lintDefinities({ drgElement, dmnDI }: Definities, naam: string): Generator<[plaats: string, tekst: string]> {
  const beslissingen = drgElement.filter((e) => e.$type === 'dmn:Decision');
  if (!dmnDI) yield [naam, 'De tekening ontbreekt: open en bewaar de tabel in Camunda Modeler'];
  if (!beslissingen.some((b) => b.id === naam)) yield [naam, 'Geef een beslissing het id van het bestand'];
  for (const b of beslissingen) {
    if (!b.description) yield [b.id, 'Voeg een toelichting voor de proceseigenaar toe'];
    if (b.decisionLogic.$type === 'dmn:DecisionTable') yield* lintTabel(b.decisionLogic);
  }
}

/** Kijkt alle beslistabellen na: met dmnlint en met de afspraken van Routeboek. */
export async function lintBeslistabellen(map = join(WORTEL, 'bpmn')): Promise<Bevinding[]> {
  const bevindingen: Bevinding[] = [];
  const dmnlint = new Linter({ config: { extends: 'dmnlint:recommended' }, resolver: new NodeResolver() });
  for (const bestand of readdirSync(map).filter((b) => b.endsWith('.dmn'))) {
    const { rootElement, warnings } = await new DmnModdle().fromXML(readFileSync(join(map, bestand), 'utf8'));
    for (const w of warnings) bevindingen.push({ bestand, plaats: 'xml', tekst: w.message, regel: 'lezen' });
    for (const [regel, meldingen] of Object.entries(await dmnlint.lint(rootElement))) {
      for (const m of meldingen) bevindingen.push({ bestand, plaats: m.id, tekst: m.message, regel });
    }
    for (const [plaats, tekst] of lintDefinities(rootElement as Definities, bestand.slice(0, -'.dmn'.length))) {
      bevindingen.push({ bestand, plaats, tekst, regel: 'routeboek/beslistabel' });
    }
  }
  return bevindingen;
}
