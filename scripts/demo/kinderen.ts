import { alsDag, dagVan, naarDatum, plusDagen, type Datum } from '../../domein/kalender/datum.ts';
import type { DemoKind } from './kind.ts';
import { LOPEND } from './running.ts';
import { ACHTERNAMEN, KLACHTEN, PATRONEN, ROEPNAMEN } from './names.ts';
import type { Scenario } from './scenario.ts';
import { AFGEROND } from './scenarios.ts';
import { isSchooldag, rondes, schooldagNa, schooldagVoor } from './schooltijd.ts';
import { REGISSEURS_SWV, SCHOLEN, SCHOLEN_ZONDER_KERNTEAM, type DemoSchool } from './scholen.ts';
import { AFGEROND_ZONDER_KERNTEAM, LOPEND_ZONDER_KERNTEAM } from './zonder-kernteam.ts';
import { makeRandom, type Random } from './random.ts';

/** Elk verloop van de demo. */
export const VERLOPEN: readonly Scenario[] = [...AFGEROND, ...AFGEROND_ZONDER_KERNTEAM, ...LOPEND, ...LOPEND_ZONDER_KERNTEAM];

const SEED = 'routeboek-demo';
/** Meer vrije dagen achter elkaar is een zomervakantie. */
const LANGE_VAKANTIE_MS = 20 * 86_400_000;

/** De eerste dag van de demo: een jaar geleden, of de eerste schooldag daarna. */
export const beginVan = (einde: Date): Datum => schooldagNa(naarDatum(alsDag(dagVan(einde)).minus({ years: 1 })), 0);

/** Een kleine demo: minder kinderen, over minder tijd. */
export interface Keuze {
  readonly aantal?: number;
  /** Geen aanmelding ligt verder terug, en wat langer duurt doet niet mee. */
  readonly hoogstensSchooldagen?: number;
  /** Alleen deze verlopen; zonder alle van de demo. */
  readonly verlopen?: readonly Scenario[];
}

/**
 * De verzonnen kinderen, altijd dezelfde bij dezelfde dag van vandaag.
 * @param einde vandaag; geen aanmelding ligt later, en geen eerder dan een jaar ervoor
 */
export function makeKinderen(einde: Date, { aantal, hoogstensSchooldagen = Infinity, verlopen = VERLOPEN }: Keuze = {}): DemoKind[] {
  const scenarios = verlopen
    .filter(({ schooldagen: [van] }) => van < hoogstensSchooldagen)
    .flatMap((scenario) => Array.from({ length: scenario.aantal }, () => ({ ...scenario, schooldagen: [scenario.schooldagen[0], Math.min(scenario.schooldagen[1], hoogstensSchooldagen)] as const })));
  const toeval = makeRandom(SEED);
  const dagen = schooldagenTussen(beginVan(einde), dagVan(einde));
  const namen = shuffle(ROEPNAMEN, toeval.tak('roepnamen'));
  const kinderen = scenarios.map((scenario, i) => makeKind(i + 1, scenario, namen[i % namen.length] as string, einde, dagen, toeval.tak(String(i))));
  if (aantal === undefined || aantal >= kinderen.length) return kinderen;
  // Gelijk over de lijst verdeeld: ook een kleine demo heeft afgeronde en lopende casussen.
  return Array.from({ length: aantal }, (_, i) => kinderen[Math.floor((i * kinderen.length) / aantal)] as DemoKind);
}

function makeKind(nummer: number, scenario: Scenario, roepnaam: string, einde: Date, dagen: readonly Datum[], toeval: Random): DemoKind {
  const keuze = scholenVan(scenario);
  const school = keuze[(nummer - 1) % keuze.length] as DemoSchool;
  const gemeente = toeval.getal() < 0.8 ? school.plaats : (toeval.kies(SCHOLEN).plaats);
  const groep = scenario.kind?.groep ?? toeval.tussen(2, 8);
  const leeftijd = scenario.kind?.leeftijd ?? groep + 4;
  const dag = begindag(scenario, dagen, toeval);
  const aangemeldOp = rondes(dag).filter((ronde) => ronde.getTime() < einde.getTime() - 600_000)[toeval.tussen(0, 1)] ?? (rondes(schooldagVoor(dag, 1))[2] as Date);
  const regisseurSwv = scenario.kind?.regisseurSwv ?? REGISSEURS_SWV[nummer % REGISSEURS_SWV.length] as (typeof REGISSEURS_SWV)[number];
  const didactischeLeeftijd = scenario.kind?.didactischeLeeftijd;
  return {
    kenmerk: `kind ${nummer} (${scenario.naam})`, scenario, school, gemeente, regisseurSwv, leeftijd, groep, didactischeLeeftijd, aangemeldOp,
    lasKoppeling: scenario.kind?.lasKoppeling ?? true, toeval: toeval.tak('spel'),
    aanmelding: aanmelding({ nummer, roepnaam, school, gemeente, groep, leeftijd, didactischeLeeftijd, dag: dagVan(aangemeldOp), thuisVanafBegin: scenario.verzuim.thuisVanafBegin ?? false, toeval }),
  };
}

/** De scholen waar dit verloop op past: met of zonder kernteam, en zo nodig alleen van dit schooltype. */
function scholenVan({ zonderKernteam = false, schooltype }: Scenario): readonly DemoSchool[] {
  return (zonderKernteam ? SCHOLEN_ZONDER_KERNTEAM : SCHOLEN).filter((school) => schooltype === undefined || school.schooltype === schooltype);
}

