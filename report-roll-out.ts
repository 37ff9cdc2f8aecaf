import { StartError } from './engine/embedded/start-error.ts';
import { refusalText, type RollOut } from './roll-out.ts';

/**
 * Zegt bij een start wat er werd uitgerold, of waarom niet.
 * @throws StartError als de bestanden niet kloppen en er nog niets draait om op door te gaan
 */
export function reportRollOut(rolledOut: RollOut, report: (line: string) => void): void {
  if (!rolledOut.done) {
    const lines = refusalText(rolledOut);
    if (!rolledOut.earlier) throw new StartError(lines.join('\n'));
    report(lines.map((line) => `  ${line}`).join('\n'));
    return;
  }
  if (rolledOut.changes.length > 0) report(['  Veranderd sinds de vorige start:', ...rolledOut.changes.map((line) => `    - ${line}`)].join('\n'));
  for (const note of rolledOut.notes) report(`  ${note}`);
}
