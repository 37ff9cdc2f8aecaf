import { groepeer as perWaarde } from '../groepeer.ts';
import { kengetal as berekenKengetal, type Kengetal } from '../kaart/cijfers.ts';
import { groepeer, toonbaar } from '../kaart/herleiden.ts';
import { aantal, DREMPEL, teKlein, type Aantal } from '../kaart/onderdruk.ts';
import type { Kenmerken } from './kinderen.ts';

/** Alleen wie één kenmerk heeft; null is iedereen. */
export type Zicht = { readonly soort: keyof Kenmerken; readonly waarde: string | number } | null;
/** Kenmerken die elkaar bepalen: van een bestuur of een route zijn de scholen bekend. Alleen daartussen valt te rekenen. */
const SAMENHANG = [['route', 'bestuur', 'school'], ['gemeente'], ['groep']] as const satisfies readonly (readonly (keyof Kenmerken)[])[];

/** Eén ding dat geteld wordt. */
export interface Maat<T> {
  telt(geval: T): boolean;
  /** De maat waar dit een deel van is. Wie er niet bij hoort volgt dan ook, en mag evenmin tot een kind te herleiden zijn. */
  readonly van?: string;
}
/** Wat er geteld wordt; wat vooraan staat gaat voor als niet alles getoond mag worden. */
export type Maten<T> = Readonly<Record<string, Maat<T>>>;

/** Getallen zoals zij naar buiten mogen. Alleen hier wordt van een telling een getal op een pagina, in een mail of in een bestand. */
export interface Telling<T> {
  readonly maten: readonly string[];
  toon(maat: string): Aantal;
  /** Het deel van het geheel waar de maat bij hoort, van 0 tot en met 1; null als een van beide er niet mag staan, of als er niets is. */
  aandeel(maat: string): number | null;
  /**
   * Waar het deel tussen ligt, als het deel of wie er niet bij hoort te klein is om te noemen: uit "<5" volgt niet meer dan dat. Null als
   * het gewone aandeel er staat, in een keuze, of als het geheel er niet mag staan.
   */
  tussen(maat: string): readonly [number, number] | null;
  /** Mediaan en p90 van wie bij de maat hoort; null als het aantal er niet mag staan of er te weinig te meten is. */
  kengetal(maat: string, waarde: (geval: T) => number | null): Kengetal | null;
}

export interface Tellingopties {
  readonly zicht?: Zicht;
  /** Maten die al door een andere telling over dezelfde kinderen staan; hier bepalen zij mee wat er nog bij mag. */
  readonly vast?: readonly string[];
}

/** Zo heet wie niet bij een deel hoort; geen maat begint zo. */
const REST = '-';
const sleutelVan = (maat: string, zicht: Zicht): string => (zicht === null ? maat : `${maat} ${zicht.soort}=${zicht.waarde}`);

/**
 * Telt gevallen en bepaalt wat daarvan samen naar buiten mag (domein/kaart/herleiden.ts). Maten waarvan de een uit de andere te rekenen
 * is horen in dezelfde telling. Zonder keuze staat er bij weinig "<5" en blijft nul een getal; in een keuze zeggen nul, weinig en
 * weggelaten hetzelfde, anders verraadt een nul iets over de anderen. Wat van het geheel mag hangt niet af van wie er kiest.
 */
export function maakTelling<T extends { readonly kenmerken: Kenmerken }>(gevallen: readonly T[], maten: Maten<T>, { zicht = null, vast = [] }: Tellingopties = {}): Telling<T> {
  const namen = Object.keys(maten);
  const geteld = gevallen.map((geval) => {
    const bij = new Set(namen.filter((maat) => maten[maat]!.telt(geval)));
    return { geval, bij, sleutels: [...bij, ...namen.filter((maat) => !bij.has(maat) && bij.has(maten[maat]!.van ?? '')).map((maat) => REST + maat)] };
  }).filter(({ sleutels }) => sleutels.length > 0);
  const geheel = samenTeTonen(geteld.map(({ sleutels }) => sleutels), namen, new Set(vast));
  const inZicht = zicht === null ? new Set<string>() : toonbaarInZicht(geteld, namen, geheel, zicht);
  const bij = (maat: string): T[] => geteld.filter((g) => g.bij.has(maat) && (zicht === null || String(g.geval.kenmerken[zicht.soort]) === String(zicht.waarde))).map(({ geval }) => geval);
  const n = (maat: string): number => bij(maat).length;
  const staat = (maat: string): boolean => (zicht === null ? geheel.has(maat) || n(maat) === 0 : inZicht.has(sleutelVan(maat, zicht)));
  return {
    maten: namen,
    toon: (maat) => (staat(maat) ? n(maat) : zicht !== null || n(maat) >= DREMPEL ? null : aantal(n(maat))),
    aandeel(maat) {
      const van = maten[maat]!.van ?? '';
      return staat(maat) && staat(van) && n(van) > 0 ? n(maat) / n(van) : null;
    },
    tussen(maat) {
      const van = maten[maat]!.van ?? '';
      const [deel, alle] = [n(maat), n(van)];
      if (zicht !== null || !staat(van) || alle < DREMPEL) return null;
      if (teKlein(deel)) return [1 / alle, (DREMPEL - 1) / alle];
      return teKlein(alle - deel) ? [(alle - DREMPEL + 1) / alle, (alle - 1) / alle] : null;
    },
    kengetal(maat, waarde) {
      const gemeten = bij(maat).map(waarde).filter((w) => w !== null);
      return staat(maat) ? berekenKengetal(new Map([...perWaarde(gemeten, (w) => w)].map(([w, keren]) => [w, keren.length])), gemeten.length) : null;
    },
  };
}

