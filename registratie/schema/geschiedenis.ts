import type { Generated } from 'kysely';
import type { Datum, Json, Moment, MomentOrNull } from './columns.ts';

/** `vermist`: de engine kende het bezoek als open en kent het niet meer; het telt nergens mee. */
export type Toestand = 'open' | 'klaar' | 'afgebroken' | 'vermist';

export interface ProcesDefinitieTable {
  sleutel: string;
  proces: string;
  versie: number;
}

/** Een procesinstantie, met bij welke casus zij hoort. */
export interface ProcesInstantieTable {
  sleutel: string;
  proces: string;
  begonnen: Moment;
  ouder: string | null;
  /** Het bezoek van de call activity die haar aanriep. */
  ouderBezoek: string | null;
  casusId: string | null;
  route: string | null;
  /** De call activities erboven als `proces:element`, buitenste eerst; leeg zolang niet bekend. */
  pad: string[] | null;
}

/** Eén keer dat een instantie bij een element was. */
export interface ElementbezoekTable {
  sleutel: string;
  proces: string;
  versie: number;
  element: string;
  /** Zoals de engine het noemt: `USER_TASK`, `CALL_ACTIVITY`, … */
  soort: string;
  instantie: string;
  begonnen: Moment;
  geeindigd: MomentOrNull;
  toestand: Toestand;
  casusId: string | null;
  route: string | null;
  stap: string | null;
  /** Wanneer het volgens de termijn van de stap klaar moest zijn; leeg als de stap geen termijn heeft. */
  uiterlijk: MomentOrNull;
  eindDag: Datum | null;
  schooljaar: string | null;
  kalenderdagen: number | null;
  /** Leeg als de vakanties van die tijd niet bekend zijn. */
  schooldagen: number | null;
  teLaat: boolean | null;
  /** Bitveld, alleen bij het eerste geëindigde bezoek van dit kind aan dit element in dat schooljaar: 1, en dat jaar ooit met termijn (2), te laat (4), afgebroken (8). */
  eerste: Generated<number>;
  /** Zit in de sommen; daarna verandert de rij niet meer. */
  geteld: Generated<boolean>;
}

/** Tot waar de geschiedenis is gelezen; één rij. */
export interface GeschiedenisStandTable {
  nummer: number;
  beginTot: MomentOrNull;
  eindeTot: MomentOrNull;
  partities: Json<Partities>;
  volledigOp: MomentOrNull;
  /** Wanneer alles wat openstaat voor het laatst is nagekeken. */
  nagekekenOp: MomentOrNull;
  geprobeerdOp: MomentOrNull;
  misluktSinds: MomentOrNull;
  /** Verandert bij alles waar een cijfer van afhangt. */
  wijziging: Generated<string>;
}

/** Per partitie het laatste begin dat is gezien, in milliseconden. */
export type Partities = Record<string, number>;

/** Wat een filter van een casus moet weten. */
export interface CasusFeitTable {
  casusId: string;
  brin: string;
  schoolbestuur: string;
  gemeente: string;
  groep: number;
  /** De reden van sluiten, of `lopend`. */
  reden: string;
}

interface Som {
  /** `maand`, of een kenmerk: `school`, `bestuur`, `gemeente`, `groep`, `reden`, `versie`. */
  soort: string;
  waarde: string;
  proces: string;
  schooljaar: string;
  /** Leeg zonder route. */
  route: string;
  element: string;
}

/** Hoe vaak een bezoek zoveel dagen duurde. */
export interface BezoekSomTable extends Som {
  kalenderdagen: number;
  /** -1 als de vakanties van die tijd niet bekend zijn. */
  schooldagen: number;
  n: number;
}

/** Een kind telt per schooljaar en element één keer, bij zijn eerste bezoek. De waarde bij `school` is brin, bestuur en gemeente, gescheiden door teken 31. */
export interface KindSomTable extends Som {
  bezoeken: number;
  bezoekenAfgebroken: number;
  kinderen: number;
  metTermijn: number;
  teLaat: number;
  afgebroken: number;
}

/** Taken van kinderen met een termijn in wat dit element aanriep, en van hoeveel kinderen zij ten minste zijn. */
export interface InhoudSomTable extends Som {
  metTermijn: number;
  teLaat: number;
  kinderenTeLaat: number;
  kinderenOpTijd: number;
}
