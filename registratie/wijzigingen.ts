import type { Selectable } from 'kysely';
import type { Connection, Tx } from './register.ts';
import { toJson } from './schema.ts';
import type { WijzigingTable } from './schema/casus.ts';

export type Wijziging = Selectable<WijzigingTable>;

/** Bewaart wat er op een dag in een casus verandert. */
export async function slaWijzigingOp(tx: Tx, wijziging: Omit<Wijziging, 'doorgevoerdOp'>): Promise<void> {
  await tx.insertInto('wijziging').values({ ...wijziging, school: wijziging.school === null ? null : toJson(wijziging.school), doorgevoerdOp: null }).execute();
}

export function leesWijziging(db: Connection, casusId: string, wijzigingId: string): Promise<Wijziging | undefined> {
  return db.selectFrom('wijziging').selectAll().where('casusId', '=', casusId).where('wijzigingId', '=', wijzigingId).executeTakeFirst();
}

export async function merkDoorgevoerd(tx: Tx, wijzigingId: string, op: Date): Promise<void> {
  await tx.updateTable('wijziging').set({ doorgevoerdOp: op }).where('wijzigingId', '=', wijzigingId).execute();
}
