import type { Connection } from './register.ts';
import type { Datum } from './schema.ts';
import type { Thuisperiode } from './thuisperiode-lezen.ts';

export interface Thuiskind extends Thuisperiode {
  readonly leerlingId: string;
  readonly geboortedatum: Datum;
  readonly woongemeente: string;
  /** De jongste casus van het kind. */
  readonly casusId: string;
  readonly brin: string;
}

/** Elk kind met een periode thuis die op de peildatum liep, of zijn casus open is of gesloten; een kind komt één keer voor. */
export async function leesThuisperiodenOp(db: Connection, peildatum: Datum): Promise<Thuiskind[]> {
  return db
    .selectFrom('thuisperiode as p')
    .innerJoin('leerling as l', 'l.leerlingId', 'p.leerlingId')
    .innerJoin('casus as c', 'c.leerlingId', 'p.leerlingId')
    .distinctOn('p.leerlingId')
    .select(['p.leerlingId', 'l.geboortedatum', 'l.woongemeente', 'c.casusId', 'c.brin', 'p.periodeId', 'p.eersteDag', 'p.nergensIngeschrevenSinds', 'p.nergensIngeschrevenTot', 'p.eindDag', 'p.eindeReden'])
    .where('p.eersteDag', '<=', peildatum)
    .where((eb) => eb.or([eb('p.eindDag', 'is', null), eb('p.eindDag', '>', peildatum)]))
    .orderBy('p.leerlingId')
    .orderBy('p.eersteDag')
    .orderBy('c.geopendOp', 'desc')
    .execute();
}
