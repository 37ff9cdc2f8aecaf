import { plaatsVan } from '../modellen/lezen.ts';
import type { Element } from '../modellen/model-tree.ts';
import type { Nakijkregel } from '../regel.ts';

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
 * Waar een casus op een bericht wacht, staat ook een taak of een termijn. Blijft het bericht uit, dan ziet anders niemand dat het
 * kind stilstaat. Een gebeurtenis achter een gateway die ook op een tijd wacht, is bewaakt.
 */
export const wachtBewaakt: Nakijkregel = {
  naam: 'wacht-bewaakt',
  kijk: ({ modellen }) => modellen.flatMap((model) => (model.boom.elements(CATCH, GATEWAY) as Node[])
    .filter((node) => !GUARDED_BY_ANOTHER.includes(node.id))
    .filter((node) => (isEvent(node, 'Message') && !guards(node)) || (node.$type === GATEWAY && !waitsForTime(node)))
    .map(({ id }) => ({ bestand: model.pad, plaats: plaatsVan(model, id), tekst: 'Hier wacht de casus op een bericht zonder taak of termijn: laat een gateway ook op een tijd wachten' }))),
};

const isEvent = ({ $type, eventDefinitions = [] }: Node, soort: 'Message' | 'Timer'): boolean =>
  $type === CATCH && eventDefinitions.some((definition) => definition.$type === `bpmn:${soort}EventDefinition`);
const waitsForTime = ({ outgoing = [] }: Node): boolean => outgoing.some(({ targetRef }) => targetRef !== undefined && isEvent(targetRef, 'Timer'));
const guards = ({ incoming = [] }: Node): boolean => incoming.length > 0 && incoming.every(({ sourceRef }) => sourceRef?.$type === GATEWAY && waitsForTime(sourceRef));
