import type { Aantal } from '../../domein/kaart/onderdruk.ts';
import type { Cel, Toelichting } from './tabel.ts';

/** Staat in een bestand waar het getal is weggelaten. Een lege cel zou niets, of nul, kunnen betekenen. */
export const NIET_GETOOND = 'niet getoond';

/** Een aantal of een waarde die er uit bescherming niet is. */
export const getoond = (waarde: Aantal): Cel => waarde ?? NIET_GETOOND;

/** Wat de tekens in een bestand met cijfers over kinderen betekenen. */
export const TEKENS: readonly Toelichting[] = [
  { naam: '<5', tekst: 'Eén tot en met vier. Zo’n klein aantal is te herleiden tot een kind en wordt niet genoemd.' },
  { naam: NIET_GETOOND, tekst: 'Weggelaten, omdat het over te weinig kinderen gaat of omdat een klein aantal er anders uit volgt. Met een filter op een kenmerk staat dit er ook waar het nul is.' },
  { naam: 'lege cel', tekst: 'Er is niets te tellen of te meten. Nul is een getal en staat er als 0.' },
];
