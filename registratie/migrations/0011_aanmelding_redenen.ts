import { sql, type Kysely } from 'kysely';

/** Waarom een aanmelding die buiten Tasklist binnenkwam geen casus werd, zodat wie haar stuurde dat te horen krijgt. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table aanmelding add column redenen jsonb`.execute(db);
}
