import { maandagVan, plusDagen, type Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import type { VerzuimRegel } from './regels.ts';

/** De grens die bij de naam van het kengetal hoort: weken met *meer dan drie* dagen thuis (r. 318–319). */
const MEER_DAN = 3;
const VOLLE_WEEK = 5;

/**
 * Dagen thuis in de ISO-week van `datum`. Elke soort afwezigheid telt, ook geoorloofd (r. 318–319, r. 1190).
 * Een week met minder dan vijf schooldagen wordt omgerekend naar vijf (spec deel 3 §0.4) en naar boven afgerond op een
 * halve dag: zo verandert het afronden nooit of iemand boven een grens van hele of halve dagen uitkomt.
 */
export function dagenThuisWeek(regels: readonly VerzuimRegel[], datum: Datum, kalender: Schoolkalender): number {
  const schooldagen = kalender.schooldagenInWeek(datum).length;
  if (schooldagen === 0) return 0;
  const maandag = maandagVan(datum);
  const zondag = plusDagen(maandag, 6);
  const dagdelen = regels.filter((r) => r.datum >= maandag && r.datum <= zondag).reduce((som, r) => som + r.dagdelen, 0);
  // In gehele getallen tot het eind: dagdelen × 5 ÷ schooldagen zijn halve dagen.
  return Math.min(VOLLE_WEEK, Math.ceil((dagdelen * VOLLE_WEEK) / schooldagen) / 2);
}

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
    if (dagenThuisWeek(regels, maandag, kalender) > MEER_DAN) weken += 1;
    else if (datum >= (schooldagen.at(-1) ?? maandag)) break;
  }
  return weken;
}
