import { DateTime } from 'luxon';
import { naarDatum, type Datum } from './datum.ts';

/** De feestdagen die het bestand schoolvakanties.json bij naam mag noemen. */
export const FEESTDAGEN = [
  'nieuwjaarsdag',
  'goede-vrijdag',
  'tweede-paasdag',
  'koningsdag',
  'bevrijdingsdag',
  'hemelvaartsdag',
  'vrijdag-na-hemelvaart',
  'tweede-pinksterdag',
  'eerste-kerstdag',
  'tweede-kerstdag',
] as const;
export type Feestdag = (typeof FEESTDAGEN)[number];

/** Paaszondag volgens de gregoriaanse rekenregel (Meeus/Jones/Butcher). */
function pasen(jaar: number): DateTime {
  const a = jaar % 19;
  const b = Math.floor(jaar / 100);
  const c = jaar % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const dagVanaf = h + l - 7 * m + 114;
  return DateTime.utc(jaar, Math.floor(dagVanaf / 31), (dagVanaf % 31) + 1);
}

/** Koningsdag is 27 april, of 26 april als de 27e een zondag is. */
function koningsdag(jaar: number): DateTime {
  const dag = DateTime.utc(jaar, 4, 27);
  return dag.weekday === 7 ? dag.minus({ days: 1 }) : dag;
}

/** @returns de datum van elke feestdag in een kalenderjaar. */
export function feestdagenIn(jaar: number): Record<Feestdag, Datum> {
  const paas = pasen(jaar);
  const na = (dagen: number): Datum => naarDatum(paas.plus({ days: dagen }));
  return {
    nieuwjaarsdag: `${jaar}-01-01`,
    'goede-vrijdag': na(-2),
    'tweede-paasdag': na(1),
    koningsdag: naarDatum(koningsdag(jaar)),
    bevrijdingsdag: `${jaar}-05-05`,
    hemelvaartsdag: na(39),
    'vrijdag-na-hemelvaart': na(40),
    'tweede-pinksterdag': na(50),
    'eerste-kerstdag': `${jaar}-12-25`,
    'tweede-kerstdag': `${jaar}-12-26`,
  };
}
