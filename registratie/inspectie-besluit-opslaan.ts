import type { Connection, Tx } from './register.ts';

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

/** De aanvraag waar de inspectie nog over moet besluiten. */
export async function leesOpenAanvraag(db: Connection, casusId: string): Promise<string | undefined> {
  const aanvraag = await db
    .selectFrom('inspectie')
    .select('inspectieId')
    .where('casusId', '=', casusId)
    .where('soort', '=', 'AOT_AANVRAAG')
    .where('besluit', 'is', null)
    .executeTakeFirst();
  return aanvraag?.inspectieId;
}
