import type { Generated } from 'kysely';
import type { Json, Moment, MomentOfNull } from './columns.ts';

export type UitgaandStatus = 'wacht' | 'verzonden' | 'dood';

/** De postbus: wat een transactie naar buiten wil sturen; `koppelingen/mail` verstuurt. */
export interface UitgaandTabel {
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
  status: Generated<UitgaandStatus>;
  pogingen: Generated<number>;
  volgendePoging: MomentOfNull;
  laatsteFout: string | null;
  aangemaaktOp: Moment;
  verzondenOp: MomentOfNull;
}

/** Effecten die precies één keer gebeuren, met hun uitkomst voor een herhaalde levering. */
export interface VerwerktTabel {
  sleutel: string;
  resultaat: Json<unknown>;
  op: Generated<Date>;
}
