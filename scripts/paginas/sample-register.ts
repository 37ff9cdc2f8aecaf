import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Klok } from '../../domein/klok.ts';
import { migrateSchema } from '../../registratie/migrate.ts';
import { openPglite } from '../../registratie/pglite.ts';
import { openRegister, type Register } from '../../registratie/register.ts';
import { vulCijfers } from './sample-figures.ts';
import { vulGeschiedenis } from './sample-history.ts';
import { vulVoorbeelden } from './sample-records.ts';

/** Een pad waar de kopie heen gaat; een testrun zet het, zodat zijn bestanden het register samen één keer vullen. */
export const COPY_FILE = 'SAMPLE_REGISTER_COPY';
let copy: Promise<Blob> | undefined;

/** Een eigen register in het geheugen, met alle verzonnen gegevens. Vullen duurt een halve minuut en gebeurt één keer. */
export async function openSampleRegister(klok: Klok): Promise<Register> {
  copy ??= makeCopy(klok);
  return openRegister({ copy: await copy });
}

async function makeCopy(klok: Klok): Promise<Blob> {
  const file = process.env[COPY_FILE];
  if (file !== undefined && existsSync(file)) return new Blob([readFileSync(file)]);
  const dir = mkdtempSync(join(tmpdir(), 'routeboek-voorbeeld-'));
  try {
    const register = openRegister({ dir });
    await migrateSchema(register);
    await vulVoorbeelden(register, klok);
    await vulGeschiedenis(register, klok);
    await vulCijfers(register, klok);
    await register.close();
    const databank = openPglite({ dir });
    const dump = await databank.dumpDataDir('none');
    await databank.close();
    if (file !== undefined) writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
    return dump;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
