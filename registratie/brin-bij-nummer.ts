import type { Connection } from './register.ts';

/** De school van een casus, lopend of gesloten. */
export async function leesBrinBijNummer(db: Connection, casusnummer: string): Promise<string | undefined> {
  return (await db.selectFrom('casus').select('brin').where('casusnummer', '=', casusnummer).executeTakeFirst())?.brin;
}
