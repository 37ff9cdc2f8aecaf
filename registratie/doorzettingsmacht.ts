import type { Transaction } from 'kysely';
import type { Connection } from './register.ts';
import type { Schema } from './schema.ts';

/** Loopt er voor deze casus een doorzettingsmacht? (R-DZM-1) */
export async function looptDoorzettingsmacht(db: Connection, casusId: string): Promise<boolean> {
  const rij = await db.selectFrom('casus').select('doorzettingsmachtInstantie').where('casusId', '=', casusId).executeTakeFirst();
  return (rij?.doorzettingsmachtInstantie ?? null) !== null;
}

/**
 * Neemt de doorzettingsmacht van een casus voor één procesinstantie. Van twee die het tegelijk proberen wint er één; wie
 * haar al had, heeft haar nog.
 * @returns false als een andere instantie haar heeft
 */
export async function beginDoorzettingsmacht(tx: Transaction<Schema>, casusId: string, instantie: string): Promise<boolean> {
  const rij = await tx
    .updateTable('casus')
    .set({ doorzettingsmachtInstantie: instantie })
    .where('casusId', '=', casusId)
    .where((eb) => eb.or([eb('doorzettingsmachtInstantie', 'is', null), eb('doorzettingsmachtInstantie', '=', instantie)]))
    .returning('casusId')
    .executeTakeFirst();
  return rij !== undefined;
}

/** Geeft de doorzettingsmacht terug, als deze instantie haar had. */
export async function eindigDoorzettingsmacht(tx: Transaction<Schema>, casusId: string, instantie: string): Promise<void> {
  await tx.updateTable('casus').set({ doorzettingsmachtInstantie: null }).where('casusId', '=', casusId).where('doorzettingsmachtInstantie', '=', instantie).execute();
}
