import { datumTekst } from '../kalender/datum.ts';
import type { Kindklok } from './klok.ts';

const WEEK = 7;

/** "6 weken en 2 dagen". */
export function duurTekst(dagen: number): string {
  const weken = Math.floor(dagen / WEEK);
  const rest = dagen % WEEK;
  const delen = [...(weken > 0 ? [aantal(weken, 'week', 'weken')] : []), ...(rest > 0 || weken === 0 ? [aantal(rest, 'dag', 'dagen')] : [])];
  return delen.join(' en ');
}

const aantal = (n: number, een: string, meer: string): string => `${n} ${n === 1 ? een : meer}`;

const wanneer = (dagen: number): string => (dagen === 0 ? 'Vandaag' : dagen === 1 ? 'Morgen' : `Over ${dagen} dagen`);

/**
 * De klok in één regel gewoon Nederlands: "Thuis sinds 1 september 2025: 6 weken en 2 dagen. Over 12 dagen: 8 weken thuis
 * (27 oktober 2025)."
 * @param voorbij "3 maanden" als die voorbij zijn
 */
export function klokTekst({ thuisSinds, dagenThuis, nergensIngeschreven, vrijgesteldTot, volgendeTermijn }: Omit<Kindklok, 'tekst'>, voorbij: string | null): string | null {
  const zinnen = [
    ...(vrijgesteldTot === null ? [] : [`Vrijgesteld tot en met ${datumTekst(vrijgesteldTot)}: telt zolang niet als thuiszitter.`]),
    ...(nergensIngeschreven ? ['Staat op geen enkele school ingeschreven.'] : []),
    ...(thuisSinds === null ? [] : [`Thuis sinds ${datumTekst(thuisSinds)}: ${duurTekst(dagenThuis ?? 0)}${voorbij === null ? '' : `, langer dan ${voorbij}`}.`]),
    ...(volgendeTermijn === null ? [] : [`${wanneer(volgendeTermijn.dagen)}: ${volgendeTermijn.naam} (${datumTekst(volgendeTermijn.op)}).`]),
  ];
  return zinnen.length === 0 ? null : zinnen.join(' ');
}
