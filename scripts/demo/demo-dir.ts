import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFout } from '../../engine/embedded/start-error.ts';

const MERK = 'demo.json';

/** Hoe de map van de demo erbij staat. */
export type Demostand = { readonly stand: 'leeg' } | { readonly stand: 'half' } | { readonly stand: 'klaar'; readonly gespeeldOp: string };

/**
 * Kijkt wat er in de map staat. Een map met iets anders dan een demo wordt geweigerd: opnieuw spelen gooit de map weg.
 * @throws StartFout als de map niet van de demo is
 */
export function leesDemomap(map: string): Demostand {
  if (!existsSync(map) || readdirSync(map).length === 0) return { stand: 'leeg' };
  if (!existsSync(join(map, MERK))) throw new StartFout(`In ${map} staan gegevens die niet van de demo zijn: kies met DEMO_MAP een andere, lege map.`);
  const { gespeeldOp } = JSON.parse(readFileSync(join(map, MERK), 'utf8')) as { gespeeldOp: string | null };
  return gespeeldOp === null ? { stand: 'half' } : { stand: 'klaar', gespeeldOp };
}

/** Begint met een lege map, met het merk dat zij van de demo is. */
export function maakDemomapLeeg(map: string): void {
  rmSync(map, { recursive: true, force: true });
  mkdirSync(map, { recursive: true });
  schrijf(map, null);
}

/** Legt vast dat er helemaal gespeeld is. */
export const demomapKlaar = (map: string, op: Date): void => { schrijf(map, op.toISOString()); };

const schrijf = (map: string, gespeeldOp: string | null): void => { writeFileSync(join(map, MERK), `${JSON.stringify({ gespeeldOp })}\n`); };
