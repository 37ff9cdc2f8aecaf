import { plusDagen, type Datum } from '../kalender/datum.ts';
import type { Grens, Thuisnormen } from '../thuis/normen.ts';

/** De grenzen tussen de groepen waarin de cijfers verdelen hoe lang kinderen thuis zijn. */
const GRENZEN = ['vierWeken', 'achtWeken', 'dertienWeken'] as const satisfies readonly Grens[];
export const GROEPEN = [0, 1, 2, 3] as const;
export type Klokgroep = (typeof GROEPEN)[number];

/** In welke groep een kind valt dat sinds deze dag thuis is; vier weken is vanaf dag 29, zoals bij de thuiszitter. */
export const groepVan = (normen: Pick<Thuisnormen, 'op'>, thuisSinds: Datum, dag: Datum): Klokgroep =>
  GRENZEN.filter((grens) => normen.op(grens, thuisSinds) <= dag).length as Klokgroep;

/** Hoe de groepen heten: "0 tot 4 weken", "4 tot 8 weken", "8 tot 13 weken", "langer dan 13 weken". */
export function groepnamen(normen: Pick<Thuisnormen, 'naam'>): readonly string[] {
  const namen = GRENZEN.map((grens) => normen.naam(grens));
  const zonder = (naam: string, volgende: string): string => (naam.split(' ')[1] === volgende.split(' ')[1] ? (naam.split(' ')[0] ?? naam) : naam);
  return [...namen.map((naam, i) => `${i === 0 ? '0' : zonder(namen[i - 1]!, naam)} tot ${naam}`), `langer dan ${namen.at(-1)}`];
}

/** Hoe elke grens heet, voor "langer dan …". */
export const grensnamen = (normen: Pick<Thuisnormen, 'naam'>): readonly string[] => GRENZEN.map((grens) => normen.naam(grens));

/** Zo ver vooruit wordt gekeken wie een grens passeert. */
export const VOORUIT_DAGEN = 14;

/** Wordt dit kind in de komende veertien dagen vier weken thuis? */
export const passeertVierWeken = (normen: Pick<Thuisnormen, 'op'>, thuisSinds: Datum, dag: Datum): boolean => binnenkort(normen.op('vierWeken', thuisSinds), dag);
/** Is dit kind in de komende veertien dagen voor het eerst langer dan drie maanden thuis? Dat is de dag na drie kalendermaanden. */
export const passeertDrieMaanden = (normen: Pick<Thuisnormen, 'op'>, thuisSinds: Datum, dag: Datum): boolean => binnenkort(plusDagen(normen.op('drieMaanden', thuisSinds), 1), dag);

const binnenkort = (wanneer: Datum, dag: Datum): boolean => wanneer > dag && wanneer <= plusDagen(dag, VOORUIT_DAGEN);
