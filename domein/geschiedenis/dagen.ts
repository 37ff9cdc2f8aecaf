import { dagVan, type Datum } from '../kalender/datum.ts';
import type { Kalenders, Schoolkalender } from '../kalender/schoolkalender.ts';

const UUR = 3_600_000;
const DAG = 24 * UUR;

/** Dag in Nederlandse tijd. Zomer- en wintertijd wisselen op het hele uur, dus per uur onthouden is genoeg. */
export function makeDagVan(): (tijd: Date) => Datum {
  const bekend = new Map<number, Datum>();
  return (tijd) => {
    const uur = Math.floor(tijd.getTime() / UUR);
    const eerder = bekend.get(uur);
    if (eerder !== undefined) return eerder;
    if (bekend.size > 50_000) bekend.clear();
    const dag = dagVan(tijd);
    bekend.set(uur, dag);
    return dag;
  };
}

const nummer = (dag: Datum): number => Date.parse(`${dag}T00:00:00Z`) / DAG;
const dagMetNummer = (n: number): Datum => new Date(n * DAG).toISOString().slice(0, 10);

/** Hetzelfde als `dagenTussen`, tweehonderd keer zo snel: dit gebeurt voor elk bezoek, met dagen die al gekeurd zijn. */
export const kalenderdagen = (van: Datum, tot: Datum): number => nummer(tot) - nummer(van);

/**
 * Telt schooldagen na `van` tot en met `tot`: van vrijdag tot maandag is één schooldag, en een vakantie is geen vertraging.
 * @returns null als de vakanties van die tijd niet in schoolvakanties.json staan
 */
export function makeSchooldagen(kalenders: Kalenders): (brin: string | null, van: Datum, tot: Datum) => number | null {
  return (brin, van, tot) => {
    const kalender = kalenders(brin);
    let geteld = 0;
    for (let n = nummer(van) + 1; n <= nummer(tot); n++) {
      const dag = dagMetNummer(n);
      if (!kalender.kent(dag)) return null;
      if (kalender.isSchooldag(dag)) geteld += 1;
    }
    return geteld;
  };
}

/**
 * Hetzelfde van veel begindagen tot één dag: elke dag wordt één keer bekeken, hoeveel bezoeken er ook openstaan.
 * @returns null zodra een dag ertussen niet bekend is
 */
export function makeSchooldagenTot(kalender: Schoolkalender, tot: Datum): (begin: Datum) => number | null {
  const laatste = nummer(tot);
  /** Op plaats i: de schooldagen van de laatste i dagen. */
  const geteld: (number | null)[] = [0];
  return (begin) => {
    const terug = Math.max(0, laatste - nummer(begin));
    while (geteld.length <= terug) {
      const dag = dagMetNummer(laatste - geteld.length + 1);
      const eerder = geteld.at(-1)!;
      geteld.push(eerder === null || !kalender.kent(dag) ? null : eerder + Number(kalender.isSchooldag(dag)));
    }
    return geteld[terug]!;
  };
}
