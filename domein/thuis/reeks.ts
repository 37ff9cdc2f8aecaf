import { maandagVan, plusDagen, type Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import type { VerzuimRegel } from '../verzuim/regels.ts';
import { beoordeeldeDagen, thuisInWeek } from '../verzuim/thuisdagen.ts';

export interface Reeksgegevens {
  /** Al het verzuim van het kind, één regel per schooldag, tot en met de peildatum. */
  readonly regels: readonly VerzuimRegel[];
  readonly peildatum: Datum;
  readonly kalender: Schoolkalender;
  /** De maandagen van de weken waarover de school iets heeft gezegd. */
  readonly beantwoord: ReadonlySet<Datum>;
  /** Ging het kind op deze dag naar een brugplaats? Dat is een tijdelijk aanbod. */
  opBrugplaats(dag: Datum): boolean;
  /** De laatste dag waarop een periode die op deze dag begon nog kort is; daarna eindigt alleen een blijvend aanbod haar. */
  kortTot(eersteDag: Datum): Datum;
}

/** Wat de weken laten zien: sinds wanneer het kind thuis is, en of het binnen de korte tijd weer naar school ging. */
export interface Reeks {
  readonly eersteDag: Datum;
  /** De eerste dag van de hele schoolweek waarin het kind er elke dag was; leeg als de periode loopt. */
  readonly terugOp: Datum | null;
}

/**
 * De laatste periode thuis die uit het verzuim blijkt (routeboek r. 315–319; errata §3): zij begint op de eerste dag van de
 * eerste schoolweek met meer dan drie dagen thuis. Vakanties, een brugplaats, en weken met minder dagen thuis of zonder
 * opgave breken haar niet. Alleen wie binnen vier weken weer een hele schoolweek elke dag op de eigen school was, was
 * nooit thuiszitter: dan is het vanzelf voorbij. Na vier weken zegt een mens dat er een blijvend aanbod loopt.
 */
export function bepaalReeks({ regels, peildatum, kalender, beantwoord, opBrugplaats, kortTot }: Reeksgegevens): Reeks | null {
  const eerste = regels[0]?.datum;
  if (eerste === undefined) return null;
  let reeks: Reeks | null = null;
  for (let maandag = maandagVan(eerste); maandag <= peildatum; maandag = plusDagen(maandag, 7)) {
    const dagen = kalender.schooldagenInWeek(maandag);
    const [begin] = dagen;
    if (begin === undefined) continue;
    if (thuisInWeek(regels, maandag, kalender)) {
      if (reeks === null || reeks.terugOp !== null) reeks = { eersteDag: eersteDagThuis(regels, maandag, kalender), terugOp: null };
    } else if (reeks?.terugOp === null && begin <= kortTot(reeks.eersteDag) && elkeDagErWas(dagen, { regels, peildatum, beantwoord, opBrugplaats })) {
      reeks = { eersteDag: reeks.eersteDag, terugOp: begin };
    }
  }
  return reeks;
}

/** De eerste gemiste dag van de week die de reeks begint, en de hele dagen die er onafgebroken aan voorafgingen. */
function eersteDagThuis(regels: readonly VerzuimRegel[], maandag: Datum, kalender: Schoolkalender): Datum {
  const gemist = new Map(regels.map((regel) => [regel.datum, regel.dagdelen]));
  let eerste = beoordeeldeDagen(maandag, kalender).find((dag) => (gemist.get(dag) ?? 0) > 0) ?? maandag;
  for (let dag = plusDagen(eerste, -1); kalender.kent(dag) && dag >= (regels[0]?.datum ?? eerste); dag = plusDagen(dag, -1)) {
    if (!kalender.isSchooldag(dag)) continue;
    if (gemist.get(dag) !== HELE_DAG) break;
    eerste = dag;
  }
  return eerste;
}

/** Een hele schooldag is twee dagdelen. */
const HELE_DAG = 2;

function elkeDagErWas(dagen: readonly Datum[], { regels, peildatum, beantwoord, opBrugplaats }: Pick<Reeksgegevens, 'regels' | 'peildatum' | 'beantwoord' | 'opBrugplaats'>): boolean {
  const laatste = dagen.at(-1) ?? peildatum;
  return laatste <= peildatum && beantwoord.has(maandagVan(laatste)) && !dagen.some(opBrugplaats) && !regels.some((regel) => dagen.includes(regel.datum) && (regel.dagdelen > 0 || regel.uren > 0));
}
