import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bevinding } from './bevinding.ts';
import { ModelTree, type Element } from './model-tree.ts';

const DIR = join(import.meta.dirname, '../../bpmn');
const CATCH = 'bpmn:IntermediateCatchEvent';
const GATEWAY = 'bpmn:EventBasedGateway';

/** Hier wacht de ene doorzettingsmacht op de andere van dezelfde casus; die heeft zelf een taak met een termijn (R-DZM-1). */
const GUARDED_BY_ANOTHER = ['mc_DZ_00'];

interface Node extends Element {
  readonly eventDefinitions?: readonly { readonly $type: string }[];
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
    const model = await ModelTree.read(readFileSync(join(dir, bestand), 'utf8'));
    const waiting = (model.elements(CATCH, GATEWAY) as Node[]).filter(({ id }) => !GUARDED_BY_ANOTHER.includes(id));
    const unguarded = waiting.filter((node) => (isEvent(node, 'Message') && !guards(node)) || (node.$type === GATEWAY && !waitsForTime(node)));
    found.push(...unguarded.map(({ id }) => ({ bestand, plaats: id, tekst: 'Hier wacht de casus op een bericht zonder taak of termijn: laat een gateway ook op een tijd wachten', regel: 'wacht-bewaakt' })));
  }
  return found;
}

const isEvent = ({ $type, eventDefinitions = [] }: Node, soort: 'Message' | 'Timer'): boolean =>
  $type === CATCH && eventDefinitions.some((definition) => definition.$type === `bpmn:${soort}EventDefinition`);
const waitsForTime = ({ outgoing = [] }: Node): boolean => outgoing.some(({ targetRef }) => isEvent(targetRef, 'Timer'));
const guards = ({ incoming = [] }: Node): boolean => incoming.length > 0 && incoming.every(({ sourceRef }) => sourceRef.$type === GATEWAY && waitsForTime(sourceRef));
