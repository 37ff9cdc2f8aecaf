import { alsDag, dagenTussen, dagVan, plusDagen, type Datum } from '../domein/kalender/datum.ts';
import { isSchooldag } from '../scripts/demo/schooltijd.ts';

/** "dinsdag 8 september": het jaar staat bovenaan het verslag. */
export const dagKort = (iso: string): string => alsDag(dagVan(new Date(iso))).setLocale('nl').toFormat('cccc d LLLL');
export const klokTekst = (iso: string): string => new Intl.DateTimeFormat('nl', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' }).format(new Date(iso));
export const dag = (iso: string): Datum => dagVan(new Date(iso));

/** Hoeveel dagen het ene moment na het andere valt; min als het eerder is. */
export const kalenderdagen = (van: string, tot: string): number => dagenTussen(dag(van), dag(tot));

/** Hoeveel schooldagen er na de dag van het ene tot en met de dag van het andere zijn; min als het eerder is. */
export function schooldagen(van: string, tot: string): number {
  if (kalenderdagen(van, tot) < 0) return -schooldagen(tot, van);
  let n = 0;
  for (let d = dag(van); d < dag(tot);) {
    d = plusDagen(d, 1);
    if (isSchooldag(d)) n++;
  }
  return n;
}

export const aantal = (n: number, een: string, meer: string): string => `${n} ${n === 1 ? een : meer}`;
