import type { Connection } from './register.ts';

/** De route (proces-id) van een casus; niets als de casus er niet is. */
export async function leesRoute(db: Connection, casusId: string): Promise<string | undefined> {
  return (await db.selectFrom('casus').select('route').where('casusId', '=', casusId).executeTakeFirst())?.route;
}

/** Wanneer de casus het laatst een andere regie kreeg. */
export async function leesRouteGewisseld(db: Connection, casusId: string): Promise<Date | null> {
  return (await db.selectFrom('casus').select('routeGewisseldOp').where('casusId', '=', casusId).executeTakeFirst())?.routeGewisseldOp ?? null;
}
