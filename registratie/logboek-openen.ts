import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Opent het logboek van een casus (KT-04, L41–43) en legt de urenraming vast. Een tweede keer verandert niets.
 * Wat er al stond wordt hiermee zichtbaar als voorgeschiedenis (R-LOG-2).
 * @returns of het nu openging
 */
export async function openLogboek(
  tx: Transaction<Schema>,
  casusId: string,
  op: Date,
  raming: { min: number | null; max: number | null },
): Promise<boolean> {
  const geopend = await tx
    .updateTable('casus')
    .set({ logboekGestartOp: op, urenRamingMin: raming.min, urenRamingMax: raming.max })
    .where('casusId', '=', casusId)
    .where('logboekGestartOp', 'is', null)
    .returning('casusId')
    .executeTakeFirst();
  return geopend !== undefined;
}
