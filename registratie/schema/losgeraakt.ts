import type { Moment, MomentOrNull } from './columns.ts';

/** Een proces van een casus dat in de engine is beëindigd zonder dat het klaar was. */
export interface LosgeraaktTable {
  instantie: string;
  casusId: string;
  proces: string;
  eerstGezien: Moment;
  /** Leeg zolang het nog een vermoeden is. */
  vastgesteldOp: MomentOrNull;
  /** Weer opgepakt, of door een beheerder afgehandeld. */
  hersteldOp: MomentOrNull;
}
