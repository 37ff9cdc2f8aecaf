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

export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const server = kind === 'postgresql' ? await startServer() : undefined;
  const register = openRegister(server ? { databaseUrl: server.url } : { copy: pgliteCopy() });
  await migrateSchema(register);
  return {
    register,
    async clear() {
      await sql`truncate school, leerling, casusteller, aanmelding, verwerkt, effect_buiten, taak_herinnering, open_taak, uitgaand, proces_definitie, proces_instantie, elementbezoek, geschiedenis_stand, bezoek_som, inhoud_som, beheer_sessie, beheer_account restart identity cascade`.execute(register.db);
    },
    async close() {
      await register.close();
      await server?.stop();
    },
  };
}
