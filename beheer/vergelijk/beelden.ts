import { BEELDEN, type Beeld } from '../kaart/beelden.ts';

/** Hoe een verschil heet en vanaf welk verschil een volgende kleur begint. */
interface Maat {
  readonly titel: string;
  /** De tabel van de heatmap waar de getallen uit komen. */
  readonly tabel: Beeld;
  /** De kleuren van A en B. */
  readonly reeks: Beeld;
  /** De kolom waarvan het verschil in de tekening staat. */
  readonly hoofd: string;
  readonly kolommen: readonly string[];
  readonly grenzen: readonly [number, number, number];
  readonly eenheid: 'kinderen' | 'dagen' | 'procentpunt';
  readonly meer: string;
  readonly minder: string;
}

/** De manieren om te vergelijken, in de volgorde van de pagina. `beeld=` in het adres kiest er een. */
export const VERGELIJKBEELDEN = {
  duur: { titel: BEELDEN.duur.titel, tabel: 'duur', reeks: 'duur', hoofd: 'mediaan', kolommen: ['mediaan', 'p90', 'kinderen'], grenzen: [1, 3, 8], eenheid: 'dagen', meer: 'langer', minder: 'korter' },
  termijn: { titel: BEELDEN.termijn.titel, tabel: 'termijn', reeks: 'termijn', hoofd: 'aandeel', kolommen: ['aandeel', 'telaat', 'nuaandeel'], grenzen: [0.005, 0.1, 0.25], eenheid: 'procentpunt', meer: 'vaker te laat', minder: 'minder vaak te laat' },
  klaar: { titel: 'Hoeveel kinderen kwamen langs', tabel: 'duur', reeks: 'nu', hoofd: 'kinderen', kolommen: ['kinderen', 'keer'], grenzen: [1, 5, 20], eenheid: 'kinderen', meer: 'meer', minder: 'minder' },
  nu: { titel: BEELDEN.nu.titel, tabel: 'nu', reeks: 'nu', hoofd: 'nu', kolommen: ['nu', 'over', 'wacht'], grenzen: [1, 5, 20], eenheid: 'kinderen', meer: 'meer', minder: 'minder' },
  paden: { titel: BEELDEN.paden.titel, tabel: 'paden', reeks: 'paden', hoofd: 'deel', kolommen: ['deel', 'keer'], grenzen: [0.005, 0.1, 0.25], eenheid: 'procentpunt', meer: 'vaker', minder: 'minder vaak' },
} as const satisfies Record<string, Maat>;
export type Vergelijkbeeld = keyof typeof VERGELIJKBEELDEN;
export const isVergelijkbeeld = (tekst: string): tekst is Vergelijkbeeld => Object.hasOwn(VERGELIJKBEELDEN, tekst);
export const maatVan = (beeld: Vergelijkbeeld): Maat => VERGELIJKBEELDEN[beeld];

/** De kolommen die een deel zijn; een verschil daarvan is in procentpunten. */
export const AANDELEN: ReadonlySet<string> = new Set(['aandeel', 'nuaandeel', 'deel']);

/** De twee kanten van een vergelijking, zoals ze in het adres heten. Het verschil is B min A. */
export const KANTEN = ['a', 'b'] as const;
export type Kant = (typeof KANTEN)[number];
