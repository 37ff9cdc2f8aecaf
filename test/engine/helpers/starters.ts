import { readdir, readFile } from 'node:fs/promises';
import { ROLLEN } from '../../../domein/casus/rollen.ts';
import { ModelTree, type Element } from '../../../nakijken/modellen/model-tree.ts';

const BPMN = new URL('../../../bpmn/', import.meta.url);

/** Wie de processen start, volgens de modellen: mensen met een startformulier, de toepassing, of niemand. */
export async function starters(): Promise<{ startforms: Map<string, string[]>; startedByApp: string[] }> {
  const startforms = new Map<string, string[]>();
  // De aanmelding uit een bestand (`npm run casus`) komt bij het proces van het startformulier.
  const startedByApp = new Set(['casus']);
  for (const bestand of (await readdir(BPMN)).filter((naam) => naam.endsWith('.bpmn'))) {
    const xml = await readFile(new URL(bestand, BPMN), 'utf8');
    const model = await ModelTree.read(xml);
    const proces = model.elements('bpmn:Process')[0]?.id as string;
    for (const begin of model.elements('bpmn:StartEvent').filter(hasForm)) startforms.set(proces, rollen(proces, begin));
    for (const [, doel] of xml.matchAll(/<zeebe:header key="proces" value="([^"]+)"/g)) startedByApp.add(doel as string);
  }
  return { startforms, startedByApp: [...startedByApp] };
}

const hasForm = (element: Element): boolean => element.extensionElements?.values?.some((v) => v.$type === 'zeebe:FormDefinition') ?? false;

/** De eigenschap `starters` van een begin met een startformulier. @throws Error als zij ontbreekt of een rol niet bestaat */
function rollen(proces: string, begin: Element): string[] {
  const waarde = begin.extensionElements?.values?.flatMap((v) => v.properties ?? []).find((p) => p.name === 'starters')?.value ?? '';
  const namen = waarde.split(/\s+/).filter(Boolean);
  const vreemd = namen.filter((naam) => !ROLLEN.some(({ rol }) => rol === naam));
  if (namen.length === 0 || vreemd.length > 0) throw new Error(`${proces}: zet bij ${begin.id} de eigenschap "starters" met de rollen die dit proces mogen starten${vreemd.length > 0 ? ` (onbekend: ${vreemd.join(', ')})` : ''}`);
  return namen;
}
