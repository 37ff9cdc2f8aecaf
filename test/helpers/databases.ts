import { sql } from 'kysely';
import { migrateSchema } from '../../registratie/migrate.ts';
import { openRegister, type Register } from '../../registratie/register.ts';
import { pgliteCopy } from './pglite-copy.ts';
import { startServer } from './postgresql.ts';

/**
 * Dezelfde tests op de ingebouwde databank en op een echte PostgreSQL (zie postgresql.ts). Elk testbestand krijgt een
 * eigen, verse databank.
 */
export const DATABASES = ['pglite', 'postgresql'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

export interface TestDatabase {
  readonly register: Register;
  /** Alle tabellen leeg, tellers terug; sneller dan een nieuwe databank per test. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

const TABELLEN = 'school, leerling, casusteller, aanmelding, verwerkt, effect_buiten, taak_herinnering, open_taak, uitgaand, proces_definitie, proces_instantie, elementbezoek, geschiedenis_stand, bezoek_som, kind_som, inhoud_som, beheer_sessie, beheer_account, beslissing_kopie';

/**
 * Leegt deze tabellen en alles wat ernaar verwijst, en zet hun tellers terug. Een lege tabel leegmaken kost evenveel als een volle (zij
 * krijgt nieuwe bestanden), en na een test is er maar in een handvol iets geschreven: alleen die.
 */
async function makeClear({ db }: Register): Promise<() => Promise<void>> {
  const { rows } = await sql<{ tabel: string }>`
    with recursive alle as (
      select unnest(${`{${TABELLEN}}`}::regclass[])::oid as tabel
      union select c.conrelid from pg_constraint c join alle on c.confrelid = alle.tabel and c.contype = 'f'
    ) select tabel::regclass::text as tabel from alle`.execute(db);
  const namen = `{${rows.map(({ tabel }) => tabel).join()}}`;
  const welkeGeschreven = sql<{ tabel: string }>`select tabel::text from unnest(${namen}::regclass[]) as tabel where pg_relation_size(tabel) > 0`;
  const tellers = await sql<{ teller: string; begin: number }>`
    select s.seqrelid::regclass::text as teller, s.seqstart::int as begin from pg_sequence s join pg_depend d on d.objid = s.seqrelid and d.deptype in ('a', 'i') where d.refobjid = any(${namen}::regclass[]::oid[])`.execute(db);
  const zetTerug = sql.raw(`select ${tellers.rows.map(({ teller, begin }) => `setval('${teller}', ${begin}, false)`).join(', ')}`);
  return async () => {
    const geschreven = (await welkeGeschreven.execute(db)).rows.map(({ tabel }) => tabel);
    // Truncate zou ook elke lege tabel meenemen die ernaar verwijst. Zonder de controles erop maakt de volgorde niet uit; alles gaat toch weg.
    if (geschreven.length > 0) await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      for (const tabel of geschreven) await sql.raw(`delete from ${tabel}`).execute(tx);
    });
    await zetTerug.execute(db);
  };
}

export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const server = kind === 'postgresql' ? await startServer() : undefined;
  const register = openRegister(server ? { databaseUrl: server.url } : { copy: pgliteCopy() });
  await migrateSchema(register);
  return {
    register,
    // Een server leegt in een ogenblik, en een eigen server geeft misschien niet het recht om controles over te slaan.
    clear: server ? async () => void (await sql.raw(`truncate ${TABELLEN} restart identity cascade`).execute(register.db)) : await makeClear(register),
    async close() {
      await register.close();
      await server?.stop();
    },
  };
}
