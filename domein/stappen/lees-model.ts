import { BpmnModdle } from 'bpmn-moddle';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { alsTekst } from '../invoer/json.ts';
import { uitrol } from '../uitgerold/uitrol.ts';

const zeebe = createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json') as Record<string, unknown>;

/** Waar de modellen staan die nu gelden. */
export const modellenmap = (wortel = uitrol.wortel()): URL => new URL('bpmn/', wortel);

/** Wat er van een element in een model te lezen is; elk deel hangt van het soort element af. */
export interface Modelelement {
  id: string;
  name?: string;
  $type: string;
  $parent?: Modelelement;
  attachedToRef?: Modelelement;
  triggeredByEvent?: boolean;
  eventDefinitions?: { messageRef?: { name?: string } }[];
  extensionElements?: { values?: { $type: string; processId?: string; formId?: string; candidateGroups?: string; properties?: { name: string; value: string }[]; listeners?: { eventType: string; type: string }[] }[] };
}

/** De namen van alle modellen; een model heet als het proces dat erin staat. */
export const modelnamen = async (dir: URL): Promise<string[]> =>
  (await readdir(dir)).filter((bestand) => bestand.endsWith('.bpmn')).map((bestand) => bestand.slice(0, -'.bpmn'.length));

/** Elk element van een model, met zijn id. @returns niets als er geen model met deze naam is */
export async function leesModel(dir: URL, naam: string): Promise<ReadonlyMap<string, Modelelement>> {
  if (!/^[a-z0-9-]+$/.test(naam)) return new Map();
  const bytes = await readFile(new URL(`${naam}.bpmn`, dir)).catch(() => undefined);
  if (bytes === undefined) return new Map();
  const { elementsById } = await new BpmnModdle({ zeebe }).fromXML(alsTekst(bytes));
  return new Map(Object.entries(elementsById as Record<string, Modelelement>));
}
