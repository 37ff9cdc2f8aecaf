import type { Connection, Tx } from './register.ts';

/** Is er aan deze taak al herinnerd? */
export async function isHerinnerd(db: Connection, elementInstanceKey: string): Promise<boolean> {
  return (await db.selectFrom('taakHerinnering').select('elementInstanceKey').where('elementInstanceKey', '=', elementInstanceKey).executeTakeFirst()) !== undefined;
}

/**
 * Legt vast dat er aan deze taak herinnerd is.
 * @returns false als een ander dat net al deed; dan hoort er geen tweede herinnering uit te gaan
 */
export async function merkHerinnerd(tx: Tx, elementInstanceKey: string, casusId: string, op: Date): Promise<boolean> {
  const nieuw = await tx
    .insertInto('taakHerinnering')
    .values({ elementInstanceKey, casusId, op })
    .onConflict((conflict) => conflict.column('elementInstanceKey').doNothing())
    .returning('elementInstanceKey')
    .executeTakeFirst();
  return nieuw !== undefined;
}
