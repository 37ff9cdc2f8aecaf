/**
 * Hoe lang er na een mislukte poging gewacht wordt: steeds dubbel, tot een grens, en met een willekeurig deel zodat wie
 * samen misging niet ook samen terugkomt. Dit is de enige plek met wachttijden na een fout.
 */
export interface Backoff {
  /** Wachttijd na de eerste mislukte poging, in ms. */
  readonly firstMs: number;
  /** Langer wordt het niet. */
  readonly maxMs: number;
  /** Het willekeurige deel: 0.2 is twintig procent korter tot twintig procent langer. */
  readonly jitter: number;
}

export const BACKOFF = {
  /** Een job na een storing. De engine houdt deze wachttijd vast, dus een herstart van ons verandert er niets aan. */
  job: { firstMs: 10_000, maxMs: 600_000, jitter: 0.2 },
  /** Een job na een fout die niemand voorzag: 40 + 80 + 160 + 320 s, dus na vijf pogingen in tien minuten naar een mens. */
  unexpected: { firstMs: 40_000, maxMs: 600_000, jitter: 0.2 },
  /** Een opdracht aan de engine, zolang de aanroeper wacht. */
  command: { firstMs: 100, maxMs: 5_000, jitter: 0.5 },
  /** Het vragen om werk. De SDK doet dat bij een verloren verbinding elke 300 ms, met drieëntwintig werkers een storm. */
  poll: { firstMs: 200, maxMs: 5_000, jitter: 0.5 },
  /** De gezamenlijke pauze als de engine het te druk heeft. */
  pressure: { firstMs: 25, maxMs: 2_000, jitter: 0.5 },
  /** Een server die tegelijk met ons opstart (docker compose). */
  start: { firstMs: 500, maxMs: 5_000, jitter: 0.2 },
  /** De geschiedenis bijlezen: niemand wacht erop, dus de engine mag eerst overeind komen. */
  history: { firstMs: 5_000, maxMs: 600_000, jitter: 0.2 },
  /** Een mail. De rij in de postbus houdt deze wachttijd vast; tien pogingen zijn ruim acht uur. */
  mail: { firstMs: 60_000, maxMs: 6 * 3_600_000, jitter: 0 },
} as const satisfies Record<string, Backoff>;

/**
 * De wachttijd na de zoveelste mislukte poging.
 * @param attempt de hoeveelste poging mislukte, vanaf 1
 * @param random geeft een getal van 0 tot 1
 * @returns milliseconden
 */
export function waitAfter(attempt: number, { firstMs, maxMs, jitter }: Backoff, random: () => number): number {
  const doubled = firstMs * 2 ** Math.min(Math.max(attempt, 1) - 1, 30);
  return Math.round(Math.min(maxMs, doubled) * (1 - jitter + 2 * jitter * random()));
}
