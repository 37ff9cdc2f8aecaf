import { sql, type Kysely } from 'kysely';

/**
 * Wie zich bij beheer heeft aangemeld. Van het kenmerk in de cookie staat hier alleen de afdruk: wie de tabel leest, kan er niet mee
 * binnenkomen. Is het account weg, dan zijn met `account_id` al zijn sessies te vinden.
 */
const statements = [
  `create table beheer_sessie (
     sessie text primary key,
     account_id text,
     gegevens jsonb not null,
     verloopt_op timestamptz not null
   )`,
  'create index beheer_sessie_verloopt on beheer_sessie (verloopt_op)',
  'create index beheer_sessie_account on beheer_sessie (account_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
