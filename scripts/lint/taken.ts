import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bevinding } from './bevinding.ts';
import { ModelTree } from './model-tree.ts';

const MAP = join(import.meta.dirname, '../../bpmn');

/**
 * `taak-eenmalig`: een taak (zelfde formulier en zelfde naam) staat in één model. Staat zij in twee routes, dan verandert
 * iemand haar in de ene en vergeet de andere; zij hoort in een gedeelde fase die beide aanroepen.
 */
export async function lintTaken(map = MAP): Promise<Bevinding[]> {
  const taken = new Map<string, { naam: string; plaatsen: Map<string, string> }>();
  for (const bestand of readdirSync(map).filter((b) => b.endsWith('.bpmn'))) {
    for (const taak of (await ModelTree.read(readFileSync(join(map, bestand), 'utf8'))).elements('bpmn:UserTask')) {
      const formulier = taak.extensionElements?.values?.find((v) => v.$type === 'zeebe:FormDefinition')?.formId ?? '';
      const naam = taak.name?.trim() ?? '';
      const gevonden = taken.get(`${formulier} ${naam}`) ?? { naam, plaatsen: new Map<string, string>() };
      taken.set(`${formulier} ${naam}`, gevonden);
      if (!gevonden.plaatsen.has(bestand)) gevonden.plaatsen.set(bestand, taak.id);
    }
  }
  return [...taken.values()].filter(({ plaatsen }) => plaatsen.size > 1).flatMap(({ naam, plaatsen }) => [...plaatsen].map(([bestand, plaats]) => ({
    bestand, plaats, regel: 'taak-eenmalig',
    tekst: `De taak "${naam}" staat ook in ${[...plaatsen.keys()].filter((b) => b !== bestand).join(' en ')}: roep één gedeeld model aan`,
  })));
}
