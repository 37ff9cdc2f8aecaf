import type { Generated } from 'kysely';
import type { Json, Moment } from './columns.ts';

/** Eén keer doorlopen van de meldcode; de sleutel is die van haar proces. */
export interface MeldcodeTrajectTable {
  traject: string;
  casusId: string;
  /** De school die de meldcode doorloopt. */
  brin: string;
  gestartOp: Moment;
  /** Het laatste volgnummer van dit traject. */
  teller: Generated<number>;
}

/** Het eigen log van de meldcode; alleen toevoegen, en alleen de taken van de meldcode zelf laten het zien. */
export interface MeldcodeRegelTable {
  regelId: string;
  traject: string;
  volgnummer: number;
  tijdstip: Moment;
  stap: string;
  /** Het formulier van de taak; leeg bij een handeling van het systeem. */
  formulier: string | null;
  actie: string;
  rol: string;
  /** Leesbare regels "Label: waarde". */
  uitkomst: string;
  velden: Json<Record<string, unknown>>;
  sleutel: string;
}

/** Eén keer dat iemand het log van een meldcode opende. */
export interface MeldcodeInzageTable {
  inzageId: Generated<number>;
  casusId: string;
  account: string;
  op: Moment;
}
