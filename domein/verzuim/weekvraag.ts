import { alsDag, datumTekst, plusDagen, type Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import { SOORTNAMEN, type VerzuimRegel } from './regels.ts';

/** De schoolweek waarnaar gevraagd wordt, zoals het formulier haar noemt en haar schooldagen aanbiedt. */
export interface Weekvraag {
  maandag: Datum;
  van: Datum;
  tot: Datum;
  /** "Week 38: maandag 15 tot en met vrijdag 19 september 2025". */
  tekst: string;
  dagen: { label: string; value: Datum }[];
}

/** @param bekend het verzuim dat al is opgegeven; een dag die er al in staat, zegt dat op het formulier */
export function maakWeekvraag(maandag: Datum, kalender: Schoolkalender, bekend: readonly VerzuimRegel[]): Weekvraag {
  const schooldagen = kalender.schooldagenInWeek(maandag);
  const van = schooldagen[0] ?? maandag;
  const tot = schooldagen.at(-1) ?? plusDagen(maandag, 4);
  const dagnaam = (datum: Datum): string => alsDag(datum).setLocale('nl').toFormat('cccc d LLLL');
  const dagen = schooldagen.map((datum) => {
    const regel = bekend.find((r) => r.datum === datum);
    return { value: datum, label: regel ? `${dagnaam(datum)} (al opgegeven: ${SOORTNAMEN[regel.soort]}, ${String(regel.uren).replace('.', ',')} uur)` : dagnaam(datum) };
  });
  const nummer = alsDag(maandag).weekNumber;
  return { maandag, van, tot, tekst: `Week ${nummer}: ${alsDag(van).setLocale('nl').toFormat('cccc d LLLL')} tot en met ${alsDag(tot).setLocale('nl').toFormat('cccc')} ${datumTekst(tot)}`, dagen };
}
