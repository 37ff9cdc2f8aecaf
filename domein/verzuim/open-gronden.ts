import type { Transaction } from 'kysely';
import type { Connection } from '../../registratie/register.ts';
import { toJson, type Schema } from '../../registratie/schema.ts';
import type { Datum } from '../kalender/datum.ts';
import type { Kengetallen } from './kengetallen.ts';

/**
 * Welke gronden al bij iemand op tafel liggen. Een grond waarvan de melding (CA-02) nog openstaat komt niet nog eens in
 * `gronden` (spec §4.1). Het merk staat in `verwerkt` onder een zakelijke sleutel: verzuim-verwerken zet het, in één
 * transactie met de stand; duo-melding-indienen haalt het weg. Na vier lesweken (het venster van de uren) telt een merk
 * niet meer: is de taak dan nog niet gedaan of verdwenen, dan komt de grond terug. Een kind valt zo nooit stil weg.
 */
export type OpenGrond = { grond: string; sinds: Datum };

const sleutel = (casusId: string, grond: string): string => `duo-open:${casusId}:${grond}`;

/** @returns de gronden met een merk dat op of na `vanaf` is gezet. */
export async function leesOpenGronden(db: Connection, casusId: string, vanaf: Datum): Promise<string[]> {
  const rijen = await db
    .selectFrom('verwerkt')
    .select('resultaat')
    .where('sleutel', 'like', `${sleutel(casusId, '')}%`)
    .execute();
  return rijen
    .map((rij) => rij.resultaat as OpenGrond)
    .filter((merk) => merk.sinds >= vanaf)
    .map((merk) => merk.grond);
}

/** Zet het merk. @returns false als een andere verzuimstand op hetzelfde moment voorging. */
export async function claimGrond(tx: Transaction<Schema>, casusId: string, merk: OpenGrond, vanaf: Datum): Promise<boolean> {
  const waarde = toJson(merk);
  const nieuw = await tx
    .insertInto('verwerkt')
    .values({ sleutel: sleutel(casusId, merk.grond), resultaat: waarde })
    .onConflict((conflict) => conflict.column('sleutel').doNothing())
    .returning('sleutel')
    .executeTakeFirst();
  if (nieuw) return true;
  const bestaand = await tx
    .selectFrom('verwerkt')
    .select('resultaat')
    .where('sleutel', '=', sleutel(casusId, merk.grond))
    .forUpdate()
    .executeTakeFirst();
  if (bestaand && (bestaand.resultaat as OpenGrond).sinds >= vanaf) return false;
  await tx.updateTable('verwerkt').set({ resultaat: waarde }).where('sleutel', '=', sleutel(casusId, merk.grond)).execute();
  return true;
}

/** Haalt de merken van ingediende gronden weg: nieuw verzuim mag daarna weer een melding geven. */
export async function sluitGronden(tx: Transaction<Schema>, casusId: string, gronden: readonly string[]): Promise<void> {
  if (gronden.length === 0) return;
  await tx
    .deleteFrom('verwerkt')
    .where('sleutel', 'in', gronden.map((grond) => sleutel(casusId, grond)))
    .execute();
}

/** De kengetallen en vlaggen waar de beslistabel meldplicht-duo naar kijkt. */
export type Meldgegevens = Kengetallen & { jgzGeenGehoor: boolean; escalatiegesprekGevoerd: boolean };

/** Wat een grond uit de stand haalt, zodat de beslistabel hem niet nog eens geeft. */
const ZONDER: Record<string, Partial<Meldgegevens>> = {
  ZESTIEN_UUR_4WK: { urenOngeoorloofd4wk: 0 },
  NEGEN_KEER_TE_LAAT: { aantalTeLaat: 0 },
  LANGDURIG_RELATIEF: { aaneengeslotenOngeoorloofdDagen: 0 },
  GEEN_GEHOOR_JEUGDARTS: { jgzGeenGehoor: false },
  ESCALATIE_THUIS: { escalatiegesprekGevoerd: false },
  LUXE_VERZUIM: { luxeVerzuim: false },
};

/** @returns de stand zonder wat deze gronden al dekken. */
export const zonderGronden = <T extends Meldgegevens>(stand: T, gronden: readonly string[]): T =>
  gronden.reduce<T>((rest, grond) => ({ ...rest, ...ZONDER[grond] }), stand);
