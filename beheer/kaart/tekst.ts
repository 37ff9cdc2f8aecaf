import type { Norm } from '../../domein/kaart/normen.ts';
import { VERBORGEN } from '../getal.ts';

/** Er is niets te tellen. */
export const GEEN = '–';
const UITLEG_VERBORGEN = 'niet getoond: minder dan vijf kinderen, of met andere cijfers te herleiden';
/** Wat er staat waar een getal te klein is of niet getoond mag worden, voor onder de tekening. */
export const BEDEKT: readonly { readonly teken: string; readonly uitleg: string }[] = [{ teken: '<5', uitleg: 'een tot en met vier' }, { teken: VERBORGEN, uitleg: UITLEG_VERBORGEN }];

const ENKEL: Record<string, string> = { schooldagen: 'schooldag', schoolweken: 'schoolweek', kalenderdagen: 'kalenderdag', kalenderweken: 'kalenderweek', werkdagen: 'werkdag', kalendermaanden: 'kalendermaand', schooljaren: 'schooljaar' };
const KORT: Record<string, string> = { schooldagen: 'sd', schoolweken: 'sw', kalenderdagen: 'kd', kalenderweken: 'kw', werkdagen: 'wd', kalendermaanden: 'km', schooljaren: 'sj' };

const uniek = (normen: readonly Norm[]): Norm[] => normen.filter((n, i) => normen.findIndex((m) => m.aantal === n.aantal && m.eenheid === n.eenheid) === i);

/** "3 schooldagen"; verschillen de routes, dan allebei: "2 of 3 schooldagen". */
export function termijnTekst(normen: readonly Norm[], kort = false): string {
  const anders = uniek(normen);
  const woord = ({ aantal, eenheid }: Norm): string => (kort ? (KORT[eenheid] ?? eenheid) : aantal === 1 ? (ENKEL[eenheid] ?? eenheid) : eenheid);
  const eender = anders.every((n) => n.eenheid === anders[0]?.eenheid);
  return eender && anders.length > 0 ? `${anders.map((n) => n.aantal).join(' of ')} ${woord(anders.at(-1)!)}` : anders.map((n) => `${n.aantal} ${woord(n)}`).join(' of ');
}

/** In welke dagen een termijn met een duur te vergelijken is. */
export const dagenVan = (normen: readonly Norm[]): 'schooldagen' | 'kalenderdagen' => (normen[0]?.eenheid.startsWith('school') ? 'schooldagen' : 'kalenderdagen');