/** Wat er per kenmerk bij mag, gegeven wat er van het geheel al staat. */
function toonbaarInZicht<T extends { readonly kenmerken: Kenmerken }>(geteld: readonly { geval: T; sleutels: readonly string[] }[], namen: readonly string[], geheel: ReadonlySet<string>, { soort }: NonNullable<Zicht>): Set<string> {
  const soorten = SAMENHANG.find((lijst) => (lijst as readonly string[]).includes(soort)) ?? [];
  const metKenmerk = (sleutel: string, { kenmerken }: T): string[] => soorten.map((s) => sleutelVan(sleutel, { soort: s, waarde: kenmerken[s] }));
  const kinderen = geteld.map(({ geval, sleutels }) => [...sleutels, ...sleutels.flatMap((sleutel) => metKenmerk(sleutel, geval))]);
  const aantallen = new Map<string, number>();
  for (const sleutel of kinderen.flat()) aantallen.set(sleutel, (aantallen.get(sleutel) ?? 0) + 1);
  // Een keuze staat er alleen als het geheel er staat; daarbinnen eerst de ruimste kenmerken, en daarbinnen het grootste.
  const rang = (sleutel: string): number => soorten.findIndex((s) => sleutel.includes(` ${s}=`)) * namen.length + namen.indexOf(sleutel.split(' ')[0]!);
  const keuzes = [...aantallen.keys()].filter((sleutel) => sleutel.includes(' ') && geheel.has(sleutel.split(' ')[0]!))
    .sort((a, b) => rang(a) - rang(b) || aantallen.get(b)! - aantallen.get(a)! || (a < b ? -1 : 1));
  return samenTeTonen(kinderen, [...geheel, ...keuzes], geheel);
}

/** Welke getallen samen mogen staan; wat vooraan staat gaat voor. @param kinderen van elk kind de getallen waarin het telt */
const samenTeTonen = (kinderen: readonly (readonly string[])[], volgorde: readonly string[], vast: ReadonlySet<string>): Set<string> =>
  toonbaar(groepeer(kinderen), volgorde.map((sleutel, rang) => ({ sleutel, rang, vast: vast.has(sleutel) })), { toontKlein: true });

/** Meer tellingen als één; elke maat komt uit de eerste die haar telt. */
export function samengevoegd<T>(tellingen: readonly Telling<T>[]): Telling<T> {
  const bij = (maat: string): Telling<T> => {
    const telling = tellingen.find(({ maten }) => maten.includes(maat));
    if (!telling) throw new RangeError(`Er is geen maat ${maat}.`);
    return telling;
  };
  return { maten: tellingen.flatMap(({ maten }) => maten), toon: (maat) => bij(maat).toon(maat), aandeel: (maat) => bij(maat).aandeel(maat), tussen: (maat) => bij(maat).tussen(maat), kengetal: (maat, waarde) => bij(maat).kengetal(maat, waarde) };
}

/** De maten van een telling die er mogen staan, om in een andere vast te zijn. */
export const staande = <T>(telling: Telling<T>, maten: readonly string[]): string[] => maten.filter((maat) => typeof telling.toon(maat) === 'number');

/** Dezelfde telling zonder deze maten: zij staan elders ook niet. */
export const zonder = <T>(maten: readonly string[], telling: Telling<T>): Telling<T> => {
  const weg = (maat: string): boolean => maten.includes(maat);
  return {
    maten: telling.maten, toon: (maat) => (weg(maat) ? null : telling.toon(maat)), aandeel: (maat) => (weg(maat) ? null : telling.aandeel(maat)),
    tussen: (maat) => (weg(maat) ? null : telling.tussen(maat)), kengetal: (maat, waarde) => (weg(maat) ? null : telling.kengetal(maat, waarde)),
  };
};
