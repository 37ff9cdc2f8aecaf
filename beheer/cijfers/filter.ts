import type { Kenmerken, Kind } from '../../domein/cijfers/kinderen.ts';
import type { Zicht } from '../../domein/cijfers/telling.ts';
import { procesnaam } from '../../domein/kaart/model.ts';
import type { Datum } from '../../domein/kalender/datum.ts';
import { schooljaarVan } from '../../domein/kalender/schoolkalender.ts';
import { ROUTES } from '../../domein/routes/index.ts';
import { KENMERKNAMEN, keuzegroepen, leesFormulier, type Kenmerknaam, type Keuzegroep, type Optie } from '../filterformulier.ts';
import { leesKaartfilter, type Filterfout } from '../kaartfilter.ts';

/** Waar een pagina met cijfers over gaat: één schooljaar, en iedereen of wie één kenmerk heeft. */
export interface Cijferfilter {
  readonly schooljaar: string;
  readonly zicht: Zicht;
}

const KENMERKEN = ['route', 'gemeente', 'bestuur', 'school', 'groep'] as const satisfies readonly (Kenmerknaam & keyof Kenmerken)[];
type Kenmerk = (typeof KENMERKEN)[number];
const isKenmerk = (tekst: string): tekst is Kenmerk => (KENMERKEN as readonly string[]).includes(tekst);
const naamVan = (soort: Kenmerk): string => KENMERKNAMEN[soort].toLowerCase();

/**
 * Leest het filter uit het adres. Meer dan één kenmerk, losse maanden of een ander veld wordt geweigerd met een zin: een tikfout zou
 * stil alles tonen, en twee kenmerken samen zijn een kind.
 */
export function leesCijferfilter(vraag: Readonly<Record<string, unknown>>, vandaag: Datum): { filter: Cijferfilter } | { fouten: readonly Filterfout[] } {
  const onbekend = Object.keys(vraag).filter((veld) => veld !== 'schooljaar' && !isKenmerk(veld));
  if (onbekend.length > 0) return { fouten: onbekend.map((veld) => ({ veld, melding: `Bij deze cijfers is ${veld.slice(0, 40)} niet te kiezen: kies een schooljaar en hoogstens één van ${KENMERKEN.map(naamVan).join(', ')}.` })) };
  const gelezen = leesKaartfilter(vraag, vandaag);
  if (gelezen.fouten) return gelezen;
  const { schooljaar = schooljaarVan(vandaag), ...rest } = gelezen.filter;
  const [eerste, tweede] = KENMERKEN.filter((soort) => rest[soort] !== undefined);
  if (tweede !== undefined) return { fouten: [{ veld: tweede, melding: `Kies ${naamVan(eerste!)} of ${naamVan(tweede)}, niet allebei, om herleiden tot een kind te voorkomen.` }] };
  return { filter: { schooljaar, zicht: eerste === undefined ? null : { soort: eerste, waarde: rest[eerste]! } } };
}

/** Het filter als vraagdeel van een adres; wat vanzelf spreekt staat er niet in. */
export function filteradres({ schooljaar, zicht }: Cijferfilter, vandaag: Datum): string {
  const delen = [...(schooljaar === schooljaarVan(vandaag) ? [] : [['schooljaar', schooljaar]]), ...(zicht ? [[zicht.soort, String(zicht.waarde)]] : [])];
  return delen.length === 0 ? '' : `?${new URLSearchParams(delen).toString()}`;
}

/** Het filter als delen van de naam van een bestand. */
export const filterdelen = ({ schooljaar, zicht }: Cijferfilter): string[] => [`schooljaar-${schooljaar}`, ...(zicht ? [`${zicht.soort}-${zicht.waarde}`] : [])];

/** @returns het filter dat met het formulier boven de pagina bedoeld is, of niets als het niet is gebruikt */
export function uitFormulier(vraag: Readonly<Record<string, unknown>>): Record<string, string> | undefined {
  const gekozen = leesFormulier(vraag, isKenmerk);
  return gekozen && { ...(gekozen.periode === '' ? {} : { schooljaar: gekozen.periode }), ...gekozen.kenmerk };
}

export interface Filterkeuze {
  readonly actie: string;
  readonly perioden: readonly Optie[];
  readonly kenmerken: readonly Keuzegroep[];
  /** Het gekozen filter in woorden. */
  readonly tekst: string;
  readonly gefilterd: boolean;
  /** Waarom er met een kenmerk minder staat. */
  readonly uitleg: string;
}
export const BIJ_KENMERK = 'Met een kenmerk erbij zijn er geen cijfers per maand, zijn aantallen afgerond op vijven, en is wat minder dan tien is niet te zien: anders volgt een kind uit het verschil.';
/** Bij een groot register is van elk precies getal niet na te gaan of er een kind uit volgt. */
export const AFGEROND = 'Er zijn zoveel kinderen dat aantallen zijn afgerond op vijven, en wat minder dan tien is niet te zien: van precieze getallen is dan niet na te gaan of er een kind uit volgt.';

/** "school De Brug (10AB)"; een groep en een route heten al zo. */
const inZin = (soort: Kenmerk, naam: string): string => (soort === 'groep' || soort === 'route' ? naam : `${naamVan(soort)} ${naam}`);

/** Waaruit te kiezen is: wat bij deze kinderen voorkomt. */
export async function maakFilterkeuze(actie: string, kinderen: readonly Kind[], { schooljaar, zicht }: Cijferfilter, vandaag: Datum): Promise<Filterkeuze> {
  const scholen = new Map(kinderen.map((k) => [k.kenmerken.school, k.schoolnaam]));
  const routes = new Map(await Promise.all(ROUTES.map(async ({ proces }) => [proces, await procesnaam(proces)] as const)));
  const waarden = (soort: Kenmerk): string[] => (soort === 'route' ? [...routes.keys()] : [...new Set(kinderen.map((k) => String(k.kenmerken[soort])))].sort((a, b) => (scholen.get(a) ?? a).localeCompare(scholen.get(b) ?? b, 'nl')));
  const naam = (soort: Kenmerk, waarde: string): string => ({ school: `${scholen.get(waarde) ?? 'onbekend'} (${waarde})`, groep: `groep ${waarde}`, route: routes.get(waarde) ?? waarde, gemeente: waarde, bestuur: waarde })[soort];
  const eerste = kinderen.flatMap((k) => k.casussen.map((c) => c.verloop[0]!.van)).sort()[0] ?? vandaag;
  const jaren: string[] = [];
  for (let jaar = Number(schooljaarVan(vandaag).slice(0, 4)); jaar >= Number(schooljaarVan(eerste).slice(0, 4)); jaar--) jaren.push(`${jaar}-${jaar + 1}`);
  return {
    actie, uitleg: BIJ_KENMERK, gefilterd: zicht !== null, tekst: `Schooljaar ${schooljaar}${zicht ? `, ${inZin(zicht.soort, naam(zicht.soort, String(zicht.waarde)))}` : ', alle kinderen'}`,
    perioden: [...new Set([...jaren, schooljaar])].map((jaar) => ({ waarde: jaar, label: `Schooljaar ${jaar}`, gekozen: jaar === schooljaar })),
    kenmerken: keuzegroepen(KENMERKEN, (soort) => waarden(soort).map((waarde) => [waarde, naam(soort, waarde)] as const), (soort, waarde) => zicht?.soort === soort && String(zicht.waarde) === waarde),
  };
}
