import type { Connection } from './register.ts';
import type { Datum } from './schema.ts';

export interface LeerlingVanCasus {
  readonly geboortedatum: Datum;
  readonly ingeschreven: boolean;
  readonly brin: string;
  /** Het begin van de lopende vier weken; leeg zolang er geen escalatiegesprek was. */
  readonly vierWekenSinds: Datum | null;
  readonly logboekGestartOp: Date | null;
  readonly sluitVanaf: Datum | null;
  readonly routeOpnieuwSinds: Datum | null;
  readonly brugStart: Datum | null;
  readonly brugEind: Datum | null;
}

/** Wat van het kind, zijn school en de stand van de casus nodig is om te rekenen. */
export function leesLeerlingVanCasus(db: Connection, casusId: string): Promise<LeerlingVanCasus | undefined> {
  return db
    .selectFrom('casus')
    .innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId')
    .leftJoin('thuiszittersregistratie as t', 't.casusId', 'casus.casusId')
    .select(['leerling.geboortedatum', 'leerling.ingeschreven', 'casus.brin', 'casus.vierWekenSinds', 'casus.logboekGestartOp', 'casus.sluitVanaf', 'casus.routeOpnieuwSinds', 't.brugStart', 't.brugEind'])
    .where('casus.casusId', '=', casusId)
    .executeTakeFirst();
}
