import type { Connection, Tx } from './register.ts';

/** De laatste herinnering aan een taak, of niets. */
export async function leesLaatsteHerinnering(db: Connection, sleutel: string): Promise<{ volgnummer: number; op: Date } | undefined> {
  return db.selectFrom('taakHerinnering').select(['volgnummer', 'op']).where('sleutel', '=', sleutel).orderBy('volgnummer', 'desc').executeTakeFirst();
}

/**
 * Legt vast dat er aan deze taak voor de zoveelste keer herinnerd is.
 * @returns false als een ander dat net al deed; dan hoort er geen tweede bericht uit te gaan
 */
export async function merkHerinnerd(tx: Tx, herinnering: { sleutel: string; volgnummer: number; casusId: string; op: Date }): Promise<boolean> {
  const nieuw = await tx
    .insertInto('taakHerinnering')
    .values(herinnering)
    .onConflict((conflict) => conflict.columns(['sleutel', 'volgnummer']).doNothing())
    .returning('sleutel')
    .executeTakeFirst();
  return nieuw !== undefined;
}
