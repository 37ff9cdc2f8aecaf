import { sql, type Kysely } from 'kysely';

/**
 * De accounts van beheer, naast het vaste account `beheer`. Een gewijzigd wachtwoord vervangt de afdruk. De rol is een tekst zonder
 * lijst van toegestane waarden: de rollen staan in beheer/access/roles.ts, en een nieuwe rol vraagt geen migratie.
 */
const statements = [
  `create table beheer_account (
     account_id text primary key,
     naam text not null unique,
     rol text not null,
     school_brin text,
     afdruk text not null,
     gemaakt_op timestamptz not null
   )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
