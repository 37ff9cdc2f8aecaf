import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import type { Bevinding } from './bevinding.ts';

const WORTEL = join(import.meta.dirname, '../..');
const eis = createRequire(import.meta.url);

interface Melding {
  id: string;
  message: string;
}
interface LinterKlasse {
  new (opties: { config: unknown; resolver: unknown }): { lint(wortel: unknown): Promise<Record<string, Melding[]>> };
}
const { Linter } = eis('bpmnlint') as { Linter: LinterKlasse };
const NodeResolver = eis('bpmnlint/lib/resolver/node-resolver') as new (opties: { require: NodeJS.Require }) => unknown;
const zeebe = eis('zeebe-bpmn-moddle/resources/zeebe.json') as Record<string, unknown>;

/** De regels van `.bpmnlintrc`, die ook Camunda Modeler en `npx bpmnlint` gebruiken; voor 8.9 en voor de ingebedde 8.6. */
export function regelsVoor(versie: '8-6' | '8-9'): unknown {
  return JSON.parse(readFileSync(join(WORTEL, '.bpmnlintrc'), 'utf8').replace('camunda-cloud-8-9', `camunda-cloud-${versie}`));
}

/** Kijkt één model na. @returns de opmerkingen van alle regels, fouten en waarschuwingen */
export async function lintModel(xml: string, bestand: string, config: unknown): Promise<Bevinding[]> {
  const { rootElement, warnings } = await new BpmnModdle({ zeebe }).fromXML(xml);
  const uitslag = await new Linter({ config, resolver: new NodeResolver({ require: eis }) }).lint(rootElement);
  const lezen = warnings.map((w: { message: string }) => ({ bestand, plaats: 'xml', tekst: w.message, regel: 'lezen' }));
  const regels = Object.entries(uitslag).flatMap(([regel, meldingen]) =>
    meldingen.map(({ id, message }) => ({ bestand, plaats: id, tekst: message, regel })));
  return [...lezen, ...regels];
}

/** Kijkt alle modellen na voor beide versies van de engine, en of het proces heet als zijn bestand. */
export async function lintModellen(map = join(WORTEL, 'bpmn')): Promise<Bevinding[]> {
  const bevindingen: Bevinding[] = [];
  for (const bestand of readdirSync(map).filter((b) => b.endsWith('.bpmn'))) {
    const xml = readFileSync(join(map, bestand), 'utf8');
    for (const versie of ['8-6', '8-9'] as const) {
      for (const b of await lintModel(xml, bestand, regelsVoor(versie))) bevindingen.push({ ...b, regel: `${b.regel}, Camunda ${versie.replace('-', '.')}` });
    }
    const proces = /<bpmn:process id="([^"]+)"/.exec(xml)?.[1] ?? '';
    if (`${proces}.bpmn` !== bestand) bevindingen.push({ bestand, plaats: proces, tekst: 'Geef het proces de naam van het bestand', regel: 'bestandsnaam' });
  }
  return bevindingen;
}
