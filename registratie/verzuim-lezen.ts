import { sql } from 'kysely';
import type { Connection } from './register.ts';
import type { Datum } from './schema.ts';
import { vanKind } from './van-kind.ts';

/**
 * Al het verzuim van het kind van deze casus, ook uit een vorige casus, met wat al gemeld is en tot wanneer langdurig verzuim
 * gemeld werd. Staat een dag in twee casussen, dan geldt de laatste opgave; wat al gemeld is, blijft gemeld.
 */
export async function leesVerzuim(db: Connection, casusId: string) {
  const opgegeven = await db
    .selectFrom('verzuimRegel')
    .innerJoin('casus', 'casus.casusId', 'verzuimRegel.casusId')
    .select(['datum', 'dagdelen', 'uren', 'soort', 'gemeldIn'])
    .where(vanKind('verzuimRegel.casusId', casusId))
    .orderBy('datum')
    .orderBy('casus.geopendOp')
    .execute();
  const perDag = new Map<Datum, (typeof opgegeven)[number]>();
  for (const regel of opgegeven) perDag.set(regel.datum, { ...regel, gemeldIn: regel.gemeldIn ?? perDag.get(regel.datum)?.gemeldIn ?? null });
  const teLaat = await db.selectFrom('teLaat').select(['datum', 'moment', 'gemeldIn']).where(vanKind('teLaat.casusId', casusId)).execute();
  const langdurig = await db
    .selectFrom('duo')
    .select((column) => column.fn.max('periodeTot').as('tot'))
    .where(vanKind('duo.casusId', casusId))
    .where(sql<boolean>`'LANGDURIG_RELATIEF' = any(gronden)`)
    .executeTakeFirst();
  return { regels: [...perDag.values()], teLaat, langdurigGemeldTot: langdurig?.tot ?? null };
}

/** Van wanneer tot wanneer er verzuim is opgegeven, en over hoeveel dagen; een dag met een vrijstelling gaat niet naar DUO (r. 496–497). */
export async function leesVerzuimperiode(db: Connection, casusId: string) {
  const { van, tot, dagen } = await db
    .selectFrom('verzuimRegel')
    .select(({ fn }) => [fn.min('datum').as('van'), fn.max('datum').as('tot'), fn.countAll<number>().as('dagen')])
    .where('casusId', '=', casusId)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('vrijstelling').select('vrijstelling.soort').where(vanKind('vrijstelling.casusId', casusId)).whereRef('ingangsdatum', '<=', 'datum').whereRef('einddatum', '>=', 'datum'))))
    .executeTakeFirstOrThrow();
  return { van, tot, dagen: Number(dagen) };
}
