import type { Datum } from '../kalender/datum.ts';
import type { Opname } from './bron.ts';
import { vanThuiszitter, type Eenheid } from './eenheid.ts';
import { gebeurtenissenVan, type Gebeurtenis } from './gebeurtenissen.ts';
import type { Kenmerken, Kind } from './kinderen.ts';
import { begonnenMaanden, inSchooljaar, maandVan, meetdagVan, type Maand } from '../kalender/maand.ts';
import { LAAG, Samen } from './samen.ts';
import { standOp, type Kindstand } from './stand.ts';
import { maakTelling, type Maten, type Telling } from './telling.ts';

/** Een kind met wat er in een schooljaar gebeurde en hoe het aan het eind van elke maand stond. */
export interface Kindjaar {
  readonly kenmerken: Kenmerken;
  readonly gebeurtenissen: readonly Gebeurtenis[];
  /** Per maand de stand op haar laatste dag, of vandaag als zij nog loopt, en de tijd waarin het toen thuiszitter was. */
  readonly standen: ReadonlyMap<Maand, Kindstand & { readonly eenheid: Eenheid }>;
}

/** De stromen en standen van een maand; een kind telt in elk één keer. */
export const STROMEN = ['aangemeld', 'gesloten', 'thuiszitter', 'geenThuiszitter'] as const;
export const STANDEN = ['standThuiszitter', 'standDrieMaanden'] as const;
export type Maandmaat = (typeof STROMEN)[number] | (typeof STANDEN)[number];
type Stroom = (typeof STROMEN)[number];
export const inMaand = (maat: Maandmaat, maand: Maand): string => `${maat}:${maand}`;

export interface Schooljaarcijfers {
  readonly schooljaar: string;
  readonly maanden: readonly Maand[];
  /** Waardoor kinderen thuiszitter werden en het niet meer waren: wat in het jaar voorkwam. */
  readonly redenen: Readonly<Record<'thuiszitter' | 'geenThuiszitter', readonly string[]>>;
  readonly telling: Telling<Kindjaar>;
}

/** Telt een schooljaar per maand en in het geheel. Alle getallen van een schooljaar die ergens staan komen hiervandaan. */
export function telJaar({ kinderen, peildatum }: Opname, schooljaar: string, samen = new Samen()): Schooljaarcijfers {
  const maanden = begonnenMaanden(schooljaar, peildatum);
  const meetdagen = maanden.map((maand): [Maand, Datum] => [maand, meetdagVan(maand, peildatum)]);
  const gevallen = kinderen.map((kind): Kindjaar => ({
    kenmerken: kind.kenmerken, gebeurtenissen: gebeurtenissenVan(kind, peildatum).filter(({ dag }) => inSchooljaar(dag, schooljaar)),
    standen: new Map(meetdagen.map(([maand, dag]) => [maand, metEenheid(kind, dag, peildatum)])),
  }));
  const redenen = { thuiszitter: redenenVan(gevallen, 'thuiszitter'), geenThuiszitter: redenenVan(gevallen, 'geenThuiszitter') };
  return { schooljaar, maanden, redenen, telling: maakTelling(gevallen, matenVan(maanden, redenen), { samen, naam: `jaar ${schooljaar}` }) };
}

const metEenheid = (kind: Kind, dag: Datum, peildatum: Datum): Kindstand & { eenheid: Eenheid } => ({ ...standOp(kind, dag), eenheid: vanThuiszitter(kind, dag, peildatum) });

function matenVan(maanden: readonly Maand[], redenen: Schooljaarcijfers['redenen']): Maten<Kindjaar> {
  const opMaand = { laag: LAAG.maand, alleenSamen: true } as const;
  const stand = (maat: (typeof STANDEN)[number], maand: Maand): Maten<Kindjaar> => ({
    [inMaand(maat, maand)]: {
      ...opMaand, telt: ({ standen }) => { const op = standen.get(maand); return maat === 'standThuiszitter' ? op?.status === 'thuiszitter' : op?.langerDanDrieMaanden === true; },
      eenheid: ({ standen }) => standen.get(maand)!.eenheid,
    },
  });
  return Object.assign({},
    ...STROMEN.map((soort) => ({ [soort]: gebeurde(soort) })),
    ...(['thuiszitter', 'geenThuiszitter'] as const).flatMap((soort) => redenen[soort].map((reden) => ({ [`${soort}:${reden}`]: gebeurde(soort, (g) => g.reden === reden) }))),
    ...STANDEN.flatMap((maat) => maanden.map((maand) => stand(maat, maand))),
    ...STROMEN.flatMap((soort) => maanden.map((maand) => ({ [inMaand(soort, maand)]: { ...gebeurde(soort, (g) => maandVan(g.dag) === maand), ...opMaand } }))),
  ) as Maten<Kindjaar>;
}

/** Overkwam het kind dit? Vaker is één keer: de eerste. */
function gebeurde(soort: Stroom, past: (g: Gebeurtenis) => boolean = () => true): Maten<Kindjaar>[string] {
  const eerste = ({ gebeurtenissen }: Kindjaar): Gebeurtenis | undefined => gebeurtenissen.find((g) => g.soort === soort && past(g));
  return { telt: (k) => eerste(k) !== undefined, eenheid: (k) => eerste(k)!.eenheid };
}

const redenenVan = (kinderen: readonly Kindjaar[], soort: Gebeurtenis['soort']): string[] =>
  [...new Set(kinderen.flatMap((k) => k.gebeurtenissen.filter((g) => g.soort === soort).flatMap((g) => g.reden ?? [])))].sort();
