import type { Connection } from './register.ts';
import type { Datum } from './schema.ts';

/** Wat van het kind en zijn school nodig is om te rekenen. */
export function leesLeerlingVanCasus(db: Connection, casusId: string): Promise<{ geboortedatum: Datum; brin: string } | undefined> {
  return db
    .selectFrom('casus')
    .innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId')
    .select(['leerling.geboortedatum', 'casus.brin'])
    .where('casus.casusId', '=', casusId)
    .executeTakeFirst();
}
