import { sql, type Kysely } from 'kysely';

/**
 * Terugval en signalen. Een casus kan opnieuw opengaan, en een kind kan vaker worden aangemeld dan het casussen heeft: elke
 * aanmelding krijgt een eigen rij met wat ervan werd. Een signaal blijft bekend tot de route het oppakt of de casus sluit.
 */
const statements = [
  `alter table casus add column heropend_aantal int not null default 0`,
  `alter table casus add column heropend_op timestamptz`,
  `alter table casus add column sluit_vanaf date`,
  `alter table casus add column route_opnieuw_sinds date`,

  `create table casus_aanmelding (
     sleutel text primary key,
     casus_id uuid not null references casus on delete cascade,
     proces_instantie_key text not null,
     uitkomst text not null check (uitkomst in ('geopend', 'heropend', 'loopt-al', 'al-bekend')),
     op timestamptz not null
   )`,
  `create index casus_aanmelding_casus on casus_aanmelding (casus_id)`,
  `insert into casus_aanmelding (sleutel, casus_id, proces_instantie_key, uitkomst, op)
     select aanmeld_sleutel, casus_id, proces_instantie_key, 'geopend', geopend_op from casus`,

  `create table signaal (
     signaal_id uuid primary key,
     casus_id uuid not null references casus on delete cascade,
     bericht text not null,
     sleutel text not null unique,
     inhoud jsonb not null,
     ontvangen_in text not null,
     stand text not null default 'ONTVANGEN' check (stand in ('ONTVANGEN', 'GEVANGEN', 'VERVALLEN')),
     ontvangen_op timestamptz not null,
     aangeboden_op timestamptz,
     afgehandeld_op timestamptz,
     check ((stand = 'ONTVANGEN') = (afgehandeld_op is null))
   )`,
  `create index signaal_casus on signaal (casus_id)`,
  `create index signaal_wacht on signaal (aangeboden_op) where stand = 'ONTVANGEN'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
