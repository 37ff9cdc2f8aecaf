import type { Aantal } from '../kaart/onderdruk.ts';
import { laatsteDagVan, vorigeMaand, type Maand } from '../kalender/maand.ts';
import { schooljaarVan } from '../kalender/schoolkalender.ts';
import type { Cijfers } from './cijfers.ts';
import { inMaand, STANDEN, STROMEN, type Maandmaat } from './jaar.ts';

/** Hoe de cijfers van een maand heten, op Start en in de maandmail. */
const NAMEN: Record<Maandmaat, string> = {
  aangemeld: 'aangemeld', gesloten: 'casus gesloten', thuiszitter: 'thuiszitter geworden', geenThuiszitter: 'geen thuiszitter meer', standThuiszitter: 'thuiszitters aan het eind', standDrieMaanden: 'daarvan langer dan drie maanden',
};

/** Eén cijfer van een maand naast dat van de maand ervoor. */
export interface Maandcijfer {
  readonly naam: string;
  readonly deze: Aantal;
  readonly vorige: Aantal;
}

/**
 * Een maand naast de vorige: dezelfde getallen als per maand op Klok, ook als de twee in een ander schooljaar vallen.
 * @param maand een maand die begonnen is
 */
export function vergelijkMaanden(cijfers: Cijfers, maand: Maand): Maandcijfer[] {
  const toon = (maat: Maandmaat, m: Maand): Aantal => cijfers.jaar(schooljaarVan(laatsteDagVan(m))).telling.toon(inMaand(maat, m));
  return [...STROMEN, ...STANDEN].map((maat) => ({ naam: NAMEN[maat], deze: toon(maat, maand), vorige: toon(maat, vorigeMaand(maand)) }));
}
