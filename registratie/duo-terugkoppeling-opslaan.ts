import type { Tx } from './register.ts';
import { toJson } from './schema.ts';

/**
 * Bewaart wat leerplicht op een verzuimmelding terugkoppelt; leerplicht is daarmee betrokken.
 * @returns false als de melding niet in deze casus staat; dan verandert er niets
 */
export async function slaTerugkoppelingOp(tx: Tx, casusId: string, duoId: string, terugkoppeling: unknown): Promise<boolean> {
  const gevonden = await tx
    .updateTable('duo')
    .set({ status: 'TERUGGEKOPPELD', terugkoppeling: toJson(terugkoppeling) })
    .where('casusId', '=', casusId)
    .where('duoId', '=', duoId)
    .returning('duoId')
    .executeTakeFirst();
  if (!gevonden) return false;
  await tx.updateTable('thuiszittersregistratie').set({ leerplichtBetrokken: true }).where('casusId', '=', casusId).execute();
  return true;
}
