import type { Datum } from '../kalender/datum.ts';
import { DREMPEL } from './onderdruk.ts';

/** Hoe vaak iets zoveel dagen duurde. */
export type Verdeling = ReadonlyMap<number, number>;

/** Nooit een los gemiddelde: één kind van een half jaar trekt dat scheef (anchors §2.4). De langste staat er niet bij: dat is één kind. */
export interface Kengetal {
  /** Van hoeveel kinderen de bezoeken zijn. */
  readonly n: number;
  readonly mediaan: number;
  /** Null onder tien kinderen: daar is het de langste. */
  readonly p90: number | null;
}

/**
 * Mediaan en p90 van een verdeling van bezoeken. Een percentiel is de kleinste waarde waar minstens dat deel van de bezoeken niet
 * boven zit (zoals `percentile_disc` in SQL), dus altijd een duur die echt voorkwam.
 * @param n van hoeveel kinderen zij zijn
 * @returns null als er niets is, of van minder dan vijf kinderen
 */
export function kengetal(verdeling: Verdeling, n: number): Kengetal | null {
  const waarden = [...verdeling].filter(([, aantal]) => aantal > 0).sort(([a], [b]) => a - b);
  const bezoeken = waarden.reduce((som, [, aantal]) => som + aantal, 0);
  if (bezoeken === 0 || n < DREMPEL) return null;
  const percentiel = (deel: number): number => {
    let tot = 0;
    for (const [waarde, aantal] of waarden) if ((tot += aantal) >= deel * bezoeken - 1e-9) return waarde;
    return waarden.at(-1)![0];
  };
  return { n, mediaan: percentiel(0.5), p90: n < 2 * DREMPEL ? null : percentiel(0.9) };
}

/** De leeftijd van wat openstaat: van elke begindag naar dagen tot vandaag. Dagen die niet te tellen zijn vallen weg. */
export function leeftijden(begonnen: ReadonlyMap<Datum, number>, dagen: (begin: Datum) => number | null): Verdeling {
  const uit = new Map<number, number>();
  for (const [dag, aantal] of begonnen) {
    const leeftijd = dagen(dag);
    if (leeftijd !== null) uit.set(leeftijd, (uit.get(leeftijd) ?? 0) + aantal);
  }
  return uit;
}
