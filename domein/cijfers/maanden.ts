import type { Aantal } from '../kaart/onderdruk.ts';
import { laatsteDagVan, vorigeMaand, type Maand } from '../kalender/maand.ts';
import { schooljaarVan } from '../kalender/schoolkalender.ts';
import type { Opname } from './bron.ts';
import { inMaand, STANDEN, STROMEN, telJaar, type Maandmaat, type Schooljaarcijfers } from './jaar.ts';
import type { Kindnu } from './nu.ts';
import type { Telling } from './telling.ts';

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
 * @param nu wat er over vandaag staat; de lopende maand zegt hetzelfde
 */
export function vergelijkMaanden(opname: Opname, maand: Maand, nu: Telling<Kindnu>): Maandcijfer[] {
  const jaren = new Map<string, Schooljaarcijfers>();
  const cijfersVan = (m: Maand): Schooljaarcijfers => {
    const schooljaar = schooljaarVan(laatsteDagVan(m));
    const jaar = jaren.get(schooljaar) ?? telJaar(opname, schooljaar, nu);
    jaren.set(schooljaar, jaar);
    return jaar;
  };
  const toon = (maat: Maandmaat, m: Maand): Aantal => cijfersVan(m).telling.toon(inMaand(maat, m));
  return [...STROMEN, ...STANDEN].map((maat) => ({ naam: NAMEN[maat], deze: toon(maat, maand), vorige: toon(maat, vorigeMaand(maand)) }));
}
