import type { Datum } from '../kalender/datum.ts';
import type { Opname } from './bron.ts';
import { gebeurtenissenVan, type Gebeurtenis } from './gebeurtenissen.ts';
import type { Kenmerken } from './kinderen.ts';
import { begonnenMaanden, inSchooljaar, maandVan, meetdagVan, type Maand } from '../kalender/maand.ts';
import { standOp, type Kindstand } from './stand.ts';
import type { Kindnu } from './nu.ts';
import { maakTelling, samengevoegd, staande, zonder, type Maten, type Telling, type Zicht } from './telling.ts';

/** Een kind met wat er in een schooljaar gebeurde en hoe het aan het eind van elke maand stond. */
export interface Kindjaar {
  readonly kenmerken: Kenmerken;
  readonly gebeurtenissen: readonly Gebeurtenis[];
  /** Per maand de stand op haar laatste dag, of vandaag als zij nog loopt. */
  readonly standen: ReadonlyMap<Maand, Kindstand>;
}

/** De stromen en standen van een maand; een kind telt in elk één keer. */
export const STROMEN = ['aangemeld', 'gesloten', 'thuiszitter', 'geenThuiszitter'] as const;
export const STANDEN = ['standThuiszitter', 'standDrieMaanden'] as const;
export type Maandmaat = (typeof STROMEN)[number] | (typeof STANDEN)[number];
export const inMaand = (maat: Maandmaat, maand: Maand): string => `${maat}:${maand}`;
export const metReden = (soort: 'thuiszitter' | 'geenThuiszitter' | 'gesloten', reden: string): string => `${soort}:${reden}`;

export interface Schooljaarcijfers {
  readonly schooljaar: string;
  readonly maanden: readonly Maand[];
  /** Waardoor kinderen thuiszitter werden, het niet meer waren, en casussen sloten: wat in het jaar voorkwam. */
  readonly redenen: Readonly<Record<'thuiszitter' | 'geenThuiszitter' | 'gesloten', readonly string[]>>;
  readonly telling: Telling<Kindjaar>;
}

/** De stand van de lopende maand is die van nu, en die staat al op Start en op Klok. */
const VAN_NU = { standThuiszitter: 'thuiszitter', standDrieMaanden: 'drieMaanden' } as const satisfies Partial<Record<Maandmaat, string>>;

/**
 * Telt een schooljaar per maand en in het geheel. Alle getallen van een schooljaar die ergens staan komen hiervandaan.
 * @param nu wat er over vandaag staat: de lopende maand zegt hetzelfde, en wat daaruit volgt telt mee in wat er verder mag staan
 */
export function telJaar(opname: Opname, schooljaar: string, nu: Telling<Kindnu> | undefined, zicht: Zicht = null): Schooljaarcijfers {
  const maanden = begonnenMaanden(schooljaar, opname.peildatum);
  const meetdagen = maanden.map((maand): [Maand, Datum] => [maand, meetdagVan(maand, opname.peildatum)]);
  const kinderen = opname.kinderen.map((kind): Kindjaar => ({
    kenmerken: kind.kenmerken, gebeurtenissen: gebeurtenissenVan(kind, opname.peildatum).filter(({ dag }) => inSchooljaar(dag, schooljaar)),
    standen: new Map(meetdagen.map(([maand, dag]) => [maand, standOp(kind, dag)])),
  }));
  const redenen = { thuiszitter: redenenVan(kinderen, 'thuiszitter'), geenThuiszitter: redenenVan(kinderen, 'geenThuiszitter'), gesloten: redenenVan(kinderen, 'gesloten') };
  return { schooljaar, maanden, redenen, telling: tel(kinderen, maanden, redenen, zicht, maandVan(opname.peildatum), nu) };
}

/**
 * De getallen in groepen waarbinnen te rekenen valt: een stand is de vorige met wie erbij kwam en zonder wie eraf ging; maanden en
 * redenen tellen op tot het jaar; wie langer dan drie maanden thuis is hoort bij de stand van die maand.
 */
function tel(kinderen: readonly Kindjaar[], maanden: readonly Maand[], redenen: Schooljaarcijfers['redenen'], zicht: Zicht, dezeMaand: Maand, nu: Telling<Kindnu> | undefined): Telling<Kindjaar> {
  const gebeurde = (soort: Gebeurtenis['soort'], past: (g: Gebeurtenis) => boolean = () => true) => (k: Kindjaar): boolean => k.gebeurtenissen.some((g) => g.soort === soort && past(g));
  const perMaand = (soort: (typeof STROMEN)[number]): Maten<Kindjaar> => Object.fromEntries(maanden.map((maand) => [inMaand(soort, maand), { telt: gebeurde(soort, (g) => maandVan(g.dag) === maand), van: soort }]));
  const stand = Object.fromEntries(maanden.map((maand) => [inMaand('standThuiszitter', maand), { telt: (k: Kindjaar) => k.standen.get(maand)?.status === 'thuiszitter' }]));
  // Per kenmerk alleen het hele jaar: in een maand zijn het er te weinig, en het verschil van twee maanden is dan een kind.
  const jaar = STROMEN.map((soort) => maakTelling(kinderen, { [soort]: { telt: gebeurde(soort) }, ...Object.fromEntries((redenen[soort as keyof typeof redenen] ?? []).map((reden) => [`${soort}:${reden}`, { telt: gebeurde(soort, (g) => g.reden === reden), van: soort }])) }, { zicht }));
  if (zicht !== null) return samengevoegd(jaar);
  const vast = jaar.flatMap((telling, i) => staande(telling, [STROMEN[i]!]));
  const jaarmaten = (...soorten: (typeof STROMEN)[number][]): Maten<Kindjaar> => Object.fromEntries(soorten.map((soort) => [soort, { telt: gebeurde(soort) }]));
  const opKlok = nu === undefined || !maanden.includes(dezeMaand) ? [] : (['standThuiszitter', 'standDrieMaanden'] as const).map((maat) => ({ maat: inMaand(maat, dezeMaand), getal: nu.toon(VAN_NU[maat]) }));
  const staatAl = opKlok.filter(({ getal }) => typeof getal === 'number').map(({ maat }) => maat);
  const thuis = maakTelling(kinderen, { ...jaarmaten('thuiszitter', 'geenThuiszitter'), ...stand, ...perMaand('thuiszitter'), ...perMaand('geenThuiszitter') }, { vast: [...vast, ...staatAl] });
  return zonder(opKlok.filter(({ getal }) => getal === null).map(({ maat }) => maat), samengevoegd([
    ...jaar, thuis, maakTelling(kinderen, { ...jaarmaten('aangemeld'), ...perMaand('aangemeld') }, { vast }), maakTelling(kinderen, { ...jaarmaten('gesloten'), ...perMaand('gesloten') }, { vast }),
    ...maanden.map((maand) => maakTelling(kinderen, { [inMaand('standThuiszitter', maand)]: stand[inMaand('standThuiszitter', maand)]!, [inMaand('standDrieMaanden', maand)]: { telt: (k: Kindjaar) => k.standen.get(maand)?.langerDanDrieMaanden === true, van: inMaand('standThuiszitter', maand) } }, { vast: [...staande(thuis, [inMaand('standThuiszitter', maand)]), ...staatAl] })),
  ]));
}

const redenenVan = (kinderen: readonly Kindjaar[], soort: Gebeurtenis['soort']): string[] =>
  [...new Set(kinderen.flatMap((k) => k.gebeurtenissen.filter((g) => g.soort === soort).flatMap((g) => g.reden ?? [])))].sort();
