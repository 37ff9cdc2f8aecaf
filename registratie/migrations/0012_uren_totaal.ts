import { sql, type Kysely } from 'kysely';

/** De uren in vier lesweken met wat al in een melding staat erbij: een melding maakt verzuim niet ongedaan, en wie een taak doet ziet beide. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table verzuimstand add column uren_totaal4wk double precision not null default 0`).execute(db);
  await sql.raw(`update verzuimstand set uren_totaal4wk = uren_ongeoorloofd4wk`).execute(db);
}
