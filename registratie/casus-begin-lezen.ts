import type { Connection } from './register.ts';
import type { Datum, Route } from './schema.ts';

/** Waarmee de casus begon, en wanneer zij na het sluiten weer openging. */
export function leesCasusBegin(db: Connection, casusId: string): Promise<{ datumSignaal: Datum; geopendOp: Date; heropendOp: Date | null; route: Route; brin: string } | undefined> {
  return db.selectFrom('casus').select(['datumSignaal', 'geopendOp', 'heropendOp', 'route', 'brin']).where('casusId', '=', casusId).executeTakeFirst();
}
