import type { Kindsom } from '../../registratie/kaart/kindsommen.ts';

/** Wat er aan één element gebeurde. Een kind telt per schooljaar één keer, bij zijn eerste geëindigde bezoek van dat jaar. */
export type Telling = Omit<Kindsom, 'proces' | 'element' | 'waarde' | 'route'>;

/** Welke van die aantallen er mogen staan; `kinderen` geldt ook voor de duren en voor wat is afgerond. */
export interface Toon {
  readonly kinderen: boolean;
  /** Er zijn er één tot en met vier, en dat mag er staan. */
  readonly klein: boolean;
  readonly termijn: boolean;
  readonly teLaat: boolean;
}
export const NIETS_TONEN: Toon = { kinderen: false, klein: false, termijn: false, teLaat: false };
export const LEGE_TELLING: Telling = { bezoeken: 0, bezoekenAfgebroken: 0, kinderen: 0, metTermijn: 0, teLaat: 0, afgebroken: 0 };

export const telOp = (a: Telling, b: Telling): Telling => ({
  bezoeken: a.bezoeken + b.bezoeken, bezoekenAfgebroken: a.bezoekenAfgebroken + b.bezoekenAfgebroken, kinderen: a.kinderen + b.kinderen,
  metTermijn: a.metTermijn + b.metTermijn, teLaat: a.teLaat + b.teLaat, afgebroken: a.afgebroken + b.afgebroken,
});

/** Een element van een proces, als sleutel. */
export const plek = (proces: string, element: string): string => `${proces}|${element}`;

/** De sommen per plek. */
export const perPlek = (sommen: readonly Kindsom[]): Map<string, Kindsom[]> => groepeerOp(sommen, (som) => plek(som.proces, som.element));

export function groepeerOp<T>(lijst: Iterable<T>, sleutel: (een: T) => string): Map<string, T[]> {
  const uit = new Map<string, T[]>();
  for (const een of lijst) {
    const groep = uit.get(sleutel(een));
    if (groep) groep.push(een);
    else uit.set(sleutel(een), [een]);
  }
  return uit;
}
