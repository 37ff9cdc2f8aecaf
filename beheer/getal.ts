import { getalTekst, inWoorden, procentTekst } from '../domein/cijfers/aantal-tekst.ts';
import type { Aantal } from '../domein/kaart/onderdruk.ts';

export { inWoorden, procentTekst };

/** Een getal dat niet getoond mag worden. De legenda zegt waarom. */
export const VERBORGEN = '•';

/** Een getal zoals een pagina het toont. */
export interface Getal {
  /** Zoals een bestand het toont: hetzelfde getal, en nooit een dat de pagina niet noemt. */
  readonly waarde: Aantal;
  readonly tekst: string;
  /** Niet getoond; een schermlezer hoort dat in woorden. */
  readonly weg: boolean;
  /** Geen getal: een tot en met vier, of niet getoond. */
  readonly bedekt: boolean;
}

/** `<5`: een tot en met vier. Een punt: niet getoond, want een ander getal zou eruit volgen. */
export const aantalTekst = (waarde: Aantal): string => (waarde === null ? VERBORGEN : typeof waarde === 'number' ? getalTekst(waarde) : waarde);

export const alsGetal = (waarde: Aantal): Getal => ({ waarde, tekst: aantalTekst(waarde), weg: waarde === null, bedekt: typeof waarde !== 'number' });

/** Is er zeker iets: een getal boven nul, of te weinig om te noemen? */
export const isMeerDanNul = (waarde: Aantal): boolean => waarde === '<5' || (typeof waarde === 'number' && waarde > 0);
