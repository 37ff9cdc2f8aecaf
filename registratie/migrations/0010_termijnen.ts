import { sql, type Kysely } from 'kysely';

/**
 * Aan een taak wordt vaker dan één keer herinnerd, ook als zij na een verbetering terugkomt: de sleutel is daarom de taak met
 * haar einddatum en niet het bezoek. En het register weet welke taken er openstaan, zodat een taak die wordt afgebroken niet
 * ongemerkt verdwijnt.
 */
const statements = [
  `drop table taak_herinnering`,
  `create table taak_herinnering (
     sleutel text not null,
     volgnummer integer not null,
     casus_id uuid not null references casus on delete cascade,
     op timestamptz not null,
     primary key (sleutel, volgnummer)
   )`,
  `create table open_taak (
     element_instance_key text primary key,
     casus_id uuid not null references casus on delete cascade,
     stap text not null,
     naam text not null,
     uiterlijk timestamptz not null,
     geopend_op timestamptz not null
   )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
