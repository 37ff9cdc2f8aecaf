import type { Datum } from '../kalender/datum.ts';

/** Hoe vaak iets zoveel dagen duurde. */
export type Verdeling = ReadonlyMap<number, number>;

/** Nooit een los gemiddelde: één kind van een half jaar trekt dat scheef (anchors §2.4). */
export interface Kengetal {
  readonly n: number;
  readonly mediaan: number;
  readonly p90: number;
  readonly max: number;
}

/**
 * Mediaan, p90 en grootste van een verdeling. Een percentiel is de kleinste waarde waar minstens dat deel van de bezoeken
 * niet boven zit (zoals `percentile_disc` in SQL), dus altijd een duur die echt voorkwam.
 * @returns null als er niets is
 */
export function kengetal(verdeling: Verdeling): Kengetal | null {
  const waarden = [...verdeling].filter(([, aantal]) => aantal > 0).sort(([a], [b]) => a - b);
  const n = waarden.reduce((som, [, aantal]) => som + aantal, 0);
  if (n === 0) return null;
  const percentiel = (deel: number): number => {
    let tot = 0;
    for (const [waarde, aantal] of waarden) if ((tot += aantal) >= deel * n - 1e-9) return waarde;
    return waarden.at(-1)![0];
  };
  return { n, mediaan: percentiel(0.5), p90: percentiel(0.9), max: waarden.at(-1)![0] };
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
