import { maandagVan, plusDagen, type Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import type { VerzuimRegel } from './regels.ts';

/** De grens die bij de naam van het kengetal hoort: weken met *meer dan drie* dagen thuis (r. 318–319). */
const MEER_DAN = 3;
/** Zo veel schooldagen heeft een gewone week; daar is de grens van drie dagen voor bedoeld. */
const VOLLE_WEEK = 5;

/**
 * De schooldagen waarop een schoolweek wordt beoordeeld. Heeft zij er minder dan vijf, dan horen de laatste schooldagen
 * ervóór erbij tot het er vijf zijn. Zo telt elke dag thuis als één dag: in een week met één schooldag maakt één gemiste
 * dag geen vijf, en wie blijft wegblijven haalt de grens ook in een korte week. Een vakantie telt niet en breekt niet.
 */
export function beoordeeldeDagen(datum: Datum, kalender: Schoolkalender): Datum[] {
  const dagen = kalender.schooldagenInWeek(datum);
  if (dagen.length === 0 || dagen.length >= VOLLE_WEEK) return dagen;
  for (let dag = plusDagen(maandagVan(datum), -1); dagen.length < VOLLE_WEEK && kalender.kent(dag); dag = plusDagen(dag, -1)) {
    if (kalender.isSchooldag(dag)) dagen.unshift(dag);
  }
  return dagen;
}

/** Dagen thuis in de schoolweek van `datum`. Elke soort afwezigheid telt, ook geoorloofd (r. 318–319, r. 1190). */
export function dagenThuisWeek(regels: readonly VerzuimRegel[], datum: Datum, kalender: Schoolkalender): number {
  const dagen = new Set(beoordeeldeDagen(datum, kalender));
  const dagdelen = regels.filter((r) => dagen.has(r.datum)).reduce((som, r) => som + r.dagdelen, 0);
  return Math.min(VOLLE_WEEK, dagdelen / 2);
}

/** Was de leerling in de schoolweek van `datum` meer dan drie dagen thuis? */
export const thuisInWeek = (regels: readonly VerzuimRegel[], datum: Datum, kalender: Schoolkalender): boolean => dagenThuisWeek(regels, datum, kalender) > MEER_DAN;

/**
 * Aaneengesloten schoolweken met meer dan drie dagen thuis, de week van `datum` meegeteld. Vakantieweken tellen niet en
 * breken de reeks niet (spec AMB-19). Ook een week die nog niet om is breekt de reeks niet: pas aan haar eind is te
 * zeggen dat het minder werd.
 */
export function wekenAaneen(regels: readonly VerzuimRegel[], datum: Datum, kalender: Schoolkalender): number {
  const eerste = regels[0]?.datum;
  if (eerste === undefined) return 0;
  let weken = 0;
  for (let maandag = maandagVan(datum); maandag >= maandagVan(eerste); maandag = plusDagen(maandag, -7)) {
    const schooldagen = kalender.schooldagenInWeek(maandag);
    if (schooldagen.length === 0) continue;
    if (thuisInWeek(regels, maandag, kalender)) weken += 1;
    else if (datum >= (schooldagen.at(-1) ?? maandag)) break;
  }
  return weken;
}
