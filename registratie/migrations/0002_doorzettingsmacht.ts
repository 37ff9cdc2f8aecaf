import { sql, type Kysely } from 'kysely';

/** Welke procesinstantie de doorzettingsmacht van deze casus voert; leeg als er geen loopt (R-DZM-1). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table casus add column doorzettingsmacht_instantie text').execute(db);
}
