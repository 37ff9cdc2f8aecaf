import type { Connection } from './register.ts';
import type { Datum, Route } from './schema.ts';

/** Waarmee de casus begon. */
export function leesCasusBegin(db: Connection, casusId: string): Promise<{ datumSignaal: Datum; geopendOp: Date; route: Route; brin: string } | undefined> {
  return db.selectFrom('casus').select(['datumSignaal', 'geopendOp', 'route', 'brin']).where('casusId', '=', casusId).executeTakeFirst();
}
