import { alsDag, dagenTussen, dagVan, plusDagen, type Datum } from '../../domein/kalender/datum.ts';
import { naarSchooldag, plusSchooldagen, vorigeSchooldag } from '../../domein/kalender/rekenen.ts';
import { schoolkalenders } from '../../domein/kalender/schoolkalender.ts';
import { makeRandom } from './random.ts';

/** De momenten van een schooldag waarop mensen hun taken doen; weinig, zodat veel kinderen samen één stap van de klok zijn. */
const RONDES = [[9, 20], [11, 5], [14, 10]] as const;
const LAS = [16, 15] as const;

const kalender = schoolkalenders()();

export const isSchooldag = kalender.isSchooldag;
/** De n-de schooldag na `datum`; bij nul de dag zelf of de eerste schooldag erna. */
export const schooldagNa = (datum: Datum, n: number): Datum => (n === 0 ? naarSchooldag(kalender, datum) : plusSchooldagen(kalender, datum, n));

/** De n-de schooldag vóór `datum`. */
export function schooldagVoor(datum: Datum, n: number): Datum {
  let dag = datum;
  for (let i = 0; i < n; i++) dag = vorigeSchooldag(kalender, dag);
  return dag;
}

/** Hetzelfde tijdstip, op de dag zelf als dat een schooldag is en anders op de eerste schooldag erna. */
export function opSchooldag(moment: Date): Date {
  const dag = dagVan(moment);
  return isSchooldag(dag) ? moment : new Date(moment.getTime() + dagenTussen(dag, schooldagNa(dag, 0)) * 86_400_000);
}

const op = (datum: Datum, uur: number, minuut: number): Date => alsDag(datum).set({ hour: uur, minute: minuut }).toJSDate();

/** De rondes van één schooldag, elke dag een paar minuten anders. */
export function rondes(datum: Datum): Date[] {
  const toeval = makeRandom(datum);
  return RONDES.map(([uur, minuut]) => op(datum, uur, minuut + toeval.tussen(0, 25)));
}

/** De eerste ronde na `moment`, `dagen` schooldagen later (nul mag nog dezelfde dag zijn). */
export function rondeNa(moment: Date, dagen: number, toeval: { kies<T>(uit: readonly T[]): T }): Date {
  const dag = dagVan(moment);
  // Wie dezelfde dag reageert heeft minstens een half uur nodig gehad.
  const vandaag = dagen === 0 && isSchooldag(dag) ? rondes(dag).filter((r) => r.getTime() >= moment.getTime() + 1_800_000) : [];
  if (vandaag.length > 0) return toeval.kies(vandaag);
  return toeval.kies(rondes(schooldagNa(dag, Math.max(dagen, 1))));
}

/** Wanneer het leerlingvolgsysteem de week doorgeeft: de laatste schooldag van elke schoolweek, na schooltijd. */
export function weekmomenten(van: Datum, tot: Datum): Date[] {
  const uit: Date[] = [];
  for (let dag = van; dag <= tot; dag = plusDagen(dag, 7)) {
    const laatste = kalender.schooldagenInWeek(dag).at(-1);
    if (laatste !== undefined && laatste >= van && laatste <= tot) uit.push(op(laatste, ...LAS));
  }
  return uit;
}

/** De schooldagen van de week van `datum`, tot en met die dag. */
export const schooldagenTot = (datum: Datum): Datum[] => kalender.schooldagenInWeek(datum).filter((dag) => dag <= datum);
export const aantalSchooldagenInWeek = (datum: Datum): number => kalender.schooldagenInWeek(datum).length;
