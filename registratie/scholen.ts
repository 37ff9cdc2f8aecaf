import type { Connection } from './register.ts';

/** De naam van een school, als zij al bekend is. */
export async function leesSchoolnaam(db: Connection, brin: string): Promise<string | undefined> {
  return (await db.selectFrom('school').select('naam').where('brin', '=', brin).executeTakeFirst())?.naam;
}

/** Alle bekende scholen, op BRIN. */
export function leesScholen(db: Connection): Promise<{ brin: string; naam: string; plaats: string; schoolbestuur: string }[]> {
  return db.selectFrom('school').select(['brin', 'naam', 'plaats', 'schoolbestuur']).orderBy('brin').execute();
}

/**
 * Geeft een school een andere naam: alleen de beheerder doet dit (pagina Scholen).
 * @returns false als de school niet bekend is
 */
export async function hernoemSchool(db: Connection, brin: string, naam: string): Promise<boolean> {
  return (await db.updateTable('school').set({ naam }).where('brin', '=', brin).returning('brin').executeTakeFirst()) !== undefined;
}
