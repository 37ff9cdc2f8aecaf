import type { Transaction } from 'kysely';
import type { Datum, Schema } from './schema.ts';

/** De uitkomst van het gesprek voor het leerlingvolgsysteem van de school (L447–448); één rij per casus en dag. */
export async function voegLvsToe(tx: Transaction<Schema>, rij: { casusId: string; datum: Datum; uitkomst: string; afspraken: string | null }): Promise<void> {
  const { uitkomst, afspraken } = rij;
  await tx.insertInto('lvs').values(rij).onConflict((conflict) => conflict.columns(['casusId', 'datum']).doUpdateSet({ uitkomst, afspraken })).execute();
}
