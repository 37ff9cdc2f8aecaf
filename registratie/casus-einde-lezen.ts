import type { Connection } from './register.ts';
import type { CasusStatus } from './schema.ts';

/** Loopt de casus nog, en zo niet: waarom is zij gesloten? */
export function leesCasusEinde(db: Connection, casusId: string): Promise<{ status: CasusStatus; reden: string | null } | undefined> {
  return db.selectFrom('casus').select(['status', 'reden']).where('casusId', '=', casusId).executeTakeFirst();
}
