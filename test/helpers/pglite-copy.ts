import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateSchema } from '../../registratie/migrate.ts';
import { openPglite } from '../../registratie/pglite.ts';
import { openRegister } from '../../registratie/register.ts';

/** Waar de kopie staat; alleen gevuld als de run met `globalSetup` begon. */
const FILE = 'TEST_PGLITE_COPY';

/** Maakt één keer per run een databank met alle tabellen; elk testbestand begint met een kopie en niet met het aanmaken ervan. */
export default async function globalSetup(): Promise<() => void> {
  const dir = mkdtempSync(join(tmpdir(), 'routeboek-pglite-'));
  const register = openRegister({ dir: join(dir, 'register') });
  await migrateSchema(register);
  await register.close();
  const databank = openPglite({ dir: join(dir, 'register') });
  const copy = await databank.dumpDataDir('none');
  await databank.close();
  process.env[FILE] = join(dir, 'register.tar');
  writeFileSync(process.env[FILE], Buffer.from(await copy.arrayBuffer()));
  return () => rmSync(dir, { recursive: true, force: true });
}

/** De kopie, of niets buiten zo'n run. */
export function pgliteCopy(): Blob | undefined {
  const file = process.env[FILE];
  return file === undefined ? undefined : new Blob([readFileSync(file)]);
}
