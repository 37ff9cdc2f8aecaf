import type { Datum, Moment } from './columns.ts';

export type Vrijstellingsoort = 'ONTHEFFING' | 'VRIJSTELLING_INSCHRIJVING' | 'VRIJSTELLING_SCHOOLBEZOEK';

/** Een vrijstelling die leerplicht heeft verleend; zij geldt van en met haar eerste tot en met haar laatste dag. */
export interface VrijstellingTable {
  vrijstellingId: string;
  casusId: string;
  soort: Vrijstellingsoort;
  ingangsdatum: Datum;
  einddatum: Datum;
  /** Staat het kind niet meer op een school ingeschreven? */
  uitgeschreven: boolean;
  vastgelegdOp: Moment;
  sleutel: string;
}
