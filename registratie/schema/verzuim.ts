import type { Generated } from 'kysely';
import type { Datum, Moment } from './columns.ts';

export type VerzuimSoort = 'ONGEOORLOOFD' | 'VERMOEDELIJK_ONGEOORLOOFD' | 'ZIEKTE' | 'GEOORLOOFD_OVERIG' | 'LUXE' | 'DOOR_SCHOOL';

/** Het verzuim zoals de school het opgaf, en wat er uit is berekend. */
export interface VerzuimRegelTable {
  casusId: string;
  datum: Datum;
  /** Hele dagdelen afwezig: 0 (deel van een dagdeel), 1 of 2. */
  dagdelen: number;
  uren: number;
  soort: VerzuimSoort;
  /** De verzuimmelding die deze uren al heeft meegeteld. */
  gemeldIn: string | null;
}

export interface TeLaatTable {
  casusId: string;
  datum: Datum;
  moment: string;
  gemeldIn: string | null;
}

/** Een schoolweek waarover de school iets heeft gezegd, ook als dat was dat er geen verzuim was. */
export interface BeantwoordeWeekTable {
  leerlingId: string;
  maandag: Datum;
  op: Moment;
}

/** Een grond waarvan de verzuimmelding bij iemand op tafel ligt. */
export interface OpenGrondTable {
  casusId: string;
  grond: string;
  sinds: Datum;
}

export interface VerzuimstandTable {
  casusId: string;
  peildatum: Datum;
  urenOngeoorloofd4wk: number;
  /** Met de uren die al in een melding staan erbij. */
  urenTotaal4wk: Generated<number>;
  aantalTeLaat: number;
  /** Dagen thuis in de zwaarste van de weken waar de stand over ging. */
  dagenThuisWeek: number;
  /** De dag tot en met welke die dagen geteld zijn; leeg als er nog geen week beoordeeld is. */
  thuisTot: Datum | null;
  wekenAaneenMeerDan3Dagen: number;
  aaneengeslotenOngeoorloofdDagen: number;
  /** Is de lopende reeks al als langdurig verzuim gemeld? */
  langdurigGemeld: Generated<boolean>;
  /** Leeg bij een stand van voor dit gegeven. */
  vermoedelijkOngeoorloofd: boolean | null;
  pctVerzuim2wk: number;
  dagenAfwezig15wk: number;
  tweeWekenGroteMoeite: boolean;
  luxeVerzuim: boolean;
  jgzGeenGehoor: boolean;
  escalatiegesprekGevoerd: boolean;
  aard: string;
  ontvangenOp: Moment;
}
