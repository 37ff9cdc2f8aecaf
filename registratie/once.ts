import { sql } from 'kysely';
import type { Connection, Tx } from './register.ts';
import { toJson } from './schema.ts';

/**
 * Voert een effect in het register precies één keer uit, ook als de engine dezelfde opdracht nog eens (of tweemaal
 * tegelijk) levert. De sleutel wordt eerst ingevoegd: een tweede levering wacht daar op de eerste en leest dan diens
 * uitkomst. Mislukt het effect, dan draait de transactie ook de sleutel terug en mag een volgende poging het overdoen.
 *
 * Hier staat alleen wat een herhaling onschadelijk maakt. Wat over een casus gaat hoort in een eigen tabel: deze wordt
 * op leeftijd opgeruimd (`forgetProcessed`).
 *
 * @param key `<jobtype>:<elementInstanceKey>`, of een zakelijke sleutel als die beter is (contract van de werkers)
 * @param at nu; een sleutel die nog eens langskomt wordt weer zo oud als die keer
 * @param effect doet zijn werk op dezelfde transactie; de uitkomst moet als JSON te bewaren zijn en bevat geen namen
 * @returns de uitkomst van nu, of de bewaarde van toen
 */
export async function once<T>(tx: Tx, key: string, at: Date, effect: () => Promise<T>): Promise<T> {
  const first = await tx
    .insertInto('verwerkt')
    .values({ sleutel: key, resultaat: toJson(null), op: at })
    .onConflict((conflict) => conflict.column('sleutel').doNothing())
    .returning('sleutel')
    .executeTakeFirst();
  if (!first) {
    const kept = await tx
      .updateTable('verwerkt')
      .set({ op: sql<Date>`greatest(op, ${at}::timestamptz)` })
      .where('sleutel', '=', key)
      .returning('resultaat')
      .executeTakeFirstOrThrow();
    return kept.resultaat as T;
  }
  const resultaat = await effect();
  await tx.updateTable('verwerkt').set({ resultaat: toJson(resultaat) }).where('sleutel', '=', key).execute();
  return resultaat;
}

/**
 * Vergeet de sleutels die sinds `before` niet meer langskwamen, ook die van gelukte effecten buiten het register. Een
 * effect waarvan de afloop onzeker is blijft staan. Kies `before` ruim vóór alles wat nog terug kan komen: ook een
 * incident dat pas na weken wordt opgelost levert zijn opdracht nog eens.
 * @returns hoeveel sleutels er weg zijn
 */
export async function forgetProcessed(db: Connection, before: Date): Promise<number> {
  const inside = await db.deleteFrom('verwerkt').where('op', '<', before).executeTakeFirst();
  const outside = await db.deleteFrom('effectBuiten').where('geluktOp', '<', before).executeTakeFirst();
  return Number(inside.numDeletedRows) + Number(outside.numDeletedRows);
}
