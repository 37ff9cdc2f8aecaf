import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyPackage, embeddedServer, installedPackage } from './postgresql.ts';
import { copyReachable, makeReachableDir, reachableByOthers, removeDir } from './reachable-copy.ts';

const isRoot = process.getuid?.() === 0;
/** Een map waar alleen haar eigenaar in mag, zoals de thuismap van root. */
let closed: string;
const cwd = process.cwd();
beforeEach(() => {
  closed = mkdtempSync(join(tmpdir(), 'routeboek-besloten-'));
  chmodSync(closed, 0o700);
});
afterEach(() => {
  process.chdir(cwd);
  vi.unstubAllEnvs();
  rmSync(closed, { recursive: true, force: true });
});

test('PostgreSQL start ook vanuit een map waar alleen de eigen gebruiker in mag', { timeout: 60_000 }, async () => {
  if (!isRoot) console.log('Niet als root: de server draait als de eigen gebruiker, dus de besloten map is geen hindernis.');
  const place = copyPackage(installedPackage(), join(closed, 'project'));
  vi.stubEnv('TMPDIR', closed);
  process.chdir(closed);
  const umask = process.umask(0o077);
  const server = await embeddedServer(place);
  try {
    const connection = new pg.Client({ connectionString: server.url });
    await connection.connect();
    const { rows } = await connection.query<{ server_encoding: string }>('show server_encoding');
    await connection.end();
    expect(rows).toEqual([{ server_encoding: 'UTF8' }]);
  } finally {
    process.umask(umask);
    await server.stop();
  }
});

test('lukt het niet, dan zegt één zin wat er te doen is', async () => {
  const broken = copyPackage(installedPackage(), closed);
  writeFileSync(join(broken, 'dist', 'index.js'), 'export default class { initialise() { return Promise.reject(new Error("geen gebruiker postgres")); } }');
  await expect(embeddedServer(broken)).rejects.toThrow(/^PostgreSQL voor de tests kan niet starten \(geen gebruiker postgres\): draai eerst .*TEST_DATABASE_URL.*\.$/);
});

test('een tijdelijke map komt op de eerste plek waar iedereen bij kan, en anders is er één zin', () => {
  const open = makeReachableDir('routeboek-', [join(closed, 'is-er-niet'), closed, tmpdir(), '/tmp', '/var/tmp']);
  expect(open.startsWith(closed)).toBe(false);
  expect(reachableByOthers(open)).toBe(true);
  removeDir(open);
  expect(() => makeReachableDir('routeboek-', [closed])).toThrow(/geen tijdelijke map die een andere gebruiker mag lezen/);
});

test('een kopie is leesbaar voor iedereen, ook als de bron dat niet is', () => {
  const source = join(closed, 'bron');
  mkdirSync(join(source, 'bin'), { recursive: true, mode: 0o700 });
  writeFileSync(join(source, 'bin', 'programma'), 'x', { mode: 0o700 });
  writeFileSync(join(source, 'tekst'), 'x', { mode: 0o600 });
  const umask = process.umask(0o077);
  copyReachable(source, join(closed, 'kopie'));
  process.umask(umask);
  const mode = (path: string): number => statSync(join(closed, 'kopie', path)).mode & 0o777;
  expect([mode('.'), mode('bin'), mode('bin/programma'), mode('tekst')]).toEqual([0o755, 0o755, 0o755, 0o644]);
});
