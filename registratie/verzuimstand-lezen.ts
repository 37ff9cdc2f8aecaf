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

/** Wat de school de vorige keer invulde bij 'twee weken grote moeite'; een processtap die het niet weet laat het zo. */
export async function leesVorigeGroteMoeite(db: Connection, casusId: string): Promise<boolean> {
  const vorige = await db
    .selectFrom('verzuimstand')
    .select('tweeWekenGroteMoeite')
    .where('casusId', '=', casusId)
    .orderBy('peildatum', 'desc')
    .executeTakeFirst();
  return vorige?.tweeWekenGroteMoeite ?? false;
}
