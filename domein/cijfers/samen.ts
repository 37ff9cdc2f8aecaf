import { groepeer, toonbaar } from '../kaart/herleiden.ts';
import { bewaar } from './bewaard.ts';
import type { Eenheid } from './eenheid.ts';
import type { Kenmerken } from './kinderen.ts';

/** Alleen wie één kenmerk heeft; null is iedereen. */
export type Zicht = { readonly soort: keyof Kenmerken; readonly waarde: string | number } | null;
/** Kenmerken die elkaar bepalen: van een bestuur of een route zijn de scholen bekend. Alleen daartussen valt te rekenen. */
const SAMENHANG = [['route', 'bestuur', 'school'], ['gemeente'], ['groep']] as const satisfies readonly (readonly (keyof Kenmerken)[])[];

/** Wat voorgaat als niet alles getoond mag worden: hoe het nu is, dan een heel schooljaar, dan een maand. */
export const LAAG = { nu: 0, jaar: 1, maand: 2 } as const;
export type Laag = (typeof LAAG)[keyof typeof LAAG];

const metZicht = (sleutel: string, { soort, waarde }: NonNullable<Zicht>): string => `${sleutel} ${soort}=${waarde}`;
interface Lid { readonly sleutel: string; readonly kenmerken: Kenmerken | null }

/**
 * Alles wat er over dezelfde kinderen geteld wordt, op elke pagina, in elk schooljaar en in elk filter, om in één keer te bepalen wat daarvan
 * naar buiten mag. Apart bepaald zou een getal van de ene pagina min dat van een andere een klein getal zijn: het aantal open casussen
 * min die langer dan veertien dagen lopen, of de stand van augustus min die van juli.
 */
export class Samen {
  readonly zicht: Zicht;
  readonly #leden = new Map<Eenheid, Map<string, Lid>>();
  readonly #lagen = new Map<string, Laag>();
  #besluit: ReadonlySet<string> | undefined;

  constructor(zicht: Zicht = null) {
    this.zicht = zicht;
  }

  /** Noemt een getal dat getoond kan worden; wat eerder genoemd is gaat binnen zijn laag voor. */
  noem(sleutel: string, laag: Laag): void {
    this.#lagen.set(sleutel, laag);
    this.#besluit = undefined;
  }

  /** Telt iets in een getal mee. @param kenmerken leeg als het getal alleen over iedereen samen wordt getoond */
  tel(sleutel: string, eenheid: Eenheid, kenmerken: Kenmerken | null): void {
    // Wat in één getal vaker telt is daarin meer dan één.
    let naam = eenheid;
    while (this.#leden.get(naam)?.has(sleutel)) naam += ' en nog';
    const leden = this.#leden.get(naam) ?? new Map<string, Lid>();
    this.#leden.set(naam, leden.set(sleutel, { sleutel, kenmerken }));
  }

  /** Mag dit getal, voor het zicht van dit geheel, naar buiten? */
  staat(sleutel: string): boolean {
    this.#besluit ??= this.#beslis();
    return this.#besluit.has(this.zicht === null ? sleutel : metZicht(sleutel, this.zicht));
  }

  #beslis(): ReadonlySet<string> {
    const volgorde = [...this.#lagen].sort(([, a], [, b]) => a - b).map(([sleutel]) => sleutel);
    const alle = [...this.#leden.values()].map((leden) => [...leden.values()]);
    const geheel = bewaar([volgorde, alle], () => samenTeTonen(alle.map((leden) => leden.map(({ sleutel }) => sleutel)), volgorde, new Set()));
    if (this.zicht === null) return geheel;
    const { soort } = this.zicht;
    const soorten: readonly (keyof Kenmerken)[] = SAMENHANG.find((lijst) => (lijst as readonly string[]).includes(soort)) ?? [];
    return bewaar([volgorde, alle, soorten], () => toonbaarInZicht(alle, volgorde, geheel, soorten));
  }
}

/** Wat er per kenmerk bij mag, gegeven wat er van het geheel al staat: dat hangt niet af van wie er kiest. */
function toonbaarInZicht(alle: readonly (readonly Lid[])[], volgorde: readonly string[], geheel: ReadonlySet<string>, soorten: readonly (keyof Kenmerken)[]): ReadonlySet<string> {
  const plek = new Map(volgorde.map((sleutel, nr) => [sleutel, nr]));
  const keuzes = new Map<string, { rang: number; aantal: number }>();
  const eenheden = alle.map((leden) => leden.flatMap(({ sleutel, kenmerken }) => {
    if (kenmerken === null) return [sleutel];
    return [sleutel, ...soorten.map((s, rang) => {
      const keuze = metZicht(sleutel, { soort: s, waarde: kenmerken[s] });
      const eerder = keuzes.get(keuze);
      // Een keuze staat er alleen als het geheel er staat; daarbinnen eerst de ruimste kenmerken, en daarbinnen het grootste.
      if (eerder) eerder.aantal++;
      else if (geheel.has(sleutel)) keuzes.set(keuze, { rang: rang * volgorde.length + plek.get(sleutel)!, aantal: 1 });
      return keuze;
    })];
  }));
  const opRang = [...keuzes].sort(([a, x], [b, y]) => x.rang - y.rang || y.aantal - x.aantal || (a < b ? -1 : 1)).map(([keuze]) => keuze);
  return samenTeTonen(eenheden, [...geheel, ...opRang], geheel);
}

/** Welke getallen samen mogen staan; wat vooraan staat gaat voor. @param eenheden van elke eenheid de getallen waarin zij telt */
const samenTeTonen = (eenheden: readonly (readonly string[])[], volgorde: readonly string[], vast: ReadonlySet<string>): Set<string> =>
  toonbaar(groepeer(eenheden), volgorde.map((sleutel, rang) => ({ sleutel, rang, vast: vast.has(sleutel) })), { toontKlein: true });
