import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import type { Bevinding } from './bevinding.ts';

const DIR = join(import.meta.dirname, '../../bpmn');

/** Hier wacht de ene doorzettingsmacht op de andere van dezelfde casus; die heeft zelf een taak met een termijn (R-DZM-1). */
const GUARDED_BY_ANOTHER = ['mc_DZ_00'];

interface Node {
  readonly $type: string;
  readonly id: string;
  readonly eventDefinitions?: readonly { readonly $type: string }[];
  readonly flowElements?: readonly Node[];
  readonly outgoing?: readonly { readonly targetRef: Node }[];
  readonly incoming?: readonly { readonly sourceRef: Node }[];
}

/**
 * `wacht-bewaakt`: waar een casus op een bericht wacht, staat ook een taak of een termijn. Blijft het bericht uit, dan ziet
 * anders niemand dat het kind stilstaat. Een gebeurtenis achter een gateway die ook op een tijd wacht, is bewaakt.
 */
export async function lintWaits(dir = DIR): Promise<Bevinding[]> {
  const found: Bevinding[] = [];
  for (const bestand of readdirSync(dir).filter((name) => name.endsWith('.bpmn'))) {
    const { rootElement } = await new BpmnModdle().fromXML(readFileSync(join(dir, bestand), 'utf8'));
    const below = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...below(node.flowElements ?? [])]);
    const all = below((rootElement as unknown as { rootElements: Node[] }).rootElements);
    const unguarded = all.filter((node) => !GUARDED_BY_ANOTHER.includes(node.id)).filter((node) => (isEvent(node, 'Message') && !guards(node)) || (node.$type === 'bpmn:EventBasedGateway' && !waitsForTime(node)));
    found.push(...unguarded.map(({ id }) => ({ bestand, plaats: id, tekst: 'Hier wacht de casus op een bericht zonder taak of termijn: laat een gateway ook op een tijd wachten', regel: 'wacht-bewaakt' })));
  }
  return found;
}

const isEvent = ({ $type, eventDefinitions = [] }: Node, soort: 'Message' | 'Timer'): boolean =>
  $type === 'bpmn:IntermediateCatchEvent' && eventDefinitions.some((definition) => definition.$type === `bpmn:${soort}EventDefinition`);
const waitsForTime = ({ outgoing = [] }: Node): boolean => outgoing.some(({ targetRef }) => isEvent(targetRef, 'Timer'));
const guards = ({ incoming = [] }: Node): boolean => incoming.length > 0 && incoming.every(({ sourceRef }) => sourceRef.$type === 'bpmn:EventBasedGateway' && waitsForTime(sourceRef));
