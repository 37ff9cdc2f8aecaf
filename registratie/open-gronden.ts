import type { Connection, Tx } from './register.ts';
import type { Datum } from './schema.ts';
import { vanKind } from './van-kind.ts';

/**
 * De gronden waarvan de verzuimmelding nog bij iemand op tafel ligt (spec §4.1): hoogstens één merk per casus en grond. Ook
 * een taak uit een vorige casus van het kind ligt er nog.
 * @returns de gronden met een merk dat op of na `vanaf` is gezet
 */
export async function leesOpenGronden(db: Connection, casusId: string, vanaf: Datum): Promise<string[]> {
  const rijen = await db.selectFrom('openGrond').select('grond').distinct().where(vanKind('openGrond.casusId', casusId)).where('sinds', '>=', vanaf).orderBy('grond').execute();
  return rijen.map((rij) => rij.grond);
}

/**
 * Zet het merk, of vernieuwt een merk van vóór `vanaf`. Van twee die het tegelijk proberen wint er één: de tweede wacht op
 * de rij van de eerste en ziet dan diens datum.
 * @returns false als er al een merk van op of na `vanaf` stond
 */
export async function claimGrond(tx: Tx, casusId: string, { grond, sinds }: { grond: string; sinds: Datum }, vanaf: Datum): Promise<boolean> {
  const gezet = await tx
    .insertInto('openGrond')
    .values({ casusId, grond, sinds })
    .onConflict((conflict) => conflict.columns(['casusId', 'grond']).doUpdateSet({ sinds }).where('openGrond.sinds', '<', vanaf))
    .returning('grond')
    .executeTakeFirst();
  return gezet !== undefined;
}

/** Haalt de merken van ingediende gronden weg: nieuw verzuim mag daarna weer een melding geven. */
export async function sluitGronden(tx: Tx, casusId: string, gronden: readonly string[]): Promise<void> {
  if (gronden.length > 0) await tx.deleteFrom('openGrond').where(vanKind('openGrond.casusId', casusId)).where('grond', 'in', [...gronden]).execute();
}
