import { leesModel, modellenmap } from '../../../domein/stappen/lees-model.ts';
import { modelstappen } from '../../../domein/stappen/modelstappen.ts';

/** Een pijl, met de naam van haar antwoord. */
export interface Flow { readonly id: string; readonly targetRef: Node }
/** Wat een wandelaar van een element moet weten. */
export interface Node {
  readonly id: string;
  readonly $type: string;
  readonly $parent?: Node;
  readonly outgoing?: readonly Flow[];
  readonly incoming?: readonly Flow[];
  readonly default?: Flow;
  readonly flowElements?: readonly Node[];
  readonly attachedToRef?: Node;
  readonly cancelActivity?: boolean;
  readonly isInterrupting?: boolean;
  readonly triggeredByEvent?: boolean;
  readonly eventDefinitions?: readonly { readonly $type: string }[];
  readonly extensionElements?: { readonly values?: readonly { readonly $type: string; readonly processId?: string }[] };
}

export interface ProcessModel {
  readonly root: Node;
  /** De eerste stap van een element: "KT-01a". */
  readonly step: (element: string) => readonly string[];
  /** Wat op de rand van een element zit. */
  readonly boundary: (element: string) => readonly Node[];
}

const known = new Map<string, Promise<ProcessModel>>();

/** Het model van een proces uit bpmn/, één keer gelezen. */
export function readProcess(name: string): Promise<ProcessModel> {
  const read = known.get(name) ?? make(name);
  known.set(name, read);
  return read;
}

async function make(name: string): Promise<ProcessModel> {
  const nodes = [...(await leesModel(modellenmap(), name)).values()] as unknown as Node[];
  const steps = new Map(await Promise.all(nodes.map(async ({ id }): Promise<[string, readonly string[]]> => [id, (await modelstappen(name, id)).stappen])));
  const boundary = new Map<string, Node[]>();
  for (const node of nodes) if (node.attachedToRef) boundary.set(node.attachedToRef.id, [...(boundary.get(node.attachedToRef.id) ?? []), node]);
  return { root: nodes.find((n) => n.$type === 'bpmn:Process')!, step: (id) => steps.get(id) ?? [], boundary: (id) => boundary.get(id) ?? [] };
}

export const kind = (node: Node): string => node.$type.slice('bpmn:'.length);
/** `Timer`, `Message`, `Error`, `Terminate`, of niets. */
export const trigger = (node: Node): string => /:(\w+)EventDefinition/.exec(node.eventDefinitions?.[0]?.$type ?? '')?.[1] ?? '';
