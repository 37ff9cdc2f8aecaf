import { sql } from 'kysely';
import type { Connection } from './register.ts';

/** Al het verzuim van een casus, met wat al gemeld is en tot wanneer langdurig verzuim gemeld werd. */
export async function leesVerzuim(db: Connection, casusId: string) {
  const regels = await db
    .selectFrom('verzuimRegel')
    .select(['datum', 'dagdelen', 'uren', 'soort', 'gemeldIn'])
    .where('casusId', '=', casusId)
    .orderBy('datum')
    .execute();
  const teLaat = await db.selectFrom('teLaat').select(['datum', 'moment', 'gemeldIn']).where('casusId', '=', casusId).execute();
  const langdurig = await db
    .selectFrom('duo')
    .select((column) => column.fn.max('periodeTot').as('tot'))
    .where('casusId', '=', casusId)
    .where(sql<boolean>`'LANGDURIG_RELATIEF' = any(gronden)`)
    .executeTakeFirst();
  return { regels, teLaat, langdurigGemeldTot: langdurig?.tot ?? null };
}

/** Van wanneer tot wanneer er verzuim is opgegeven, en over hoeveel dagen. */
export async function leesVerzuimperiode(db: Connection, casusId: string) {
  const { van, tot, dagen } = await db
    .selectFrom('verzuimRegel')
    .select(({ fn }) => [fn.min('datum').as('van'), fn.max('datum').as('tot'), fn.countAll<number>().as('dagen')])
    .where('casusId', '=', casusId)
    .executeTakeFirstOrThrow();
  return { van, tot, dagen: Number(dagen) };
}
