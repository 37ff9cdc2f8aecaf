import { sql, type Kysely } from 'kysely';

/**
 * Processen van een casus die in de engine zijn beëindigd zonder dat zij klaar waren. Een casus blijft eerst verdacht (nog niet
 * vastgesteld): de leeskant van de engine kan achterlopen.
 */
const statements = [
  `create table losgeraakt (
     instantie text primary key,
     casus_id uuid not null references casus (casus_id),
     proces text not null,
     eerst_gezien timestamptz not null,
     vastgesteld_op timestamptz,
     hersteld_op timestamptz
   )`,
  `create index losgeraakt_open on losgeraakt (casus_id) where hersteld_op is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
