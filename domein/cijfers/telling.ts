import { groepeer as perWaarde } from '../groepeer.ts';
import { kengetal as berekenKengetal, type Kengetal } from '../kaart/cijfers.ts';
import { aantal, afgerond, DREMPEL, teKlein, type Aantal } from '../kaart/onderdruk.ts';
import type { Eenheid } from './eenheid.ts';
import type { Kenmerken } from './kinderen.ts';
import { LAAG, Samen, type Laag, type Zicht } from './samen.ts';

export type { Zicht };

/** Eén ding dat geteld wordt. */
export interface Maat<T> {
  telt(geval: T): boolean;
  /** De maat waar dit een deel van is. Wie er niet bij hoort mag evenmin tot een kind te herleiden zijn. */
  readonly van?: string;
  /** Waar het geval in deze maat om telt, als dat niet altijd hetzelfde is: een kind om de tijd waarin het toen thuiszitter was. */
  eenheid?(geval: T): Eenheid;
  /** Wat voorgaat als niet alles getoond mag worden; zonder is het iets van een heel schooljaar. */
  readonly laag?: Laag;
  /** Staat er nooit per kenmerk: in een maand zijn het er te weinig, en het verschil van twee maanden is dan een kind. */
  readonly alleenSamen?: boolean;
}
/** Wat er geteld wordt; wat vooraan staat gaat voor als niet alles getoond mag worden. */
export type Maten<T> = Readonly<Record<string, Maat<T>>>;

/** Een afgerond getal staat er pas vanaf hier. Wie een heel getal ernaast heeft, houdt voor de rest dan te veel over om een klein getal te zijn. */
const GROF_VANAF = 2 * DREMPEL;

/** Een afgerond getal is hoogstens zoveel meer of minder. */
const SPELING = 2;
/** Wat het deel kan zijn van twee afgeronde getallen: een doel is pas gehaald als het dat hoe dan ook is. */
const deelTussen = (deel: number, van: number): readonly [number, number] => (deel === 0 ? [0, 0] : [(deel - SPELING) / (van + SPELING), Math.min(1, (deel + SPELING) / (van - SPELING))]);

/** Getallen zoals zij naar buiten mogen. Alleen hier wordt van een telling een getal op een pagina, in een mail of in een bestand. */
export interface Telling<T> {
  toon(maat: string): Aantal;
  /** Het deel van het geheel waar de maat bij hoort, van 0 tot en met 1; null als een van beide er niet mag staan, of als er niets is. */
  aandeel(maat: string): number | null;
  /**
   * Waar het deel tussen ligt, als het deel of wie er niet bij hoort te klein is om te noemen (uit "<5" volgt niet meer dan dat), of als de
   * getallen zijn afgerond. Null als het gewone aandeel er staat, of als het geheel er niet mag staan.
   */
  tussen(maat: string): readonly [number, number] | null;
  /** Mediaan en p90 van wie bij de maat hoort; null als het aantal er niet mag staan of er te weinig te meten is. */
  kengetal(maat: string, waarde: (geval: T) => number | null): Kengetal | null;
}

export interface Tellingopties<T> {
  /** Waarin deze telling samen met andere bepaalt wat er mag staan; zonder staat zij op zichzelf. */
  readonly samen?: Samen;
  /** Hoe deze telling heet te midden van de andere. */
  readonly naam?: string;
  eenheid?(geval: T, nummer: number): Eenheid;
}

/**
 * Telt gevallen; wat daarvan naar buiten mag bepaalt `Samen`, over alle tellingen die erin zitten, zodra er één getal gevraagd wordt.
 * Zonder keuze staat er bij weinig "<5" en blijft nul een getal. In een keuze zijn getallen afgerond op vijven en staan zij er vanaf tien; nul,
 * weinig en weggelaten zeggen daar hetzelfde, anders verraadt een nul iets over de anderen.
 */
export function maakTelling<T extends { readonly kenmerken: Kenmerken }>(gevallen: readonly T[], maten: Maten<T>, { samen = new Samen(), naam = '', eenheid = (_geval, nummer) => `${naam} ${nummer}` }: Tellingopties<T> = {}): Telling<T> {
  const { zicht } = samen;
  const sleutel = (maat: string): string => `${naam}/${maat}`;
  const geteld = new Map<string, readonly T[]>();
  for (const [maat, { telt, van, eenheid: eigen, laag = LAAG.jaar, alleenSamen = false }] of Object.entries(maten)) {
    // In een keuze hangt een getal niet van andere af, en valt er samen niets te wegen.
    if (zicht !== null) {
      geteld.set(maat, alleenSamen ? [] : gevallen.filter((geval) => telt(geval) && String(geval.kenmerken[zicht.soort]) === String(zicht.waarde)));
      continue;
    }
    geteld.set(maat, gevallen.filter((geval) => telt(geval)));
    samen.noem(sleutel(maat), laag);
    // Wie niet bij een deel hoort staat er nooit zelf, maar "op minder dan vijf na" zegt het wel.
    const geheel = van === undefined ? undefined : maten[van];
    for (const [nummer, geval] of gevallen.entries()) {
      if (telt(geval)) samen.tel(sleutel(maat), eigen?.(geval) ?? eenheid(geval, nummer));
      else if (geheel?.telt(geval)) samen.tel(`-${sleutel(maat)}`, geheel.eenheid?.(geval) ?? eenheid(geval, nummer));
    }
  }
  const bij = (maat: string): readonly T[] => geteld.get(maat)!;
  const n = (maat: string): number => bij(maat).length;
  const staat = (maat: string): boolean => (zicht === null && n(maat) === 0) || (samen.grof ? n(maat) >= GROF_VANAF : samen.staat(sleutel(maat)));
  const getal = (maat: string): number => (samen.grof ? afgerond(n(maat)) : n(maat));
  return {
    toon: (maat) => (staat(maat) ? getal(maat) : samen.grof || n(maat) >= DREMPEL ? null : aantal(n(maat))),
    aandeel(maat) {
      const van = maten[maat]!.van ?? '';
      return !samen.grof && staat(maat) && staat(van) && n(van) > 0 ? n(maat) / n(van) : null;
    },
    tussen(maat) {
      const van = maten[maat]!.van ?? '';
      const [deel, alle] = [n(maat), n(van)];
      if (samen.grof) return staat(maat) && staat(van) && alle > 0 ? deelTussen(getal(maat), getal(van)) : null;
      if (!staat(van) || alle < DREMPEL) return null;
      if (teKlein(deel)) return [1 / alle, (DREMPEL - 1) / alle];
      return teKlein(alle - deel) ? [(alle - DREMPEL + 1) / alle, (alle - 1) / alle] : null;
    },
    kengetal(maat, waarde) {
      const gemeten = bij(maat).map(waarde).filter((w) => w !== null);
      return staat(maat) ? berekenKengetal(new Map([...perWaarde(gemeten, (w) => w)].map(([w, keren]) => [w, keren.length])), gemeten.length) : null;
    },
  };
}
