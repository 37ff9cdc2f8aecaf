import type { OwnerFile, Snapshot } from '../engine/deployed-snapshot.ts';
import { watVeranderde } from './wat-veranderde.ts';

/**
 * Zegt in het Nederlands wat er sinds de laatste uitrol veranderde.
 * @returns de regels om te tonen; leeg als er niets veranderde of als dit de eerste keer is
 */
export async function compareWithPrevious(previous: Snapshot | undefined, files: readonly OwnerFile[]): Promise<string[]> {
  return previous ? watVeranderde(previous.files, new Map(files.map(({ pad, inhoud }) => [pad, inhoud.toString('utf8')]))) : [];
}
