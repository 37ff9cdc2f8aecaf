import { sql, type Kysely } from 'kysely';

/** Van welke grens van een periode thuis bericht is gegaan: per periode en grens één keer, ook als de casus sloot en weer openging. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table thuismelding (
         periode_id uuid not null references thuisperiode on delete cascade,
         grens text not null,
         op timestamptz not null,
         primary key (periode_id, grens)
       )`,
    )
    .execute(db);
}
