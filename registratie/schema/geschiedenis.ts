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
  /** Bitveld: het eerste geëindigde bezoek van dit kind aan dit element, in alles (1), dat schooljaar (2), die route (4), beide (8). */
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
  soort: string;
  waarde: string;
  proces: string;
  schooljaar: string;
  route: string;
  element: string;
  metTermijn: number;
  teLaat: number;
}

export interface BezoekSomTable extends Som {
  kalenderdagen: number;
  schooldagen: number;
  n: number;
  afgebroken: number;
  kinderenAlles: number;
  kinderenJaar: number;
  kinderenRoute: number;
  kinderenRouteJaar: number;
}

export type InhoudSomTable = Som;
