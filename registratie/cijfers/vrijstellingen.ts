import type { Connection } from '../register.ts';
import type { Vrijstelling } from '../vrijstelling.ts';

export type KindVrijstelling = Vrijstelling & { readonly leerlingId: string; readonly casusId: string; readonly vastgelegdOp: Date };

/** Alle verleende vrijstellingen, elk bij haar kind. */
export const leesAlleVrijstellingen = (db: Connection): Promise<KindVrijstelling[]> =>
  db
    .selectFrom('vrijstelling as v')
    .innerJoin('casus as c', 'c.casusId', 'v.casusId')
    .select(['c.leerlingId', 'v.casusId', 'v.soort', 'v.ingangsdatum', 'v.einddatum', 'v.uitgeschreven', 'v.vastgelegdOp'])
    .orderBy('v.ingangsdatum')
    .execute();
