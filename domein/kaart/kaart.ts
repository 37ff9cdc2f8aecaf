import type { Kaartfilter } from '../../registratie/kaart/filter.ts';
import type { Versheid } from '../geschiedenis/versheid.ts';
import type { Kengetal } from './cijfers.ts';
import type { Norm } from './normen.ts';
import type { Aantal } from './onderdruk.ts';

/**
 * De cijfers van één proces, zoals `/api/kaart/<proces>` ze geeft. Alleen aantallen, codes en dagen; nooit een naam of vrije
 * tekst. Een aantal is een getal, `"<5"` (één tot en met vier), of null: weggelaten, omdat het te klein is of omdat een klein getal
 * er anders uit volgt (docs/kaart-api.md). Met een kenmerk of route is ook nul null. Een aantal kinderen is precies; wat over
 * bezoeken, pijlen of meer elementen tegelijk gaat is afgerond op vijven. Een kengetal is null als het aantal kinderen er niet staat.
 */
export interface Kaart {
  readonly proces: string;
  readonly naam: string;
  readonly filter: Kaartfilter;
  /** Het moment waarover deze cijfers gaan, ISO. */
  readonly gemetenOp: string;
  readonly versheid: Versheid;
  /** Wat er door dit filter niet staat en waarom; hele zinnen voor op een pagina. */
  readonly toelichting: readonly string[];
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
  /** Hier blijft niemand: de engine is er meteen klaar mee (een poort, een melding). Daarom heeft het geen duren en telt `geeindigd` niet. */
  readonly automatisch: boolean;
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
    /** Kinderen met een taak hier waarvan de termijn voorbij is. */
    readonly overTermijn: Aantal;
    /** Van de kinderen met een termijn. */
    readonly aandeelOverTermijn: number | null;
    /** Hoe lang wat openstaat er nu al is. */
    readonly kalenderdagen: Kengetal | null;
    readonly schooldagen: Kengetal | null;
  };
  /** Wat in het tijdvak eindigde, ook wat werd afgebroken. Een kind telt per schooljaar één keer, bij zijn eerste bezoek. */
  readonly geeindigd: {
    readonly kinderen: Aantal;
    /** Afgerond op vijven: hoe vaak kinderen er waren. */
    readonly bezoeken: number | null;
    /** Afgerond op vijven: kinderen bij wie het werd afgebroken. */
    readonly afgebroken: number | null;
    /** Kinderen bij wie er een termijn gold. */
    readonly metTermijn: Aantal;
    /** Daarvan wie er dat schooljaar ten minste één keer overheen ging. */
    readonly teLaat: Aantal;
    readonly aandeelTeLaat: number | null;
    readonly kalenderdagen: Kengetal | null;
    readonly schooldagen: Kengetal | null;
  };
  /** Van een deelproces of aangeroepen proces: alle taken van kinderen erin, hoe diep ook; afgerond op vijven. */
  readonly inhoud: {
    readonly nuOverTermijn: number | null;
    readonly nuAandeel: number | null;
    readonly teLaat: number | null;
    readonly aandeelTeLaat: number | null;
  } | null;
}

export interface Pad {
  readonly id: string;
  readonly van: string;
  readonly naar: string;
  /** Hoe vaak de pijl is genomen, door wat in het tijdvak eindigde en wat nu openstaat, afgerond op vijven; null als het niet te zeggen is. */
  readonly gewicht: Aantal;
}
