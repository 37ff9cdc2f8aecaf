import { PGlite } from '@electric-sql/pglite';
import { mkdirSync } from 'node:fs';
import { parsers } from './parsers.ts';

/** Waar de ingebouwde databank mee begint. */
export interface PgliteOptions {
  /** Map voor de gegevens; zonder map leven ze in het geheugen. */
  readonly dir?: string | undefined;
  /** Een kopie (`dumpDataDir`) om in het geheugen mee te beginnen; dat scheelt het aanmaken van een lege databank. */
  readonly copy?: Blob | undefined;
}

/** Opent de ingebouwde databank. */
export function openPglite({ dir, copy }: PgliteOptions = {}): PGlite {
  if (dir) mkdirSync(dir, { recursive: true });
  return new PGlite({ ...(dir ? { dataDir: dir } : {}), ...(copy ? { loadDataDir: copy } : {}), parsers });
}
