import type { Model, Onderdeel } from './model.ts';

/** Waar een onderdeel van het oude model in het nieuwe verdergaat. */
export interface Toewijzing {
  readonly sourceElementId: string;
  readonly targetElementId: string;
}

/** Ofwel een volledige toewijzing, ofwel waarom een instantie op haar versie blijft. */
export type Plan = { readonly toewijzingen: readonly Toewijzing[] } | { readonly weigering: readonly string[] };

/** Onderdelen waar een instantie kan staan; van een pijl of een einde dat veranderde heeft een lopende casus geen last. */
const PLEK = /Task|CallActivity|SubProcess|Gateway|IntermediateCatchEvent/;

/**
 * Maakt het plan voor één instantie. Ids veranderen niet (huisregel), dus wat in beide modellen hetzelfde id, dezelfde
 * soort en dezelfde plek heeft, wijst naar zichzelf. Dat geldt voor het hele model en niet alleen voor waar de instantie
 * nu staat: loopt zij intussen een stap door, dan klopt het plan nog. Ook wachttijden en berichten wijzen naar zichzelf:
 * zonder dat zou een herinnering die al verstuurd is, opnieuw afgaan.
 * @param actief de onderdelen waar de instantie nu staat, deelprocessen inbegrepen
 */
export function maakPlan(oud: Model, nieuw: Model, actief: readonly string[]): Plan {
  const weigering = [...new Set(actief)].flatMap((id) => bezwaar(oud.get(id), id, oud, nieuw) ?? []);
  if (weigering.length > 0) return { weigering };
  const mee = [...oud.values()].filter((o) => teltMee(o, oud) && bezwaar(o, o.id, oud, nieuw) === undefined && luistertNog(o, nieuw));
  return { toewijzingen: mee.map(({ id }) => ({ sourceElementId: id, targetElementId: id })) };
}

/** Kan elke instantie mee, waar zij ook staat? Dan hoeft niemand na te vragen waar zij staat. */
export function kanOveralMee(oud: Model, nieuw: Model): boolean {
  return [...oud.values()].every((o) => !PLEK.test(o.soort) || bezwaar(o, o.id, oud, nieuw) === undefined);
}

/** Waarom een onderdeel niet naar zichzelf kan wijzen; `undefined` als het wel kan. */
function bezwaar(van: Onderdeel | undefined, id: string, oud: Model, nieuw: Model): string | undefined {
  if (!van) return `${id} is in het model van deze casus niet te vinden`;
  const naar = nieuw.get(id);
  if (!naar) return `${noem(van)} bestaat niet meer`;
  if (naar.soort !== van.soort) return `${noem(van)} is nu een ander soort stap`;
  if (naar.herhaling !== van.herhaling) return `${noem(van)} wordt nu ${naar.herhaling ? `${naar.herhaling} herhaald` : 'niet meer herhaald'}`;
  if (naar.vastAan !== van.vastAan) return `${noem(van)} zit nu vast aan ${noem(nieuw.get(naar.vastAan) as Onderdeel)}`;
  const plek = naar.ouder !== van.ouder ? nieuw.get(naar.ouder) : undefined;
  // Het bovenste onderdeel is het proces; dat mag anders heten, het blijft de buitenste plek.
  if (plek && !(isProces(plek) && isProces(oud.get(van.ouder)))) return `${noem(van)} staat nu in een ander onderdeel: ${noem(plek)}`;
  return undefined;
}

/** Wie op een bericht wacht dat nu anders heet, moet opnieuw gaan luisteren: die krijgt geen toewijzing. */
function luistertNog(van: Onderdeel, nieuw: Model): boolean {
  return nieuw.get(van.id)?.luistertNaar === van.luistertNaar;
}

/** Het proces wijst de opdracht zelf aan. Van de pijlen telt alleen wie bij een samenkomst uitkomt: daar kan een casus op de andere tak wachten. */
function teltMee(onderdeel: Onderdeel, oud: Model): boolean {
  if (onderdeel.soort === 'SequenceFlow') return /^(Parallel|Inclusive)Gateway/.test(oud.get(onderdeel.vastAan)?.soort ?? '');
  return !isProces(onderdeel);
}

const isProces = (onderdeel: Onderdeel | undefined): boolean => onderdeel?.soort === 'Process';

/** Het onderdeel in de woorden van de tekening: de stap 'Met ouders spreken' (KT_01a). */
function noem({ id, naam, soort }: Onderdeel): string {
  const wat = /SubProcess/.test(soort) ? 'het onderdeel' : /Event/.test(soort) ? 'het wachtpunt' : /Process/.test(soort) ? 'het proces' : 'de stap';
  return naam ? `${wat} '${naam}' (${id})` : `${wat} ${id}`;
}
