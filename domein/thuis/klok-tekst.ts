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

type Cijfers = Omit<Kindklok, 'tekst' | 'thuisTekst' | 'termijnTekst'>;

/**
 * De klok in één regel gewoon Nederlands: "Thuis sinds 1 september 2025: 6 weken en 2 dagen. Over 12 dagen: 8 weken thuis
 * (27 oktober 2025)."
 * @param voorbij "3 maanden" als die voorbij zijn
 */
export function klokTekst(klok: Cijfers, voorbij: string | null): string | null {
  const { volgendeTermijn: termijn, nergensIngeschreven, thuisSinds } = klok;
  const zinnen = [
    nergensIngeschreven && thuisSinds !== null && NERGENS,
    thuisTekst(klok, voorbij),
    termijn && `${wanneer(termijn.dagen)}: ${termijn.naam} (${datumTekst(termijn.op)}).`,
  ].filter(Boolean);
  return zinnen.length === 0 ? null : zinnen.join(' ');
}

const NERGENS = 'Staat op geen enkele school ingeschreven.';

/** De eerste regel van de kop van een formulier: hoe het nu is. Past op een smal scherm op één regel; of het kind op een school staat zegt de status erboven. */
export function thuisTekst({ thuisSinds, dagenThuis, nergensIngeschreven, vrijgesteldTot }: Cijfers, voorbij: string | null): string | null {
  const zinnen = [
    ...(vrijgesteldTot === null ? [] : [`Vrijgesteld tot en met ${datumTekst(vrijgesteldTot)}: telt zolang niet als thuiszitter.`]),
    ...(nergensIngeschreven && thuisSinds === null ? [NERGENS] : []),
    ...(thuisSinds === null ? [] : [`Thuis sinds ${datumTekst(thuisSinds)}: ${duurTekst(dagenThuis ?? 0)}${voorbij === null ? '' : `, langer dan ${voorbij}`}.`]),
  ];
  return zinnen.length === 0 ? null : zinnen.join(' ');
}

/** De tweede regel: "8 weken thuis, over 12 dagen (27 oktober 2025)". */
export const termijnTekst = (termijn: Kindklok['volgendeTermijn']): string | null =>
  termijn && `${termijn.naam}, ${wanneer(termijn.dagen).toLowerCase()} (${datumTekst(termijn.op)})`;
