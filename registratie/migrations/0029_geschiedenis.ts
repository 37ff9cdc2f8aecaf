import { sql, type Kysely } from 'kysely';

/**
 * De geschiedenis uit de engine (design §4): elk bezoek van een instantie aan een element, met de casus, de route en de stap
 * waar het bij hoort. Sleutels zijn tekst: boven 2^53 is het getal in JavaScript niet te houden. Er staat geen naam en geen
 * vrije tekst in. Verdwijnt de casus, dan verdwijnen haar bezoeken mee.
 */
const statements = [
  `create table proces_definitie (
     sleutel text primary key,
     proces text not null,
     versie int not null
   )`,
  `create table proces_instantie (
     sleutel text primary key,
     proces text not null,
     begonnen timestamptz not null,
     ouder text,
     ouder_bezoek text,
     casus_id uuid references casus on delete cascade,
     route text,
     pad text[]
   )`,
  `create index proces_instantie_open on proces_instantie (begonnen) where pad is null or casus_id is null`,
  `create index proces_instantie_casus on proces_instantie (casus_id)`,
  `create table elementbezoek (
     sleutel text primary key,
     proces text not null,
     versie int not null,
     element text not null,
     soort text not null,
     instantie text not null,
     begonnen timestamptz not null,
     geeindigd timestamptz,
     toestand text not null check (toestand in ('open', 'klaar', 'afgebroken', 'vermist')),
     casus_id uuid references casus on delete cascade,
     route text,
     stap text,
     uiterlijk timestamptz,
     eind_dag date,
     schooljaar text,
     kalenderdagen int,
     schooldagen int,
     te_laat boolean,
     eerste int not null default 0,
     geteld boolean not null default false,
     check (toestand not in ('klaar', 'afgebroken') or geeindigd is not null)
   )`,
  `create index elementbezoek_open on elementbezoek (proces) where toestand = 'open'`,
  `create index elementbezoek_casus on elementbezoek (casus_id)`,
  `create index elementbezoek_los on elementbezoek (instantie) where casus_id is null`,
  `create index elementbezoek_eind on elementbezoek (proces, eind_dag) where toestand in ('klaar', 'afgebroken')`,
  `create index elementbezoek_te_tellen on elementbezoek (casus_id) where not geteld and geeindigd is not null and casus_id is not null`,
  `create index elementbezoek_open_termijn on elementbezoek (instantie) where toestand = 'open' and uiterlijk is not null`,
  `create index casus_proces_instantie on casus (proces_instantie_key)`,
  `create index casus_aanmelding_instantie on casus_aanmelding (proces_instantie_key)`,
  // Eén rij: tot waar gelezen is, en wanneer dat voor het laatst helemaal lukte.
  `create table geschiedenis_stand (
     nummer int primary key check (nummer = 1),
     begin_tot timestamptz,
     einde_tot timestamptz,
     partities jsonb not null default '{}',
     volledig_op timestamptz,
     nagekeken_op timestamptz,
     geprobeerd_op timestamptz,
     mislukt_sinds timestamptz
   )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
