import type { Transaction } from 'kysely';
import { toJson, type Schema } from './schema.ts';

/**
 * Zet de nieuwe woongemeente (ES-WOONGEMEENTE) met de groepen die daarbij horen, en sluit de vaste personen van de oude gemeente af: vanaf nu is een ander bevoegd.
 * @returns de vorige gemeente
 */
export async function wijzigGemeente(tx: Transaction<Schema>, casusId: string, gemeente: string, groepen: Record<string, string>, op: Date): Promise<string> {
  const { leerlingId, woongemeente } = await tx
    .selectFrom('leerling')
    .innerJoin('casus', 'casus.leerlingId', 'leerling.leerlingId')
    .select(['leerling.leerlingId', 'leerling.woongemeente'])
    .where('casus.casusId', '=', casusId)
    .executeTakeFirstOrThrow();
  await tx.updateTable('leerling').set({ woongemeente: gemeente }).where('leerlingId', '=', leerlingId).execute();
  await tx.updateTable('casus').set({ groepen: toJson(groepen) }).where('casusId', '=', casusId).execute();
  await tx
    .updateTable('contact')
    .set(({ ref, fn, val }) => ({ tot: fn<Date>('greatest', [ref('sinds'), val(op)]) }))
    .where('casusId', '=', casusId)
    .where('rol', 'in', ['leerplichtambtenaar', 'jeugdteam'])
    .where('tot', 'is', null)
    .execute();
  return woongemeente;
}
