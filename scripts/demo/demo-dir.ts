import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateDir } from '../../private-dir.ts';
import { StartError } from '../../engine/embedded/start-error.ts';

const MARKER = 'demo.json';

/** Hoe de map van de demo erbij staat. */
export type DemoDirState = { readonly stand: 'leeg' } | { readonly stand: 'half' } | { readonly stand: 'klaar'; readonly gespeeldOp: string };

/**
 * Kijkt wat er in de map staat. Een map met iets anders dan een demo wordt geweigerd: opnieuw spelen gooit de map weg.
 * @throws StartError als de map niet van de demo is
 */
export function readDemoDir(dir: string): DemoDirState {
  if (!existsSync(dir) || readdirSync(dir).length === 0) return { stand: 'leeg' };
  if (!existsSync(join(dir, MARKER))) throw new StartError(`In ${dir} staan gegevens die niet van de demo zijn: kies met DEMO_MAP een andere, lege map.`);
  const { gespeeldOp } = JSON.parse(readFileSync(join(dir, MARKER), 'utf8')) as { gespeeldOp: string | null };
  return gespeeldOp === null ? { stand: 'half' } : { stand: 'klaar', gespeeldOp };
}

/** Begint met een lege map, met het merk dat zij van de demo is. */
export function clearDemoDir(dir: string): void {
  rmSync(dir, { recursive: true, force: true });
  makePrivateDir(dir);
  write(dir, null);
}

/** Legt vast dat er helemaal gespeeld is. */
export const markDemoDirReady = (dir: string, op: Date): void => { write(dir, op.toISOString()); };

const write = (dir: string, gespeeldOp: string | null): void => { writeFileSync(join(dir, MARKER), `${JSON.stringify({ gespeeldOp })}\n`); };
