import { sql, type Kysely } from 'kysely';

/**
 * Wie het log van een meldcode opende en wanneer: alleen toevoegen. Het staat bij de meldcode en niet in het logboek van de casus
 * (errata §2.3, S-05). Een traject blijft van de school die het doorliep, ook als het kind later naar een andere school gaat.
 */
const statements = [
  `alter table meldcode_traject add column brin text references school`,
  `update meldcode_traject t set brin = c.brin from casus c where c.casus_id = t.casus_id`,
  `alter table meldcode_traject alter column brin set not null`,
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
