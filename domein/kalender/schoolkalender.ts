import { PermanentError } from '../errors.ts';
import { alsDag, maandagVan, plusDagen, type Datum } from './datum.ts';
import { feestdagenIn, type Feestdag } from './feestdagen.ts';
import { perUitrol } from '../uitgerold/uitrol.ts';
import { BESTAND, leesVakanties, type VakantieGegevens } from './schoolvakanties.ts';

/** Welke dagen op deze school schooldagen zijn, en welke dagen werkdagen. */
export interface Schoolkalender {
  /** Staan de vakanties van deze dag in het bestand? Van een andere dag is niet te zeggen of er school was. */
  kent(datum: Datum): boolean;
  /** Maandag tot en met vrijdag, geen vakantie, geen vrije dag. */
  isSchooldag(datum: Datum): boolean;
  /** Een ISO-week met ten minste één schooldag: een losse vrije dag kost geen week, een vakantieweek wel. */
  isSchoolweek(datum: Datum): boolean;
  /** De schooldagen van de ISO-week waarin de dag valt. */
  schooldagenInWeek(datum: Datum): Datum[];
  /** Maandag tot en met vrijdag zonder landelijke feestdag; vakanties tellen gewoon mee. */
  isWerkdag(datum: Datum): boolean;
}

/** De vakanties van een gevraagde dag zijn niet bekend. */
export class KalenderOntbreekt extends PermanentError {}

/** Geeft de kalender van een school; zonder brinnummer die van de regio. */
export type Kalenders = (brin?: string | null) => Schoolkalender;

/** @returns het schooljaar van een dag, bijvoorbeeld `2025-2026`; het loopt van 1 augustus tot en met 31 juli. */
export function schooljaarVan(datum: Datum): string {
  const { year, month } = alsDag(datum);
  const begin = month >= 8 ? year : year - 1;
  return `${begin}-${begin + 1}`;
}

/**
 * Maakt de kalender van één school: de vakanties van de regio plus wat voor het brinnummer afwijkt.
 * Bron: routeboek spreekt van schooldagen en schoolweken (r. 612, r. 626–629); regio en datums in schoolvakanties.json.
 * @throws KalenderOntbreekt zodra een dag gevraagd wordt in een schooljaar dat niet in het bestand staat.
 */
export function makeSchoolkalender(gegevens: VakantieGegevens, brin?: string): Schoolkalender {
  const eigen = brin === undefined ? undefined : gegevens.scholen[brin];
  const vakanties = [...Object.values(gegevens.schooljaren).flatMap((j) => j.vakanties), ...(eigen?.vakanties ?? [])];
  const vrij = new Set(
    [...Object.values(gegevens.schooljaren).flatMap((j) => j.vrijeDagen), ...(eigen?.vrijeDagen ?? [])].map((d) => d.datum),
  );
  const toch = new Set(eigen?.tochSchool ?? []);
  const bekend = new Map<Datum, boolean>();

  const bepaal = (datum: Datum): boolean => {
    eisSchooljaar(gegevens, datum);
    if (toch.has(datum)) return true;
    if (alsDag(datum).weekday > 5 || vrij.has(datum)) return false;
    return !isFeestdag(datum, gegevens.vrijOpSchool) && !vakanties.some((v) => v.van <= datum && datum <= v.tot);
  };
  const isSchooldag = (datum: Datum): boolean => {
    const eerder = bekend.get(datum);
    if (eerder !== undefined) return eerder;
    const uitkomst = bepaal(datum);
    bekend.set(datum, uitkomst);
    return uitkomst;
  };
  const weken = new Map<Datum, readonly Datum[]>();
  const schooldagenInWeek = (datum: Datum): Datum[] => {
    const eerder = weken.get(datum);
    if (eerder !== undefined) return [...eerder];
    const maandag = maandagVan(datum);
    const dagen = [0, 1, 2, 3, 4, 5, 6].map((n) => plusDagen(maandag, n)).filter(isSchooldag);
    weken.set(datum, dagen);
    return [...dagen];
  };
  /** Per maand onthouden: van een verzuimregel wordt dit vaak gevraagd. */
  const gekend = new Map<string, boolean>();
  return {
    kent(datum) {
      const maand = datum.slice(0, 7);
      const eerder = gekend.get(maand) ?? ontbrekend(gegevens, datum) === undefined;
      gekend.set(maand, eerder);
      return eerder;
    },
    isSchooldag,
    schooldagenInWeek,
    isSchoolweek: (datum) => schooldagenInWeek(datum).length > 0,
    isWerkdag: (datum) => alsDag(datum).weekday <= 5 && !isFeestdag(datum, gegevens.geenWerkdag),
  };
}

/** Geeft de kalender van een school; leest het bestand één keer. */
export function makeKalenders(gegevens: VakantieGegevens = leesVakanties()): Kalenders {
  const gemaakt = new Map<string, Schoolkalender>();
  return (brin) => {
    const sleutel = brin ?? '';
    const kalender = gemaakt.get(sleutel) ?? makeSchoolkalender(gegevens, brin ?? undefined);
    gemaakt.set(sleutel, kalender);
    return kalender;
  };
}

const vanNu = perUitrol((wortel) => makeKalenders(leesVakanties(new URL(BESTAND, wortel))));

/**
 * De kalenders uit het uitgerolde schoolvakanties.json; wie er een vraagt krijgt die van nu, ook als er intussen is uitgerold.
 * @throws Error zoals `leesVakanties`
 */
export const schoolkalenders = (): Kalenders => {
  vanNu();
  return (brin) => vanNu()(brin);
};

/** In augustus loopt de zomervakantie van het vorige schooljaar nog: dan moeten beide schooljaren er staan. */
function ontbrekend(gegevens: VakantieGegevens, datum: Datum): string | undefined {
  const nodig = [schooljaarVan(datum)];
  if (alsDag(datum).month === 8) nodig.push(schooljaarVan(plusDagen(datum, -31)));
  return nodig.find((jaar) => !gegevens.schooljaren[jaar]);
}

function eisSchooljaar(gegevens: VakantieGegevens, datum: Datum): void {
  const jaar = ontbrekend(gegevens, datum);
  if (jaar === undefined) return;
  throw new KalenderOntbreekt(
    `KALENDER_ONTBREEKT: de schoolvakanties van schooljaar ${jaar} zijn niet bekend. ` +
      `Voeg in ${BESTAND} bij "schooljaren" het schooljaar "${jaar}" toe, met de herfst-, kerst-, voorjaars-, mei- en zomervakantie (van en tot; de datums van de regio staan op rijksoverheid.nl), zet de nieuwe versie klaar en los dit incident daarna op.`,
  );
}

const perJaar = new Map<number, Record<Feestdag, Datum>>();

function isFeestdag(datum: Datum, namen: readonly Feestdag[]): boolean {
  const jaar = alsDag(datum).year;
  const dagen = perJaar.get(jaar) ?? feestdagenIn(jaar);
  perJaar.set(jaar, dagen);
  return namen.some((naam) => dagen[naam] === datum);
}
