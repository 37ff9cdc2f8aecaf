import { maandagVan, moment, plusDagen, type Datum } from './datum.ts';
import type { Schoolkalender } from './schoolkalender.ts';

/** @returns de dag zelf als het een schooldag is, anders de eerste schooldag erna. */
export function naarSchooldag(kalender: Schoolkalender, datum: Datum): Datum {
  let dag = datum;
  while (!kalender.isSchooldag(dag)) dag = plusDagen(dag, 1);
  return dag;
}

/** @returns de laatste schooldag vóór deze dag. */
export function vorigeSchooldag(kalender: Schoolkalender, datum: Datum): Datum {
  let dag = plusDagen(datum, -1);
  while (!kalender.isSchooldag(dag)) dag = plusDagen(dag, -1);
  return dag;
}

/** @returns de n-de dag na `start` die aan de voorwaarde voldoet; bij n = 0 de dag zelf. */
function nDe(start: Datum, n: number, telt: (dag: Datum) => boolean): Datum {
  let dag = start;
  for (let geteld = 0; geteld < n; ) {
    dag = plusDagen(dag, 1);
    if (telt(dag)) geteld += 1;
  }
  return dag;
}

/** @returns de n-de schooldag na `start` (1 = de eerstvolgende schooldag). */
export const plusSchooldagen = (kalender: Schoolkalender, start: Datum, n: number): Datum =>
  nDe(start, n, kalender.isSchooldag);

/** @returns de n-de werkdag na `start`. */
export const plusWerkdagen = (kalender: Schoolkalender, start: Datum, n: number): Datum =>
  nDe(start, n, kalender.isWerkdag);

/** @returns de dag n kalenderdagen later, ook als dat geen schooldag is. */
export const plusKalenderdagen = (start: Datum, n: number): Datum => plusDagen(start, n);

/**
 * Telt schoolweken: steeds zeven dagen verder, en de stap telt als die week een schoolweek is (routeboek r. 626–629, r. 682).
 * Valt de uitkomst op een vrije dag, dan schuift zij naar de eerste schooldag erna.
 * Een start in een vakantie gaat eerst naar de eerste schooldag, zodat de periode altijd n hele lesweken omvat.
 */
export function plusSchoolweken(kalender: Schoolkalender, start: Datum, n: number): Datum {
  let dag = naarSchooldag(kalender, start);
  for (let geteld = 0; geteld < n; ) {
    dag = plusDagen(dag, 7);
    if (kalender.isSchoolweek(dag)) geteld += 1;
  }
  return naarSchooldag(kalender, dag);
}

/** @returns het einde van een periode van n schoolweken: de laatste schooldag ervan om 17:00. */
export const eindeVanSchoolweken = (kalender: Schoolkalender, start: Datum, n: number): string =>
  moment(vorigeSchooldag(kalender, plusSchoolweken(kalender, start, n)), '17:00');

/** @returns voor de eerste n schoolweken, die van `start` meegeteld, de laatste schooldag om 09:00. */
export function weekmomenten(kalender: Schoolkalender, start: Datum, n: number): string[] {
  const momenten: string[] = [];
  for (let maandag = maandagVan(start); momenten.length < n; maandag = plusDagen(maandag, 7)) {
    const laatste = kalender.schooldagenInWeek(maandag).at(-1);
    if (laatste !== undefined) momenten.push(moment(laatste, '09:00'));
  }
  return momenten;
}

/** @returns de maandag van de n-de lesweek terug, de week van `datum` meegeteld; vakantieweken worden overgeslagen. */
export function beginVanLesweken(kalender: Schoolkalender, datum: Datum, n: number): Datum {
  let maandag = maandagVan(datum);
  for (let geteld = kalender.isSchoolweek(maandag) ? 1 : 0; geteld < n; ) {
    maandag = plusDagen(maandag, -7);
    if (kalender.isSchoolweek(maandag)) geteld += 1;
  }
  return maandag;
}
