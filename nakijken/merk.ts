import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Eigenaarsbestand } from './bestanden.ts';

const WORTEL = fileURLToPath(new URL('..', import.meta.url));
/** Waar de regels staan, en waar zij naar kijken buiten de bestanden van de proceseigenaar. */
const REGELS = ['nakijken', 'lint', 'domein', 'workers', 'koppelingen', 'scripts/formulieren', 'scripts/demo'];

/**
 * Een merk van deze bestanden en de regels waarmee zij worden nagekeken. Is het hetzelfde als bij de laatste uitrol, dan is alles
 * toen al nagekeken en hoeft een herstart dat niet nog eens te doen.
 */
export function merkVan(bestanden: readonly Eigenaarsbestand[]): string {
  const merk = createHash('sha256').update(readFileSync(join(WORTEL, 'package-lock.json'))).update(readFileSync(join(WORTEL, '.bpmnlintrc')));
  for (const map of REGELS) {
    for (const naam of readdirSync(join(WORTEL, map), { recursive: true, encoding: 'utf8' }).filter((n) => /[.](ts|js|json|form)$/.test(n)).sort()) merk.update(naam).update(readFileSync(join(WORTEL, map, naam)));
  }
  for (const { pad, inhoud } of bestanden) merk.update(pad).update(inhoud);
  return merk.digest('hex');
}
