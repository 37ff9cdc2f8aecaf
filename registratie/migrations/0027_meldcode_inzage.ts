import { sql, type Kysely } from 'kysely';

/** Wie het log van een meldcode opende en wanneer: alleen toevoegen. Het staat bij de meldcode en niet in het logboek van de casus (errata §2.3, S-05). */
const statements = [
  `create table meldcode_inzage (
     inzage_id bigint generated always as identity primary key,
     casus_id uuid not null references casus on delete cascade,
     account text not null,
     op timestamptz not null
   )`,
  `create index meldcode_inzage_casus on meldcode_inzage (casus_id, op)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
