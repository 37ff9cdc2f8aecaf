import { sql } from 'kysely';
import { migreer } from '../../registratie/migrate.ts';
import { openRegister, type Register } from '../../registratie/register.ts';
import { startServer } from './postgresql.ts';

/**
 * Dezelfde tests op de ingebouwde databank en op een echte PostgreSQL (zie postgresql.ts). Elk testbestand krijgt een
 * eigen, verse databank.
 */
export const DATABANKEN = ['pglite', 'postgresql'] as const;
export type Databank = (typeof DATABANKEN)[number];

export interface Proefdatabank {
  readonly register: Register;
  /** Alle tabellen leeg, tellers terug; sneller dan een nieuwe databank per test. */
  leeg(): Promise<void>;
  sluit(): Promise<void>;
}

export async function openProefdatabank(soort: Databank): Promise<Proefdatabank> {
  const server = soort === 'postgresql' ? await startServer() : undefined;
  const register = openRegister(server ? { databaseUrl: server.url } : {});
  await migreer(register);
  return {
    register,
    async leeg() {
      await sql`truncate school, leerling, casusteller, aanmelding, verwerkt, uitgaand restart identity cascade`.execute(register.db);
    },
    async sluit() {
      await register.sluit();
      await server?.stop();
    },
  };
}
