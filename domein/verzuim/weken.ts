import { maandagVan, plusDagen, type Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import type { VerzuimInvoer } from './regels.ts';

/** Een stand van de school: die heeft altijd een peildatum, een feit uit de route niet. */
type Opgave = VerzuimInvoer & { peildatum: Datum };

/** De maandag van de week waarin de school zegt dat er geen verzuim was: de gevraagde week, anders die van de peildatum. */
const weekZonderVerzuim = ({ week, peildatum }: Opgave): Datum => maandagVan(week ?? peildatum);

/** De dagen waarover een stand iets zegt: een regel over die dag, een verbetering ervan, of dat er in die week geen verzuim was. */
export function genoemdeDagen(invoer: Opgave, kalender: Schoolkalender): Datum[] {
  const zonder = invoer.geenVerzuim ? kalender.schooldagenInWeek(weekZonderVerzuim(invoer)) : [];
  return [...invoer.regels.map((regel) => regel.datum), ...invoer.verbeterd, ...zonder];
}

/**
 * De schoolweken die met deze stand beantwoord zijn: er staat een schooldag van die week in, of de school zegt dat er geen
 * verzuim was, en de stand loopt tot en met haar laatste schooldag. Een stand zonder regels en zonder dat antwoord zegt
 * over geen enkele week iets.
 * @returns hun maandagen
 */
export function beantwoordeWeken(invoer: Opgave, kalender: Schoolkalender): Datum[] {
  const dagen = genoemdeDagen(invoer, kalender).filter(kalender.isSchooldag);
  return [...new Set(dagen.map(maandagVan))].filter((maandag) => (kalender.schooldagenInWeek(maandag).at(-1) ?? '9999') <= invoer.peildatum).sort();
}

/** De eerste schoolweek vanaf de week van `begin` die nog niet beantwoord is; die mag nog lopen. @returns haar maandag */
export function eersteOnbeantwoord(begin: Datum, beantwoord: readonly Datum[], kalender: Schoolkalender): Datum {
  let maandag = maandagVan(begin);
  while (!kalender.isSchoolweek(maandag) || beantwoord.includes(maandag)) maandag = plusDagen(maandag, 7);
  return maandag;
}
