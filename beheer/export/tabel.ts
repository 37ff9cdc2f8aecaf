/**
 * Wat er in een kolom staat. `aantal`: een getal; `dagen`: hele dagen; `aandeel`: een deel van één, getoond als percentage;
 * `datum`: een kalenderdag als jjjj-mm-dd; `tekst`: al het andere.
 */
export type Kolomsoort = 'tekst' | 'aantal' | 'dagen' | 'aandeel' | 'datum';

export interface Kolom {
  readonly kop: string;
  readonly soort: Kolomsoort;
  /** Wat het getal is, met zijn eenheid; staat bij de tabel. */
  readonly uitleg: string;
}

/** Eén cel. `<5` en `niet getoond` staan als tekst in een kolom met getallen; null: er is niets om te tonen. */
export type Cel = number | string | null;

export interface Toelichting {
  readonly naam: string;
  readonly tekst: string;
}

/** Een tabel zoals zij een bestand in gaat, welke pagina haar ook maakt. Wat onderdrukt hoort te zijn, is het hier al. */
export interface Tabel {
  /** Waar de tabel over gaat; ook de naam van het werkblad, dus hoogstens 31 tekens. */
  readonly titel: string;
  readonly kolommen: readonly Kolom[];
  readonly rijen: readonly (readonly Cel[])[];
}

/** Een tabel met wat erbij hoort om haar los van de pagina te kunnen lezen: waarover, welk filter, wanneer gemeten, hoe vers. */
export interface Uitvoer {
  readonly titel: string;
  readonly over: readonly Toelichting[];
  /** Wat tekens in de tabel betekenen. */
  readonly tekens: readonly Toelichting[];
  readonly tabellen: readonly [Tabel, ...Tabel[]];
}
