// Draait vóór `npm start` en `npm test`. Gewone JavaScript zonder afhankelijkheden: hij moet werken in een verse kopie,
// zonder node_modules, en ook op een te oude Node nog één duidelijke zin kunnen zeggen.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runPendingScripts } from './install-scripts.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Is deze Node nieuw genoeg? `minimum` is 'x.y.z'. */
export function isNewEnough(version, minimum) {
  const [a, b] = [version, minimum].map((v) => v.replace(/^[^\d]*/, '').split('.').map(Number));
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i] > b[i];
  return true;
}

/** Moet `npm ci` (opnieuw) draaien? Ja als node_modules ontbreekt of ouder is dan package-lock.json. */
export function needsInstall(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** Is node_modules een snelkoppeling? `npm ci` maakt leeg waar zij heen wijst, ook als een ander project dat gebruikt. */
export function sharedModules(root) {
  return lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Stopt het proces met één zin als het niet lukt. */
export function prepare() {
  const minimum = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node;
  if (!isNewEnough(process.versions.node, minimum)) {
    stop(`Routeboek heeft Node.js ${minimum.replace('>=', '')} of nieuwer nodig; hier draait ${process.versions.node}. Installeer een nieuwere versie van nodejs.org.`);
  }
  if (needsInstall(ROOT)) install();
  if (!runPendingScripts(ROOT)) stop('Het klaarzetten van de onderdelen is mislukt. Verwijder de map node_modules en start opnieuw.');
}

function install() {
  if (sharedModules(ROOT)) {
    stop('De onderdelen zijn verouderd, maar node_modules is een snelkoppeling naar een andere map, en npm ci zou die leegmaken. Verwijder de snelkoppeling en start opnieuw.');
  }
  console.log('De onderdelen van Routeboek worden geïnstalleerd (npm ci) …');
  const { status } = spawnSync('npm', ['ci'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) stop('Het installeren van de onderdelen is mislukt. Controleer de netwerkverbinding en start opnieuw.');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) prepare();
