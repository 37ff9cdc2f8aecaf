import type { Kaartfilter } from '../../registratie/kaart/filter.ts';
import type { OpenBezoek } from '../../registratie/kaart/open.ts';
import type { Datum } from '../kalender/datum.ts';
import { groepeerOp } from './telling.ts';

/** Wat er nu aan één element openstaat; elk kind telt één keer. */
export interface Nu {
  readonly kinderen: number;
  readonly bezoeken: number;
  readonly metTermijn: number;
  readonly overTermijn: number;
  /** Op welke dag hoeveel bezoeken begonnen. */
  readonly begonnen: ReadonlyMap<Datum, number>;
}
export const NIEMAND: Nu = { kinderen: 0, bezoeken: 0, metTermijn: 0, overTermijn: 0, begonnen: new Map() };

/** Wat er met een termijn in een element gebeurt: taken van kinderen, en van hoeveel kinderen zij ten minste zijn. */
export interface Taken {
  readonly metTermijn: number;
  readonly teLaat: number;
  readonly kinderenTeLaat: number;
  readonly kinderenOpTijd: number;
}
export const GEEN_TAKEN: Taken = { metTermijn: 0, teLaat: 0, kinderenTeLaat: 0, kinderenOpTijd: 0 };

/** Hoort dit bezoek bij het filter? Een tijdvak geldt niet voor wat openstaat. */
export const inFilter = (b: OpenBezoek, f: Kaartfilter): boolean =>
  (f.route === undefined || b.route === f.route) && (f.school === undefined || b.school === f.school) && (f.bestuur === undefined || b.bestuur === f.bestuur)
  && (f.gemeente === undefined || b.gemeente === f.gemeente) && (f.groep === undefined || b.groep === f.groep) && (f.reden === undefined || b.reden === f.reden) && (f.versie === undefined || b.versie === f.versie);

type Over = (bezoek: OpenBezoek) => boolean;

/** Per element van een proces. */
export function telNu(open: readonly OpenBezoek[], proces: string, filter: Kaartfilter, over: Over): Map<string, Nu> {
  const per = groepeerOp(open.filter((b) => b.proces === proces && inFilter(b, filter)), (b) => b.element);
  return new Map([...per].map(([element, bezoeken]): [string, Nu] => {
    const begonnen = new Map<Datum, number>();
    for (const { dag } of bezoeken) begonnen.set(dag, (begonnen.get(dag) ?? 0) + 1);
    return [element, { kinderen: kinderen(bezoeken), bezoeken: bezoeken.length, metTermijn: kinderen(bezoeken.filter((b) => b.uiterlijk !== null)), overTermijn: kinderen(bezoeken.filter(over)), begonnen }];
  }));
}

/** Kinderen die nu ergens in het proces zijn, elk één keer. */
export const telInProces = (open: readonly OpenBezoek[], proces: string, filter: Kaartfilter): number => kinderen(open.filter((b) => b.proces === proces && inFilter(b, filter)));

/** Per call activity van een proces de taken met een termijn in wat zij aanriep, hoe diep ook. */
export function telInhoudNu(open: readonly OpenBezoek[], proces: string, { versie: _versie, ...filter }: Kaartfilter, over: Over): Map<string, Taken> {
  const erin = open.filter((b) => b.uiterlijk !== null && inFilter(b, filter)).flatMap((b) => [...new Set(b.pad)].filter((plek) => plek.startsWith(`${proces}:`)).map((plek) => ({ element: plek.slice(proces.length + 1), b })));
  return new Map([...groepeerOp(erin, (e) => e.element)].map(([element, rijen]): [string, Taken] => {
    const bezoeken = rijen.map((rij) => rij.b);
    const laat = bezoeken.filter(over);
    return [element, { metTermijn: bezoeken.length, teLaat: laat.length, kinderenTeLaat: kinderen(laat), kinderenOpTijd: kinderen(bezoeken.filter((b) => !over(b))) }];
  }));
}

const kinderen = (bezoeken: readonly OpenBezoek[]): number => new Set(bezoeken.map((b) => b.casusId)).size;
