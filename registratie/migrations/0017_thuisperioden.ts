import { sql, type Kysely } from 'kysely';

/**
 * De klok van het kind: vanaf de eerste dag thuis, tot een blijvend aanbod echt begint (errata §3). De periode hoort bij het
 * kind en niet bij de casus of de school; een kind heeft er hoogstens één die loopt. `nergens_ingeschreven_sinds` is gevuld
 * zolang het kind op geen school staat: dan telt het als thuiszitter vanaf de eerste dag.
 */
const statements = [
  `create table thuisperiode (
     periode_id uuid primary key,
     leerling_id uuid not null references leerling on delete cascade,
     eerste_dag date not null,
     nergens_ingeschreven_sinds date,
     eind_dag date,
     einde_reden text,
     bepaald_op timestamptz not null,
     check ((eind_dag is null) = (einde_reden is null)),
     check (eind_dag >= eerste_dag)
   )`,
  `create unique index thuisperiode_een_loopt on thuisperiode (leerling_id) where eind_dag is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
