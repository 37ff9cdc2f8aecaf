import { sql } from 'kysely';
import type { Connection } from './register.ts';

/** Vraagt het register om een antwoord. @throws als het er geen geeft */
export async function raakRegisterAan(db: Connection): Promise<void> {
  await sql`select 1`.execute(db);
}
