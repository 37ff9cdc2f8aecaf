import { BpmnModdle } from 'bpmn-moddle';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const DIR = new URL('../../bpmn/', import.meta.url);
const zeebe = createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json') as Record<string, unknown>;

/** Wat er van een gebruikerstaak in de modellen staat: haar stap in het routeboek, haar naam en haar formulier. */
export interface Stap {
  readonly stap: string;
  readonly naam: string;
  readonly formulier: string;
}

interface Element {
  id: string;
  $type: string;
  name?: string;
  extensionElements?: { values?: { $type: string; formId?: string; properties?: { name: string; value: string }[] }[] };
}

/** Leest elke gebruikerstaak uit de modellen, op element-id, zodat demo en tests geen eigen lijst bijhouden. */
export async function readSteps(): Promise<ReadonlyMap<string, Stap>> {
  const stappen = new Map<string, Stap>();
  for (const file of readdirSync(DIR).filter((naam) => naam.endsWith('.bpmn'))) {
    const { elementsById } = await new BpmnModdle({ zeebe }).fromXML(readFileSync(new URL(file, DIR), 'utf8'));
    for (const element of Object.values(elementsById as Record<string, Element>)) {
      const values = element.extensionElements?.values ?? [];
      const formulier = values.find((w) => w.$type === 'zeebe:FormDefinition')?.formId;
      if (element.$type !== 'bpmn:UserTask' || formulier === undefined) continue;
      const stap = values.flatMap((w) => w.properties ?? []).find((p) => p.name === 'stap')?.value.split(' ')[0];
      stappen.set(element.id, { stap: stap ?? element.id, naam: (element.name ?? element.id).replaceAll('\n', ' '), formulier });
    }
  }
  return stappen;
}
