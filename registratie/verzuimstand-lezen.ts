import type { Connection } from './register.ts';
import type { Datum } from './schema.ts';

/** De dag van de jongste verzuimstand, of null als er nog geen is. */
export async function leesLaatstePeildatum(db: Connection, casusId: string): Promise<Datum | null> {
  const laatste = await db
    .selectFrom('verzuimstand')
    .select(({ fn }) => fn.max('peildatum').as('peildatum'))
    .where('casusId', '=', casusId)
    .executeTakeFirst();
  return laatste?.peildatum ?? null;
}

/** Wat de vorige stand zei over 'twee weken grote moeite', de dagen thuis en de aard; een stand die daar niet over gaat laat het zo. */
export function leesVorigeStand(db: Connection, casusId: string): Promise<{ peildatum: Datum; tweeWekenGroteMoeite: boolean; dagenThuisWeek: number; thuisTot: Datum | null; vermoedelijkOngeoorloofd: boolean | null } | undefined> {
  return db
    .selectFrom('verzuimstand')
    .select(['peildatum', 'tweeWekenGroteMoeite', 'dagenThuisWeek', 'thuisTot', 'vermoedelijkOngeoorloofd'])
    .where('casusId', '=', casusId)
    .orderBy('peildatum', 'desc')
    .executeTakeFirst();
}
