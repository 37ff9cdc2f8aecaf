import type { Tx } from './register.ts';

/** Houdt de casusrij vast tot het einde van de transactie: wie hetzelfde voor deze casus doet gaat erna, en ziet wat er al is. */
export async function vergrendelCasus(tx: Tx, casusId: string): Promise<void> {
  await tx.selectFrom('casus').select('casusId').where('casusId', '=', casusId).forUpdate().execute();
}
