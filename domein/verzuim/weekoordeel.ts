import { maandagVan, plusDagen, type Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import type { VerzuimRegel } from './regels.ts';
import { beoordeeldeDagen, dagenThuisWeek, wekenAaneen } from './thuisdagen.ts';

/** Hoe lang de leerling in één schoolweek thuis was. */
export interface Weekoordeel {
  /** De laatste schooldag van die week tot en met de peildatum: op die dag stond dit aantal vast. */
  thuisTot: Datum;
  dagenThuisWeek: number;
}

/**
 * Beoordeelt elke schoolweek die nieuwe regels raken (r. 51–52, design §9), ook een oudere, en ook een korte week erna die
 * haar laatste dagen meetelt. In welke volgorde en in hoeveel standen de regels kwamen maakt zo niets uit.
 * @param regels al het bekende verzuim tot en met de peildatum
 * @param geraakt dagen waarover iets nieuws is gezegd
 */
export function beoordeelWeken(regels: readonly VerzuimRegel[], geraakt: readonly Datum[], peildatum: Datum, kalender: Schoolkalender): Weekoordeel[] {
  const dagen = new Set(geraakt.filter((dag) => dag <= peildatum));
  const eerste = [...dagen].sort()[0];
  if (eerste === undefined) return [];
  const oordelen: Weekoordeel[] = [];
  for (let maandag = maandagVan(eerste); maandag <= peildatum; maandag = plusDagen(maandag, 7)) {
    const thuisTot = kalender.schooldagenInWeek(maandag).filter((dag) => dag <= peildatum).at(-1);
    if (thuisTot === undefined || !beoordeeldeDagen(maandag, kalender).some((dag) => dagen.has(dag))) continue;
    oordelen.push({ thuisTot, dagenThuisWeek: dagenThuisWeek(regels, maandag, kalender) });
  }
  return oordelen;
}

/** De week met de meeste dagen thuis; bij gelijke weken de laatste. Escaleert er één, dan escaleert deze. */
export function zwaarsteWeek(oordelen: readonly Weekoordeel[]): Weekoordeel | undefined {
  return oordelen.reduce<Weekoordeel | undefined>((tot, week) => (tot !== undefined && tot.dagenThuisWeek > week.dagenThuisWeek ? tot : week), undefined);
}

/** Begint met deze week een reeks? Dan was de leerling de schoolweek ervoor niet meer dan drie dagen thuis. */
export const beginVanReeks = (regels: readonly VerzuimRegel[], { thuisTot }: Weekoordeel, kalender: Schoolkalender): boolean => wekenAaneen(regels, thuisTot, kalender) === 1;
