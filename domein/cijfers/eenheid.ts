import type { Datum } from '../kalender/datum.ts';
import type { Openstaand } from './casusverloop.ts';
import { thuiszittertijden, type Thuiszittertijd } from './thuiszittertijden.ts';
import type { Kind } from './kinderen.ts';

/**
 * Waarover geteld wordt: één tijd thuis, één tijd waarin een casus open was, één stuk. Wat in meer cijfers telt heet in elk hetzelfde, zodat te
 * zien is welke getallen over dezelfde kinderen gaan (domein/cijfers/samen.ts).
 */
export type Eenheid = string;

/** Het kind zoals het nu is: wat er nu loopt, thuis, in een casus of op een brugplaats, is samen één. */
export const vanNu = (leerlingId: string): Eenheid => `nu ${leerlingId}`;

export const vanTijd = ({ leerlingId }: Pick<Kind, 'leerlingId'>, { van, tot }: Pick<Thuiszittertijd, 'van' | 'tot'>): Eenheid => (tot === null ? vanNu(leerlingId) : `thuis ${leerlingId} ${van}`);

export const vanCasus = ({ leerlingId }: Pick<Kind, 'leerlingId'>, casusId: string, { van, tot }: Pick<Openstaand, 'van' | 'tot'>): Eenheid => (tot === null ? vanNu(leerlingId) : `casus ${casusId} ${van}`);

/** De tijd waarin het kind op deze dag thuiszitter is. */
export function vanThuiszitter(kind: Pick<Kind, 'leerlingId' | 'tijdlijn'>, dag: Datum, peildatum: Datum): Eenheid {
  const tijd = thuiszittertijden(kind.tijdlijn, peildatum).find(({ van, tot }) => van <= dag && (tot === null || tot > dag));
  return tijd ? vanTijd(kind, tijd) : vanNu(kind.leerlingId);
}
