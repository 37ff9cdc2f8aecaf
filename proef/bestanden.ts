import { join } from 'node:path';
import { readSnapshot } from '../engine/deployed-snapshot.ts';
import { ownFile } from '../engine/own-file.ts';
import type { Eigenaarsbestand } from '../nakijken/bestanden.ts';

/** De tekst van elk bestand van de proceseigenaar, per pad. */
export type Bestanden = ReadonlyMap<string, string>;

/** Er is niets om mee te vergelijken; de boodschap zegt wat er dan moet. */
export class ProefError extends Error {}

/**
 * Wat er nu draait: de laatste uitrol.
 * @throws ProefError als er nog nooit is uitgerold, of door een Routeboek dat mailteksten nog niet bewaarde
 */
export async function leesNu(dataDir: string): Promise<Bestanden> {
  const uitrol = await readSnapshot(join(dataDir, 'uitgerold'));
  if (!uitrol) throw new ProefError('Er is nog niets uitgerold, dus er is niets om mee te vergelijken. Start Routeboek één keer met npm start; daarna vergelijkt npm run proef uw bestanden daarmee.');
  if (![...uitrol.files.keys()].some((pad) => pad.endsWith('.md'))) throw new ProefError('Wat er nu draait is uitgerold door een oudere Routeboek, die mailteksten en kalender niet bewaarde. Draai één keer npm run uitrollen; daarna kan npm run proef vergelijken.');
  return uitrol.files;
}

/** De bestanden van de proceseigenaar zoals de engine ze zou krijgen. @throws Error die een bestand noemt dat geen UTF-8 is */
export const alsTeksten = (bestanden: readonly Eigenaarsbestand[]): Bestanden => new Map(bestanden.map(({ pad, inhoud }) => [pad, ownFile(pad, inhoud).toString('utf8')]));
