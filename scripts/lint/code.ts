import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import type { Bevinding } from './bevinding.ts';

const WORTEL = join(import.meta.dirname, '../..');

/** Kijkt alle code na met ESLint; een waarschuwing telt als fout. */
export async function lintCode(): Promise<Bevinding[]> {
  const uitslag = await new ESLint({ cwd: WORTEL }).lintFiles(['.']);
  return uitslag.flatMap(({ filePath, messages }) => messages.map((m) => ({
    bestand: relative(WORTEL, filePath), plaats: `${m.line}:${m.column}`, tekst: m.message, regel: m.ruleId ?? 'eslint',
  })));
}

/** Controleert alle typen. @returns iedere regel die de compiler meldt */
export function controleerTypen(): Bevinding[] {
  const tsc = join(WORTEL, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [tsc, '--noEmit', '--pretty', 'false'], { cwd: WORTEL, encoding: 'utf8' });
  if (status === 0) return [];
  const regels = stdout.split('\n').filter((r) => r.trim());
  return regels.map((tekst) => ({ bestand: 'tsc', plaats: '', tekst, regel: 'typecheck' }));
}
