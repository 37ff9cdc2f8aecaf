import type { Groep } from './samenvatten.ts';

/** Wat er van de vastgelegde paden van vorig jaar gespeeld is. */
export interface Padentelling {
  /** Zoveel verschillende paden staan er in het register. */
  readonly gevonden: number;
  /** Zoveel daarvan lopen net als een scenario, en zijn daarmee gespeeld. */
  readonly alsScenario: number;
  /** Zoveel daarvan zijn apart gespeeld. */
  readonly gespeeld: number;
  /** Zoveel konden niet worden gevolgd. */
  readonly nietGevolgd: number;
  /** Zoveel zijn overgeslagen omdat er te veel zijn. */
  readonly overgeslagen: number;
}

/** De uitkomst van een proef, voor het scherm en voor de pagina. */
export interface Uitslag {
  /** Wat er in de bestanden veranderde, in zinnen. */
  readonly bestanden: readonly string[];
  /** De processen die daardoor anders worden; leeg als dat elk proces is. */
  readonly processen: readonly string[];
  readonly groepen: readonly Groep[];
  /** De verlopen die met allebei gespeeld zijn, en hoeveel er met wat nu draait al langs niets kwamen wat anders wordt. */
  readonly verlopen: readonly string[];
  readonly langsNiets: number;
  /** Zoveel verlopen kunnen hier ook langs komen, en zijn niet gespeeld om de tijd. */
  readonly nietGespeeld: number;
  /** Waarom er geen paden van vorig jaar zijn, of hoeveel het er waren. */
  readonly paden: Padentelling | string;
  /** `maandag 7 september 2026 tot en met …`. */
  readonly periode: string;
}
