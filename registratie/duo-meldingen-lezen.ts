import type { Connection } from './register.ts';
import { vanKind } from './van-kind.ts';

/** De verzuimmeldingen die al over dit kind gedaan zijn, ook in een vorige casus. */
export function leesDuoMeldingen(db: Connection, casusId: string) {
  return db
    .selectFrom('duo')
    .select(['duoId', 'gronden', 'periodeVan', 'periodeTot', 'gemeldOp'])
    .where(vanKind('duo.casusId', casusId))
    .where('soort', '=', 'MELDING')
    .execute();
}

/** Het nummer van de melding met deze sleutel, als zij al gedaan is. */
export async function zoekDuoMelding(db: Connection, sleutel: string): Promise<string | undefined> {
  return (await db.selectFrom('duo').select('duoId').where('sleutel', '=', sleutel).executeTakeFirst())?.duoId;
}
