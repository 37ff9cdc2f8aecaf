import { readdirSync, readFileSync } from 'node:fs';
import { ModelTree } from '../../nakijken/modellen/model-tree.ts';

const DIR = new URL('../../bpmn/', import.meta.url);

/** Wat er van een gebruikerstaak in de modellen staat: haar stap in het routeboek, haar naam en haar formulier. */
export interface Stap {
  readonly stap: string;
  /** Alle stappen waar de taak voor dient, van elke route een. */
  readonly stappen: readonly string[];
  readonly naam: string;
  readonly formulier: string;
}

/**
 * Leest elke gebruikerstaak uit de modellen, op element-id, zodat demo en tests geen eigen lijst bijhouden.
 * @param dir de map met de modellen; zonder die van het project
 */
export async function readSteps(dir: URL = DIR): Promise<ReadonlyMap<string, Stap>> {
  const stappen = new Map<string, Stap>();
  for (const file of readdirSync(dir).filter((naam) => naam.endsWith('.bpmn'))) {
    for (const element of (await ModelTree.read(readFileSync(new URL(file, dir), 'utf8'))).elements('bpmn:UserTask')) {
      const values = element.extensionElements?.values ?? [];
      const formulier = values.find((w) => w.$type === 'zeebe:FormDefinition')?.formId;
      if (formulier === undefined) continue;
      const alle = values.flatMap((w) => w.properties ?? []).find((p) => p.name === 'stap')?.value.split(' ') ?? [element.id];
      stappen.set(element.id, { stap: alle[0] ?? element.id, stappen: alle, naam: (element.name ?? element.id).replaceAll('\n', ' '), formulier });
    }
  }
  return stappen;
}
