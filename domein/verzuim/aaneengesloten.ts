import { dagenTussen, plusDagen, type Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import { TELT_VOOR_UREN, type VerzuimRegel } from './regels.ts';

/** Een hele schooldag is twee dagdelen; minder breekt de reeks. */
const HELE_DAG = 2;
const GEEN_REEKS = { dagen: 0, begin: null };

/**
 * Kalenderdagen onafgebroken ongeoorloofd verzuim (r. 309): elke schooldag van de reeks is de leerling de hele dag weg.
 * Weekenden tellen mee. Vakanties breken de reeks niet en tellen niet mee (spec deel 3 §0.3). Is over `peildatum` zelf
 * nog niets bekend, dan loopt de reeks tot de schooldag ervoor.
 * @returns hoe lang de reeks duurt en op welke dag zij begon
 */
export function aaneengeslotenReeks(regels: readonly VerzuimRegel[], peildatum: Datum, kalender: Schoolkalender): { dagen: number; begin: Datum | null } {
  const heleDagen = new Set(
    regels.filter((r) => r.dagdelen === HELE_DAG && TELT_VOOR_UREN.includes(r.soort)).map((r) => r.datum),
  );
  const vroegste = [...heleDagen].sort()[0];
  if (vroegste === undefined) return GEEN_REEKS;

  let begin: Datum | undefined;
  let eind: Datum | undefined;
  let vakantiedagen = 0;
  let vakantieSindsBegin = 0;
  for (let dag = peildatum; dag >= vroegste; dag = plusDagen(dag, -1)) {
    if (!kalender.isSchoolweek(dag)) {
      if (eind !== undefined) vakantiedagen += 1;
      continue;
    }
    if (!kalender.isSchooldag(dag)) continue;
    if (heleDagen.has(dag)) {
      eind ??= dag;
      begin = dag;
      vakantieSindsBegin = vakantiedagen;
    } else if (dag !== peildatum || regels.some((r) => r.datum === dag)) {
      break;
    }
  }
  if (begin === undefined || eind === undefined) return GEEN_REEKS;
  const totVrij = lopendTot(eind, peildatum, kalender);
  return { dagen: dagenTussen(begin, totVrij) + 1 - vakantieSindsBegin, begin };
}

/** Na de laatste gemiste schooldag telt het weekend (of een losse vrije dag) mee tot aan de peildatum. */
function lopendTot(eind: Datum, peildatum: Datum, kalender: Schoolkalender): Datum {
  let tot = eind;
  while (tot < peildatum) {
    const volgende = plusDagen(tot, 1);
    if (kalender.isSchooldag(volgende) || !kalender.isSchoolweek(volgende)) break;
    tot = volgende;
  }
  return tot;
}
