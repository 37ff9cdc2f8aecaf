import type { Connection } from './register.ts';
import type { Datum } from './schema.ts';

export interface LeerlingVanCasus {
  readonly geboortedatum: Datum;
  readonly brin: string;
  /** Het begin van de lopende vier weken; leeg zolang er geen escalatiegesprek was. */
  readonly vierWekenSinds: Datum | null;
  readonly logboekGestartOp: Date | null;
  readonly sluitVanaf: Datum | null;
  readonly routeOpnieuwSinds: Datum | null;
}

/** Wat van het kind, zijn school en de stand van de casus nodig is om te rekenen. */
export function leesLeerlingVanCasus(db: Connection, casusId: string): Promise<LeerlingVanCasus | undefined> {
  return db
    .selectFrom('casus')
    .innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId')
    .select(['leerling.geboortedatum', 'casus.brin', 'casus.vierWekenSinds', 'casus.logboekGestartOp', 'casus.sluitVanaf', 'casus.routeOpnieuwSinds'])
    .where('casus.casusId', '=', casusId)
    .executeTakeFirst();
}
