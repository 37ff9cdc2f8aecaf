import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import type { Bevinding } from '../../nakijken/bevinding.ts';

const WORTEL = join(import.meta.dirname, '../..');

/** Kijkt alle code na met ESLint; een waarschuwing telt als fout. */
export async function lintCode(): Promise<Bevinding[]> {
  const uitslag = await new ESLint({ cwd: WORTEL }).lintFiles(['.']);
  return uitslag.flatMap(({ filePath, messages }) => messages.map((m) => ({
    bestand: relative(WORTEL, filePath), plaats: `${m.line}:${m.column}`, tekst: m.message, regel: m.ruleId ?? 'eslint',
  })));
}

/** De browser kent andere modules dan node; het script van de heatmap heeft daarom een eigen project. */
const PROJECTEN = ['.', 'beheer/client'];

/** Controleert alle typen. @returns iedere regel die de compiler meldt */
export function controleerTypen(): Bevinding[] {
  const tsc = join(WORTEL, 'node_modules/typescript/bin/tsc');
  return PROJECTEN.flatMap((project) => {
    const { stdout, status } = spawnSync(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', project], { cwd: WORTEL, encoding: 'utf8' });
    return status === 0 ? [] : stdout.split('\n').filter((r) => r.trim()).map((tekst) => ({ bestand: 'tsc', plaats: '', tekst, regel: 'typecheck' }));
  });
}
