import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateSchema } from '../../registratie/migrate.ts';
import { openPglite } from '../../registratie/pglite.ts';
import { openRegister } from '../../registratie/register.ts';

/** Waar de kopie staat, en die van een databank zonder tabellen; alleen gevuld als de run met `globalSetup` begon. */
const FILE = 'TEST_PGLITE_COPY';
const LEEG = 'TEST_PGLITE_LEEG';

/** Maakt één keer per run een databank met alle tabellen; elk testbestand begint met een kopie en niet met het aanmaken ervan. */
export default async function globalSetup(): Promise<() => void> {
  const dir = mkdtempSync(join(tmpdir(), 'routeboek-pglite-'));
  const bewaar = async (naam: string): Promise<string> => {
    const databank = openPglite({ dir: join(dir, 'register') });
    // Geen test maakt een tweede databank, en deze twee zijn de helft van elke kopie.
    for (const sjabloon of ['template0', 'template1']) {
      await databank.query('update pg_database set datistemplate = false where datname = $1', [sjabloon]);
      await databank.exec(`drop database if exists ${sjabloon}`);
    }
    const copy = await databank.dumpDataDir('none');
    await databank.close();
    const bestand = join(dir, `${naam}.tar`);
    writeFileSync(bestand, Buffer.from(await copy.arrayBuffer()));
    return bestand;
  };
  process.env[LEEG] = await bewaar('leeg');
  const register = openRegister({ dir: join(dir, 'register') });
  await migrateSchema(register);
  await register.close();
  process.env[FILE] = await bewaar('register');
  return () => rmSync(dir, { recursive: true, force: true });
}

/** Een bestand dat PGlite in één keer leest. Een gewone Blob geeft veertig megabyte in stukjes van 64 kB, en dat is een vijfde van het openen. */
class Bestand extends Blob {
  constructor(private readonly bestand: string) {
    super([]);
  }
  override async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(readFileSync(this.bestand)).buffer;
  }
}

const kopie = (file: string | undefined): Blob | undefined => (file === undefined ? undefined : new Bestand(file));

/** De kopie, of niets buiten zo'n run. */
export const pgliteCopy = (): Blob | undefined => kopie(process.env[FILE]);

/** Een databank zonder tabellen, voor wie zelf wil migreren: een nieuwe aanmaken is het duurste wat PGlite doet. */
export const legePglite = (): Blob | undefined => kopie(process.env[LEEG]);
