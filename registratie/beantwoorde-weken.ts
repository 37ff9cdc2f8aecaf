import { leerlingVanCasus } from './leerling-van-casus.ts';
import type { Connection, Tx } from './register.ts';
import type { Datum } from './schema.ts';

/** De maandagen van de schoolweken van dit kind waarover de school iets heeft gezegd. */
export async function leesBeantwoordeWeken(db: Connection, casusId: string): Promise<Datum[]> {
  const rijen = await db
    .selectFrom('beantwoordeWeek')
    .innerJoin('casus', 'casus.leerlingId', 'beantwoordeWeek.leerlingId')
    .select('maandag')
    .where('casus.casusId', '=', casusId)
    .orderBy('maandag')
    .execute();
  return rijen.map((rij) => rij.maandag);
}

/** Onthoudt dat de school over deze weken iets heeft gezegd; nog eens verandert niets. */
export async function merkWekenBeantwoord(tx: Tx, casusId: string, maandagen: readonly Datum[], op: Date): Promise<void> {
  if (maandagen.length === 0) return;
  const leerlingId = await leerlingVanCasus(tx, casusId);
  await tx
    .insertInto('beantwoordeWeek')
    .values(maandagen.map((maandag) => ({ leerlingId, maandag, op })))
    .onConflict((conflict) => conflict.columns(['leerlingId', 'maandag']).doNothing())
    .execute();
}
