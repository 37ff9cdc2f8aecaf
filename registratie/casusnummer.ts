import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Neemt het volgende casusnummer van dat jaar: "2026-0147". De teller staat in een rij die tot het einde van de transactie
 * vergrendeld is: twee casussen krijgen nooit hetzelfde nummer, en een afgebroken aanmelding geeft het hare terug.
 */
export async function neemCasusnummer(tx: Transaction<Schema>, jaar: number): Promise<string> {
  const { laatste } = await tx
    .insertInto('casusteller')
    .values({ jaar, laatste: 1 })
    .onConflict((conflict) => conflict.column('jaar').doUpdateSet((eb) => ({ laatste: eb('casusteller.laatste', '+', 1) })))
    .returning('laatste')
    .executeTakeFirstOrThrow();
  return `${jaar}-${String(laatste).padStart(4, '0')}`;
}
