import type { Connection } from './register.ts';
import type { Datum } from './schema.ts';

export interface Thuisperiode {
  readonly periodeId: string;
  readonly eersteDag: Datum;
  readonly nergensIngeschrevenSinds: Datum | null;
  readonly nergensIngeschrevenTot: Datum | null;
  readonly eindDag: Datum | null;
  readonly eindeReden: string | null;
}

/** De perioden thuis van het kind van deze casus, ook uit een vorige casus, de oudste eerst en wat nog loopt het laatst. */
export function leesThuisperioden(db: Connection, casusId: string): Promise<Thuisperiode[]> {
  return db
    .selectFrom('thuisperiode as p')
    .innerJoin('casus', 'casus.leerlingId', 'p.leerlingId')
    .select(['p.periodeId', 'p.eersteDag', 'p.nergensIngeschrevenSinds', 'p.nergensIngeschrevenTot', 'p.eindDag', 'p.eindeReden'])
    .where('casus.casusId', '=', casusId)
    .orderBy('p.eindDag', (volgorde) => volgorde.asc().nullsLast())
    .execute();
}
