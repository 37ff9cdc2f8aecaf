import { accessSync, chmodSync, constants, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Kan iedere gebruiker bij deze map of dit bestand, dus mag "anderen" door elke map erboven? */
export function reachableByOthers(path: string): boolean {
  for (let here = realpathSync(path); ; here = dirname(here)) {
    if ((statSync(here).mode & 0o001) === 0) return false;
    if (dirname(here) === here) return true;
  }
}

/** Waar een tijdelijke map kan staan die ook een andere gebruiker bereikt; de eigen tijdelijke map kan besloten zijn. */
const places = (): string[] => [tmpdir(), '/tmp', '/var/tmp', '/dev/shm'];

/**
 * Maakt een tijdelijke map die iedere gebruiker mag lezen.
 * @param prefix begin van de naam
 * @param candidates mappen om het in te proberen, op volgorde
 * @throws Error als geen ervan bruikbaar is
 */
export function makeReachableDir(prefix: string, candidates: readonly string[] = places()): string {
  for (const place of candidates) {
    try {
      accessSync(place, constants.W_OK);
      if (!reachableByOthers(place)) continue;
      const dir = mkdtempSync(join(place, prefix));
      chmodSync(dir, 0o755);
      return dir;
    } catch { /* deze plek bestaat niet of is vol: de volgende */ }
  }
  throw new Error(`geen tijdelijke map die een andere gebruiker mag lezen (geprobeerd: ${candidates.join(', ')})`);
}

/** Kopieert een map zo dat iedere gebruiker haar mag lezen en uitvoeren, wat de umask of de rechten van de bron ook zijn. */
export function copyReachable(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  chmodSync(target, 0o755);
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const from = join(source, entry.name);
    const to = join(target, entry.name);
    if (entry.isDirectory()) copyReachable(from, to);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else {
      copyFileSync(from, to, constants.COPYFILE_FICLONE);
      chmodSync(to, statSync(from).mode & 0o100 ? 0o755 : 0o644);
    }
  }
}

/** Ruimt een map op die hierboven gemaakt is. */
export const removeDir = (dir: string): void => rmSync(dir, { recursive: true, force: true });
