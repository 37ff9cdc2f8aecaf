import { sql, type Kysely } from 'kysely';

/**
 * Verleende vrijstellingen van de leerplicht. Alleen een vrijstelling van de inschrijving haalt het kind uit de telling, en alleen
 * zolang zij geldt; een vrijstelling van geregeld schoolbezoek haalt haar dagen uit de meldingen (routeboek r. 493–516; errata §3).
 */
const statements = [
  `create table vrijstelling (
     vrijstelling_id uuid primary key,
     casus_id uuid not null references casus on delete cascade,
     soort text not null check (soort in ('ONTHEFFING', 'VRIJSTELLING_INSCHRIJVING', 'VRIJSTELLING_SCHOOLBEZOEK')),
     ingangsdatum date not null,
     einddatum date not null check (einddatum >= ingangsdatum),
     uitgeschreven boolean not null,
     vastgelegd_op timestamptz not null,
     sleutel text not null unique
   )`,
  `create index vrijstelling_casus on vrijstelling (casus_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
