// Draait vóór `npm start` en `npm test`. Gewone JavaScript zonder afhankelijkheden: hij moet werken in een verse kopie,
// zonder node_modules, en ook op een te oude Node nog één duidelijke zin kunnen zeggen.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runPendingScripts } from './install-scripts.mjs';

const WORTEL = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Is deze Node nieuw genoeg? `minimum` is 'x.y.z'. */
export function nieuwGenoeg(versie, minimum) {
  const [a, b] = [versie, minimum].map((v) => v.replace(/^[^\d]*/, '').split('.').map(Number));
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i] > b[i];
  return true;
}

/** Moet `npm ci` (opnieuw) draaien? Ja als node_modules ontbreekt of ouder is dan package-lock.json. */
export function installatieNodig(wortel) {
  const geplaatst = join(wortel, 'node_modules', '.package-lock.json');
  return !existsSync(geplaatst) || statSync(geplaatst).mtimeMs < statSync(join(wortel, 'package-lock.json')).mtimeMs;
}

/** Is node_modules een snelkoppeling? `npm ci` maakt leeg waar zij heen wijst, ook als een ander project dat gebruikt. */
export function sharedModules(wortel) {
  return lstatSync(join(wortel, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Stopt het proces met één zin als het niet lukt. */
export function bereidVoor() {
  const minimum = JSON.parse(readFileSync(join(WORTEL, 'package.json'), 'utf8')).engines.node;
  if (!nieuwGenoeg(process.versions.node, minimum)) {
    console.error(`Routeboek heeft Node.js ${minimum.replace('>=', '')} of nieuwer nodig; hier draait ${process.versions.node}. Installeer een nieuwere versie van nodejs.org.`);
    process.exit(1);
  }
  if (installatieNodig(WORTEL)) {
    if (sharedModules(WORTEL)) {
      console.error('De onderdelen zijn verouderd, maar node_modules is een snelkoppeling naar een andere map, en npm ci zou die leegmaken. Verwijder de snelkoppeling en start opnieuw.');
      process.exit(1);
    }
    console.log('De onderdelen van Routeboek worden geïnstalleerd (npm ci) …');
    const { status } = spawnSync('npm', ['ci'], { cwd: WORTEL, stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) {
      console.error('Het installeren van de onderdelen is mislukt. Controleer de netwerkverbinding en start opnieuw.');
      process.exit(1);
    }
  }
  if (!runPendingScripts(WORTEL)) {
    console.error('Het klaarzetten van de onderdelen is mislukt. Verwijder de map node_modules en start opnieuw.');
    process.exit(1);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) bereidVoor();
