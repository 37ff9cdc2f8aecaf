import type { Tx } from './register.ts';

/**
 * Bewaart het besluit van de inspectie.
 * @returns false als de aanvraag niet in deze casus staat
 */
export async function slaInspectiebesluitOp(tx: Tx, casusId: string, inspectieId: string, besluit: string, op: Date): Promise<boolean> {
  const gevonden = await tx
    .updateTable('inspectie')
    .set({ besluit, besluitOp: op })
    .where('casusId', '=', casusId)
    .where('inspectieId', '=', inspectieId)
    .returning('inspectieId')
    .executeTakeFirst();
  return gevonden !== undefined;
}
