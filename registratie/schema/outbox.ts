import type { Generated } from 'kysely';
import type { Json, Moment, MomentOrNull } from './columns.ts';

export type OutboxStatus = 'wacht' | 'verzonden' | 'dood';

/** De postbus: wat een transactie naar buiten wil sturen; `koppelingen/mail` verstuurt. */
export interface OutboxTable {
  id: Generated<number>;
  casusId: string | null;
  /** "N-02". */
  melding: string;
  aanRol: string;
  adres: string | null;
  onderwerp: string;
  tekst: string;
  messageId: string;
  sleutel: string;
  status: Generated<OutboxStatus>;
  pogingen: Generated<number>;
  volgendePoging: MomentOrNull;
  laatsteFout: string | null;
  aangemaaktOp: Moment;
  verzondenOp: MomentOrNull;
}

/** Effecten die precies één keer gebeuren, met hun uitkomst voor een herhaalde levering. */
export interface ProcessedTable {
  sleutel: string;
  resultaat: Json<unknown>;
  op: Generated<Date>;
}
