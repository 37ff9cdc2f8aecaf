import { sql, type Kysely } from 'kysely';

/**
 * De meldcode heeft een eigen log met een eigen nummering, los van het logboek van de casus: ook een gat in de nummering daarvan
 * mag niet verraden dat er een meldcode loopt. Een traject is één keer doorlopen van de meldcode; een kind kan er meer hebben.
 */
const statements = [
  `create table meldcode_traject (
     traject text primary key,
     casus_id uuid not null references casus on delete cascade,
     gestart_op timestamptz not null,
     teller int not null default 0
   )`,
  `create index meldcode_traject_casus on meldcode_traject (casus_id)`,
  `create table meldcode_regel (
     regel_id uuid primary key,
     traject text not null references meldcode_traject on delete cascade,
     volgnummer int not null,
     tijdstip timestamptz not null,
     stap text not null,
     formulier text,
     actie text not null,
     rol text not null,
     uitkomst text not null,
     velden jsonb not null,
     sleutel text not null unique,
     unique (traject, volgnummer)
   )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