/** Kiest de dag van aanmelding; het begin van de route hoort niet in een zomervakantie te vallen als dat kan. */
function begindag({ schooldagen: [van, tot], aaneen }: Scenario, dagen: readonly Datum[], toeval: Random): Datum {
  const laatste = dagen.length - 1;
  const nummers = Array.from({ length: tot - van + 1 }, (_, i) => laatste - van - i).filter((i) => i >= 0);
  const mogelijk = nummers.length > 0 ? nummers : [0];
  const goed = mogelijk.filter((i) => geenZomer(dagen.slice(i, i + aaneen + 1)));
  return dagen[toeval.kies(goed.length > 0 ? goed : mogelijk)] as Datum;
}

/** Volgen deze schooldagen elkaar zonder zomervakantie op? */
const geenZomer = (dagen: readonly Datum[]): boolean => dagen.every((dag, i) => i === 0 || Date.parse(dag) - Date.parse(dagen[i - 1] as Datum) <= LANGE_VAKANTIE_MS);

interface Gegevens {
  nummer: number; roepnaam: string; school: DemoSchool; gemeente: string; groep: number; leeftijd: number; didactischeLeeftijd: number | undefined; dag: Datum; thuisVanafBegin: boolean; toeval: Random;
}

/** Het ingevulde startformulier van een verzonnen kind. */
export function aanmelding({ nummer, roepnaam, school, gemeente, groep, leeftijd, didactischeLeeftijd, dag, thuisVanafBegin, toeval }: Gegevens): Record<string, unknown> {
  const achternaam = ACHTERNAMEN[(nummer * 7) % ACHTERNAMEN.length] as string;
  const thuis = thuisVanafBegin ? [5, 4, 3, 2, 1].map((n) => schooldagVoor(dag, n)) : [3, 2, 1].map((n) => schooldagVoor(dag, n + toeval.tussen(0, 1) * 3));
  return {
    leerlingRoepnaam: roepnaam, leerlingAchternaam: achternaam, leerlingLeerlingId: `D-${dag.slice(0, 4)}-${String(nummer).padStart(3, '0')}`,
    leerlingGeboortedatum: naarDatum(alsDag(dag).minus({ years: leeftijd, days: toeval.tussen(20, leeftijd === 4 ? 90 : 320) })),
    leerlingGroep: groep, ...(didactischeLeeftijd === undefined ? {} : { leerlingDidactischeLeeftijdMaanden: didactischeLeeftijd }),
    leerlingWoonplaats: gemeente, leerlingWoongemeente: gemeente, leerlingIngeschreven: true,
    ouders: [
      { naam: `${toeval.kies(['A', 'B', 'C', 'F', 'L', 'M', 'S'])}. ${achternaam}`, relatie: 'ouder', email: `ouder${nummer}@voorbeeld.example`, telefoon: '06 12345678', gezag: true },
      ...(toeval.getal() < 0.5 ? [{ naam: `${toeval.kies(['D', 'E', 'H', 'J', 'K', 'R'])}. ${toeval.kies(ACHTERNAMEN)}`, relatie: 'ouder', email: `ouder${nummer}b@voorbeeld.example`, gezag: toeval.getal() < 0.7 }] : []),
    ],
    schoolNaam: school.naam, schoolBrin: school.brin, schoolSchooltype: school.schooltype, schoolPlaats: school.plaats, schoolEmail: `info@${school.domein}`, schoolHeeftKernteam: school.kernteam ? 'ja' : 'nee', schoolGebied: school.plaats,
    schoolbestuurNaam: school.bestuur, schoolbestuurEmail: `info@${school.bestuurDomein}`, ibErNaam: school.ibEr, ibErEmail: `ib@${school.domein}`, directeurNaam: school.directeur, directeurEmail: `directie@${school.domein}`,
    signaalDatumSignaal: schooldagVoor(dag, toeval.tussen(0, 3)), signaalKlachten: toeval.kies(KLACHTEN), signaalPatroonVerzuim: toeval.kies(PATRONEN), signaalComplexeGedragsvraag: toeval.getal() < 0.6 ? 'ja' : 'nee',
    signaalSoortProblematischVerzuim: toeval.kies(['WEIGEREN', 'ONTHOUDEN', 'SPIJBELEN', 'ONBEKEND']),
    verzuimRegels: [...new Set(thuis)].map((datum) => ({ datum, ...(thuisVanafBegin ? { dagdelen: 2, uren: 5 } : { dagdelen: 1, uren: 2.5 }), soort: 'ZIEKTE' })),
  };
}

function schooldagenTussen(van: Datum, tot: Datum): Datum[] {
  const dagen: Datum[] = [];
  for (let dag = van; dag <= tot; dag = plusDagen(dag, 1)) if (isSchooldag(dag)) dagen.push(dag);
  return dagen;
}

function shuffle<T>(uit: readonly T[], toeval: Random): T[] {
  const rest = [...uit];
  for (let i = rest.length - 1; i > 0; i--) {
    const j = toeval.tussen(0, i);
    [rest[i], rest[j]] = [rest[j] as T, rest[i] as T];
  }
  return rest;
}
