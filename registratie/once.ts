import type { Transaction } from 'kysely';
import { alsJson, type Schema } from './schema.ts';

/**
 * Voert een effect precies één keer uit, ook als de engine dezelfde opdracht nog eens (of tweemaal tegelijk) levert.
 * De sleutel wordt eerst ingevoegd: een tweede levering wacht daar op de eerste en leest dan diens uitkomst.
 * Mislukt het effect, dan draait de transactie ook de sleutel terug en mag een volgende poging het overdoen.
 *
 * @param sleutel `<jobtype>:<elementInstanceKey>`, of een zakelijke sleutel als die beter is (contract van de werkers)
 * @param effect doet zijn werk op dezelfde transactie; de uitkomst moet als JSON te bewaren zijn en bevat geen namen
 * @returns de uitkomst van nu, of de bewaarde van toen
 */
export async function eenmalig<T>(tx: Transaction<Schema>, sleutel: string, effect: () => Promise<T>): Promise<T> {
  const eerste = await tx
    .insertInto('verwerkt')
    .values({ sleutel, resultaat: alsJson(null) })
    .onConflict((botsing) => botsing.column('sleutel').doNothing())
    .returning('sleutel')
    .executeTakeFirst();
  if (!eerste) {
    const bewaard = await tx.selectFrom('verwerkt').select('resultaat').where('sleutel', '=', sleutel).executeTakeFirstOrThrow();
    return bewaard.resultaat as T;
  }
  const resultaat = await effect();
  await tx.updateTable('verwerkt').set({ resultaat: alsJson(resultaat) }).where('sleutel', '=', sleutel).execute();
  return resultaat;
}
