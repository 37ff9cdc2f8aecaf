import { chmodSync, mkdirSync } from 'node:fs';

/**
 * Maakt een map waar alleen de eigenaar in mag, ook als zij al bestond: er staan gegevens van kinderen in. Waar dat niet kan
 * (een map van een ander, een bestandssysteem zonder rechten) blijft zij zoals zij is.
 */
export function makePrivateDir(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  try {
    chmodSync(dir, 0o700);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EROFS'].includes(String((error as { code?: unknown }).code))) throw error;
  }
}
