import type { Transaction } from 'kysely';
import { toJson, type Schema } from './schema.ts';

/**
 * Voert een effect precies één keer uit, ook als de engine dezelfde opdracht nog eens (of tweemaal tegelijk) levert.
 * De sleutel wordt eerst ingevoegd: een tweede levering wacht daar op de eerste en leest dan diens uitkomst.
 * Mislukt het effect, dan draait de transactie ook de sleutel terug en mag een volgende poging het overdoen.
 *
 * @param key `<jobtype>:<elementInstanceKey>`, of een zakelijke sleutel als die beter is (contract van de werkers)
 * @param effect doet zijn werk op dezelfde transactie; de uitkomst moet als JSON te bewaren zijn en bevat geen namen
 * @returns de uitkomst van nu, of de bewaarde van toen
 */
export async function once<T>(tx: Transaction<Schema>, key: string, effect: () => Promise<T>): Promise<T> {
  const first = await tx
    .insertInto('verwerkt')
    .values({ sleutel: key, resultaat: toJson(null) })
    .onConflict((conflict) => conflict.column('sleutel').doNothing())
    .returning('sleutel')
    .executeTakeFirst();
  if (!first) {
    const bewaard = await tx.selectFrom('verwerkt').select('resultaat').where('sleutel', '=', key).executeTakeFirstOrThrow();
    return bewaard.resultaat as T;
  }
  const resultaat = await effect();
  await tx.updateTable('verwerkt').set({ resultaat: toJson(resultaat) }).where('sleutel', '=', key).execute();
  return resultaat;
}
