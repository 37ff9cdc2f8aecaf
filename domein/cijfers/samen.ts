import { groepeer, toonbaar } from '../kaart/herleiden.ts';
import { bewaar } from './bewaard.ts';
import type { Eenheid } from './eenheid.ts';
import type { Kenmerken } from './kinderen.ts';

/** Alleen wie één kenmerk heeft; null is iedereen. */
export type Zicht = { readonly soort: keyof Kenmerken; readonly waarde: string | number } | null;

/** Wat voorgaat als niet alles getoond mag worden: hoe het nu is, dan een heel schooljaar, dan een maand. */
export const LAAG = { nu: 0, jaar: 1, maand: 2 } as const;
export type Laag = (typeof LAAG)[keyof typeof LAAG];

/** Over zoveel kinderen, perioden en stukken is in een seconde of twee te bepalen wat er precies mag staan; daarboven wordt afgerond. */
const PRECIES_TOT = 2_000;

/**
 * Alles wat er over dezelfde kinderen geteld wordt, op elke pagina en in elk schooljaar, om in één keer te bepalen wat daarvan precies naar
 * buiten mag. Apart bepaald zou een getal van de ene pagina min dat van een andere een klein getal zijn: het aantal open casussen min die
 * langer dan veertien dagen lopen, of de stand van augustus min die van juli.
 */
export class Samen {
  readonly zicht: Zicht;
  readonly #leden = new Map<Eenheid, Set<string>>();
  readonly #lagen = new Map<string, Laag>();
  readonly #preciesTot: number;
  #besluit: ReadonlySet<string> | undefined;

  constructor(zicht: Zicht = null, preciesTot = PRECIES_TOT) {
    this.zicht = zicht;
    this.#preciesTot = preciesTot;
  }

  /** Noemt een getal dat getoond kan worden; wat eerder genoemd is gaat binnen zijn laag voor. */
  noem(sleutel: string, laag: Laag): void {
    this.#lagen.set(sleutel, laag);
    this.#besluit = undefined;
  }

  /** Telt iets in een getal mee. */
  tel(sleutel: string, eenheid: Eenheid): void {
    // Wat in één getal vaker telt is daarin meer dan één.
    let naam = eenheid;
    while (this.#leden.get(naam)?.has(sleutel)) naam += ' en nog';
    const sleutels = this.#leden.get(naam) ?? new Set<string>();
    this.#leden.set(naam, sleutels.add(sleutel));
  }

  /**
   * Staan de getallen hier afgerond op vijven en pas vanaf tien? In een keuze altijd: elke school, gemeente en groep is een som waarvan het
   * geheel ernaast staat, en zo volgt er geen klein getal uit. Ook als het er te veel zijn om samen te wegen.
   */
  get grof(): boolean {
    return this.zicht !== null || this.#leden.size > this.#preciesTot;
  }

  /** Mag dit getal precies naar buiten? */
  staat(sleutel: string): boolean {
    this.#besluit ??= this.#beslis();
    return this.#besluit.has(sleutel);
  }

  #beslis(): ReadonlySet<string> {
    const volgorde = [...this.#lagen].sort(([, a], [, b]) => a - b).map(([sleutel]) => sleutel);
    const alle = [...this.#leden.values()].map((sleutels) => [...sleutels]);
    return bewaar([volgorde, alle], () => toonbaar(groepeer(alle), volgorde.map((sleutel, rang) => ({ sleutel, rang })), { toontKlein: true }));
  }
}
