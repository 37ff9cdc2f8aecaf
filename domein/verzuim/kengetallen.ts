import { schooljaarVan } from '../kalender/schoolkalender.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import type { Datum } from '../kalender/datum.ts';
import { plusDagen } from '../kalender/datum.ts';
import { beginVanLesweken } from '../kalender/rekenen.ts';
import { aaneengeslotenReeks } from './aaneengesloten.ts';
import { TELT_VOOR_UREN, voegSamen, type TeLaat, type VerzuimRegel } from './regels.ts';
import { wekenAaneen } from './thuisdagen.ts';
import { beginVanReeks, beoordeelWeken, zwaarsteWeek, type Weekoordeel } from './weekoordeel.ts';

/** De vensters die in de naam van een kengetal staan (r. 400–407); wie ze verandert, maakt een ander kengetal. */
const LESWEKEN_PERCENTAGE = 2;
const LESWEKEN_DAGEN_AFWEZIG = 15;

/** Alles wat de berekening nodig heeft; geen klok, geen register, geen engine. */
export interface KengetalInvoer {
  peildatum: Datum;
  regels: readonly VerzuimRegel[];
  teLaat: readonly TeLaat[];
  kalender: Schoolkalender;
  /** Was de leerling op die dag leerplichtig? Alleen zulke dagen tellen voor een melding. */
  leerplichtigOp(datum: Datum): boolean;
  /** Aantal lesweken waarover de uren tellen; uit de beslistabel termijnen. */
  lesweken: number;
  /** Aantal schooljaren waarover te laat komen telt; uit de beslistabel termijnen. */
  schooljaren: number;
  /** Laatste dag van de vorige melding van langdurig verzuim, of null. */
  langdurigGemeldTot: Datum | null;
  /** Dagen waarover deze stand iets nieuws zegt: hun schoolweken worden beoordeeld. */
  geraakt: readonly Datum[];
  /** Wat de vorige stand over de dagen thuis zei; dat blijft zo als deze stand over geen enkele week gaat. */
  vorigeWeek: Weekoordeel | null;
}

/** De kengetallen van spec §1.2.1, zonder wat de school zelf invult. */
export interface Kengetallen {
  peildatum: Datum;
  vensterVan: Datum;
  urenOngeoorloofd4wk: number;
  /** Dezelfde uren met wat al in een melding staat erbij: wat mensen zien, want een melding maakt verzuim niet ongedaan. */
  urenTotaal4wk: number;
  aantalTeLaat: number;
  /** Dagen thuis in de zwaarste van de schoolweken waar deze stand over gaat, geteld tot en met `thuisTot`. */
  dagenThuisWeek: number;
  thuisTot: Datum | null;
  /** Gaat de stand over een week, of komt `dagenThuisWeek` van de vorige? Alleen een beoordeelde week kan een escalatie zijn. */
  weekBeoordeeld: boolean;
  /** Begint met die week een reeks weken van meer dan drie dagen thuis? */
  nieuweReeks: boolean;
  wekenAaneenMeerDan3Dagen: number;
  aaneengeslotenOngeoorloofdDagen: number;
  /** Is deze reeks al als langdurig gemeld? Eén reeks geeft één melding; een nieuwe reeks weer een (errata F-14, DMN-04 r3). */
  langdurigGemeld: boolean;
  /** Zit er in de laatste lesweken vermoedelijk ongeoorloofd verzuim bij, ook als het al gemeld is? Zonder is alles geoorloofd of door de school (errata GK-06d, F-04). */
  vermoedelijkOngeoorloofd: boolean;
  /** De eerste dag van dit schooljaar waarop de school de leerling naar huis stuurde, of null (r. 417). */
  doorSchoolSinds: Datum | null;
  pctVerzuim2wk: number;
  dagenAfwezig15wk: number;
  luxeVerzuim: boolean;
  aard: string;
}

/**
 * Rekent de verzuimstand op een peildatum uit. Wat na de peildatum ligt telt niet mee, en alleen dagen met school tellen:
 * een regel in een weekend of vakantie is geen verzuim (r. 35, spec deel 3 §0.3).
 */
