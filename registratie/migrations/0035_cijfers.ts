import { sql, type Kysely } from 'kysely';

/**
 * Voor de cijfers: het laatste antwoord van een beslistabel, zodat de normen er ook zijn als de engine niet antwoordt, en wegen naar
 * de regels van het logboek die een cijfer telt.
 */
const statements = [
  `create table beslissing_kopie (
     vraag text primary key,
     antwoord jsonb not null,
     op timestamptz not null
   )`,
  `create index logboek_regel_formulier on logboek_regel (formulier, tijdstip) where formulier is not null`,
  `create index logboek_regel_wending on logboek_regel (casus_id) where sleutel like 'casus-afsluiten:%' or sleutel like 'casus-heropenen:%' or sleutel like 'doorzettingsmacht-vastleggen:%'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
