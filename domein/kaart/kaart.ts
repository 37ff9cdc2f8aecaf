import type { Kaartfilter } from '../../registratie/kaart/filter.ts';
import type { Versheid } from '../geschiedenis/versheid.ts';
import type { Kengetal } from './cijfers.ts';
import type { Norm } from './normen.ts';
import type { Aantal } from './onderdruk.ts';

/**
 * De cijfers van één proces, zoals `/api/kaart/<proces>` ze geeft. Alleen aantallen, codes en dagen; nooit een naam of vrije
 * tekst. Een aantal is een getal, `"<5"` (één tot en met vier), of null (weggelaten omdat een ander getal er anders uit volgt).
 * Een kengetal is null als er minder dan vijf kinderen achter zitten.
 */
export interface Kaart {
  readonly proces: string;
  readonly naam: string;
  readonly filter: Kaartfilter;
  /** Wanneer deze cijfers zijn opgevraagd, ISO. */
  readonly gemetenOp: string;
  readonly versheid: Versheid;
  /** Kinderen die nu ergens in dit proces zijn, elk één keer. */
  readonly kinderenNu: Aantal;
  readonly elementen: readonly Element[];
  readonly paden: readonly Pad[];
}

export interface Element {
  readonly id: string;
  readonly naam: string;
  /** `userTask`, `callActivity`, `subProcess`, …; null als het element niet meer in de tekening staat. */
  readonly soort: string | null;
  /** Het deelproces eromheen. */
  readonly binnen: string | null;
  /** Een deelproces dat door een gebeurtenis begint. */
  readonly gebeurtenis: boolean;
  /** Het proces dat hier begint: daar gaat een klik heen. Null als een variabele het kiest. */
  readonly roept: string | null;
  readonly stappen: readonly string[];
  /** Staat het in de tekening van nu? Zo niet, dan hoort het in de tabel en niet in de tekening. */
  readonly inModel: boolean;
  /** De termijn per stap, uit de tabel Termijnen. */
  readonly termijnen: readonly Norm[];
  /** Wat er nu is; een tijdvak geldt hier niet. */
  readonly nu: {
    readonly kinderen: Aantal;
    readonly bezoeken: Aantal;
    readonly overTermijn: Aantal;
    readonly aandeelOverTermijn: number | null;
    /** Hoe lang wat openstaat er nu al is. */
    readonly kalenderdagen: Kengetal | null;
    readonly schooldagen: Kengetal | null;
  };
  /** Wat in het tijdvak eindigde, ook wat werd afgebroken. */
  readonly geeindigd: {
    readonly kinderen: Aantal;
    readonly bezoeken: Aantal;
    readonly afgebroken: Aantal;
    readonly metTermijn: Aantal;
    readonly teLaat: Aantal;
    readonly aandeelTeLaat: number | null;
    readonly kalenderdagen: Kengetal | null;
    readonly schooldagen: Kengetal | null;
  };
  /** Van een deelproces of aangeroepen proces: de som van alle taken erin, hoe diep ook. */
  readonly inhoud: {
    readonly nuOverTermijn: Aantal;
    readonly nuAandeel: number | null;
    readonly teLaat: Aantal;
    readonly aandeelTeLaat: number | null;
  } | null;
}

export interface Pad {
  readonly id: string;
  readonly van: string;
  readonly naar: string;
  /** Hoe vaak de pijl is genomen, door wat in het tijdvak eindigde en wat nu openstaat; null als het niet te zeggen is. */
  readonly gewicht: Aantal;
}