export function berekenKengetallen(invoer: KengetalInvoer): Kengetallen {
  const { peildatum, kalender } = invoer;
  const opSchool = (dag: Datum): boolean => dag <= peildatum && kalender.kent(dag) && kalender.isSchooldag(dag);
  const regels = voegSamen(invoer.regels).filter((r) => opSchool(r.datum));
  const leerplichtig = regels.filter((r) => invoer.leerplichtigOp(r.datum));
  const vensterVan = beginVanLesweken(kalender, peildatum, invoer.lesweken);
  const inVenster = regels.filter((r) => r.datum >= vensterVan);
  const open = leerplichtig.filter((r) => !r.gemeldIn);
  const uren = (van: readonly VerzuimRegel[]): number => som(van.filter((r) => r.datum >= vensterVan && TELT_VOOR_UREN.includes(r.soort)).map((r) => r.uren));
  const beoordeeld = zwaarsteWeek(beoordeelWeken(regels, invoer.geraakt.filter(opSchool), peildatum, kalender));
  const week = beoordeeld ?? invoer.vorigeWeek;
  const reeks = aaneengeslotenReeks(leerplichtig, peildatum, kalender);

  return {
    peildatum,
    vensterVan,
    urenOngeoorloofd4wk: uren(open),
    urenTotaal4wk: uren(leerplichtig),
    aantalTeLaat: telTeLaat({ ...invoer, teLaat: invoer.teLaat.filter((t) => opSchool(t.datum)) }),
    dagenThuisWeek: week?.dagenThuisWeek ?? 0,
    thuisTot: week?.thuisTot ?? null,
    weekBeoordeeld: beoordeeld !== undefined,
    nieuweReeks: beoordeeld !== undefined && beginVanReeks(regels, beoordeeld, kalender),
    wekenAaneenMeerDan3Dagen: wekenAaneen(regels, peildatum, kalender),
    aaneengeslotenOngeoorloofdDagen: reeks.dagen,
    langdurigGemeld: reeks.begin !== null && invoer.langdurigGemeldTot !== null && invoer.langdurigGemeldTot >= reeks.begin,
    vermoedelijkOngeoorloofd: isVermoedelijkOngeoorloofd(leerplichtig.filter((r) => r.datum >= vensterVan)),
    doorSchoolSinds: vanaf(regels, beginVanSchooljaar(peildatum)).find((r) => r.soort === 'DOOR_SCHOOL')?.datum ?? null,
    pctVerzuim2wk: percentage(regels, peildatum, kalender),
    dagenAfwezig15wk: som(vanaf(regels, beginVanLesweken(kalender, peildatum, LESWEKEN_DAGEN_AFWEZIG)).map((r) => r.dagdelen)) / 2,
    luxeVerzuim: open.some((r) => r.soort === 'LUXE'),
    aard: aardVan(inVenster.length > 0 ? inVenster : regels.slice(-1)),
  };
}

/** Te laat komen telt vanaf 1 augustus van het schooljaar (spec AMB-06), zonder wat al gemeld is. */
function telTeLaat({ teLaat, peildatum, schooljaren, leerplichtigOp }: KengetalInvoer): number {
  const begin = beginVanSchooljaar(peildatum, schooljaren - 1);
  const momenten = teLaat.filter((t) => t.datum >= begin && leerplichtigOp(t.datum));
  const gemeld = new Set(momenten.filter((t) => t.gemeldIn).map(sleutelTeLaat));
  return new Set(momenten.map(sleutelTeLaat).filter((sleutel) => !gemeld.has(sleutel))).size;
}

/** Alleen als bekend is dat al het verzuim geoorloofd is of door de school komt, is het dat niet: een plicht vervalt niet doordat niets is ingevuld. */
const isVermoedelijkOngeoorloofd = (regels: readonly VerzuimRegel[]): boolean => regels.length === 0 || regels.some((r) => TELT_VOOR_UREN.includes(r.soort));

const beginVanSchooljaar = (dag: Datum, eerder = 0): Datum => `${Number(schooljaarVan(dag).slice(0, 4)) - eerder}-08-01`;

const sleutelTeLaat = (t: TeLaat): string => `${t.datum} ${t.moment}`;

/** Deel van de schooltijd dat gemist is, in procenten: gemiste dagdelen op alle dagdelen van de laatste twee lesweken. */
function percentage(regels: readonly VerzuimRegel[], peildatum: Datum, kalender: Schoolkalender): number {
  const begin = beginVanLesweken(kalender, peildatum, LESWEKEN_PERCENTAGE);
  let schooldagen = 0;
  for (let dag = begin; dag <= peildatum; dag = plusDagen(dag, 1)) if (kalender.isSchooldag(dag)) schooldagen += 1;
  if (schooldagen === 0) return 0;
  const gemist = som(vanaf(regels, begin).map((r) => r.dagdelen));
  return Math.min(100, Math.round((1000 * gemist) / (2 * schooldagen)) / 10);
}

/**
 * Eén soort, of GEMENGD. Luxe verzuim is ongeoorloofd. Wat door de school komt zegt niets over het verzuim van de leerling, tenzij
 * er niets anders is. Zonder verzuim is er niets dat op ongeoorloofd wijst.
 */
function aardVan(regels: readonly VerzuimRegel[]): string {
  const eigen = regels.filter((r) => r.soort !== 'DOOR_SCHOOL');
  const soorten = new Set((eigen.length > 0 ? eigen : regels).map((r) => (r.soort === 'LUXE' ? 'ONGEOORLOOFD' : r.soort)));
  if (soorten.size > 1) return 'GEMENGD';
  return [...soorten][0] ?? 'GEOORLOOFD_OVERIG';
}

const vanaf = (regels: readonly VerzuimRegel[], begin: Datum): VerzuimRegel[] => regels.filter((r) => r.datum >= begin);

/** Afgerond op honderdsten, zodat tienden van uren in elke volgorde dezelfde som geven en 16 precies 16 is. */
const som = (getallen: readonly number[]): number => Math.round(getallen.reduce((t, g) => t + g, 0) * 100) / 100;
