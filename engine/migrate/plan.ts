import type { Model, ModelElement } from './model.ts';

/** Waar een onderdeel van het oude model in het nieuwe verdergaat. */
export interface Mapping {
  readonly sourceElementId: string;
  readonly targetElementId: string;
}

/** Ofwel een volledige toewijzing, ofwel waarom een instantie op haar versie blijft. */
export type Plan = { readonly mappings: readonly Mapping[] } | { readonly refusals: readonly string[] };

/** Onderdelen waar een instantie kan staan; van een pijl of een einde dat veranderde heeft een lopende casus geen last. */
const PLACE = /Task|CallActivity|SubProcess|Gateway|IntermediateCatchEvent/;

/**
 * Maakt het plan voor één instantie. Ids veranderen niet (huisregel), dus wat in beide modellen hetzelfde id, dezelfde
 * soort en dezelfde plek heeft, wijst naar zichzelf. Dat geldt voor het hele model en niet alleen voor waar de instantie
 * nu staat: loopt zij intussen een stap door, dan klopt het plan nog. Ook wachttijden en berichten wijzen naar zichzelf:
 * zonder dat zou een herinnering die al verstuurd is, opnieuw afgaan.
 * @param active de onderdelen waar de instantie nu staat, deelprocessen inbegrepen
 */
export function makePlan(oud: Model, nieuw: Model, active: readonly string[]): Plan {
  const refusals = [...new Set(active)].flatMap((id) => objection(oud.get(id), id, oud, nieuw) ?? []);
  if (refusals.length > 0) return { refusals };
  const mee = [...oud.values()].filter((o) => counts(o, oud) && objection(o, o.id, oud, nieuw) === undefined && stillListens(o, nieuw));
  return { mappings: mee.map(({ id }) => ({ sourceElementId: id, targetElementId: id })) };
}

/** Kan elke instantie mee, waar zij ook staat? Dan hoeft niemand na te vragen waar zij staat. */
export function canMoveFromAnywhere(oud: Model, nieuw: Model): boolean {
  return [...oud.values()].every((o) => !PLACE.test(o.kind) || objection(o, o.id, oud, nieuw) === undefined);
}

/** Waarom een onderdeel niet naar zichzelf kan wijzen; `undefined` als het wel kan. */
function objection(van: ModelElement | undefined, id: string, oud: Model, nieuw: Model): string | undefined {
  if (!van) return `${id} is in het model van deze casus niet te vinden`;
  const naar = nieuw.get(id);
  if (!naar) return `${noem(van)} bestaat niet meer`;
  if (naar.kind !== van.kind) return `${noem(van)} is nu een ander soort stap`;
  if (naar.repetition !== van.repetition) return `${noem(van)} wordt nu ${naar.repetition ? `${naar.repetition} herhaald` : 'niet meer herhaald'}`;
  if (naar.attachedTo !== van.attachedTo) return `${noem(van)} zit nu vast aan ${noem(nieuw.get(naar.attachedTo) as ModelElement)}`;
  const place = naar.parent !== van.parent ? nieuw.get(naar.parent) : undefined;
  // Het bovenste onderdeel is het proces; dat mag anders heten, het blijft de buitenste plek.
  if (place && !(isProcess(place) && isProcess(oud.get(van.parent)))) return `${noem(van)} staat nu in een ander onderdeel: ${noem(place)}`;
  return undefined;
}

/** Wie op een bericht wacht dat nu anders heet, moet opnieuw gaan luisteren: die krijgt geen toewijzing. */
function stillListens(van: ModelElement, nieuw: Model): boolean {
  return nieuw.get(van.id)?.listensTo === van.listensTo;
}

/** Het proces wijst de opdracht zelf aan. Van de pijlen telt alleen wie bij een samenkomst uitkomt: daar kan een casus op de andere tak wachten. */
function counts(onderdeel: ModelElement, oud: Model): boolean {
  if (onderdeel.kind === 'SequenceFlow') return /^(Parallel|Inclusive)Gateway/.test(oud.get(onderdeel.attachedTo)?.kind ?? '');
  return !isProcess(onderdeel);
}

const isProcess = (onderdeel: ModelElement | undefined): boolean => onderdeel?.kind === 'Process';

/** Het onderdeel in de woorden van de tekening: de stap 'Met ouders spreken' (KT_01a). */
export function noem({ id, name, kind }: ModelElement): string {
  const wat = /SubProcess/.test(kind) ? 'het onderdeel' : /Event/.test(kind) ? 'het wachtpunt' : /Process/.test(kind) ? 'het proces' : 'de stap';
  return name ? `${wat} '${name}' (${id})` : `${wat} ${id}`;
}
