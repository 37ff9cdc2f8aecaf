import { sql, type Kysely } from 'kysely';

/**
 * Groep en mensen gaan met de tijd mee. Bij de groep staat het schooljaar waarin zij is opgegeven, zodat de groep van nu te
 * berekenen is. De groepen van Tasklist staan bij de casus, zodat ook een fase die al loopt na een verhuizing de nieuwe
 * gemeente kiest. Een ander contactpersoon wacht hier op haar dag: namen gaan niet door de engine.
 */
const statements = [
  `alter table leerling add column groep_schooljaar text check (groep_schooljaar ~ '^[0-9]{4}-[0-9]{4}$')`,
  `update leerling l set groep_schooljaar = (
     select max(jaar)::text || '-' || (max(jaar) + 1)::text
     from (select extract(year from (c.geopend_op at time zone 'Europe/Amsterdam') - interval '7 months')::int as jaar from casus c where c.leerling_id = l.leerling_id) j
   )`,
  `alter table casus add column groepen jsonb`,
  `create table wijziging (
     wijziging_id uuid primary key,
     casus_id uuid not null references casus on delete cascade,
     soort text not null check (soort in ('contact', 'groep')),
     rol text,
     user_id text,
     naam text,
     email text,
     groep int check (groep between 1 and 8),
     vanaf date not null,
     ontvangen_op timestamptz not null,
     doorgevoerd_op timestamptz,
     check ((soort = 'contact') = (rol is not null and naam is not null and email is not null)),
     check ((soort = 'groep') = (groep is not null))
   )`,
  `create index wijziging_casus on wijziging (casus_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
