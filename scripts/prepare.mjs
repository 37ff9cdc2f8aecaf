// Draait vóór `npm start` en `npm test`. Gewone JavaScript zonder afhankelijkheden: hij moet werken in een verse kopie,
// zonder node_modules, en ook op een te oude Node nog één duidelijke zin kunnen zeggen.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

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

function main() {
  const minimum = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node;
  if (!isNewEnough(process.versions.node, minimum)) {
    console.error(`Routeboek heeft Node.js ${minimum.replace('>=', '')} of nieuwer nodig; hier draait ${process.versions.node}. Installeer een nieuwere versie van nodejs.org.`);
    process.exit(1);
  }
  if (!needsInstall(ROOT)) return;
  console.log('De onderdelen van Routeboek worden geïnstalleerd (npm ci) …');
  // Een onderdeel van form-js (Carbon) stuurt bij het installeren gegevens over het project naar IBM; dat doen wij niet.
  const env = { ...process.env, IBM_TELEMETRY_DISABLED: 'true' };
  const { status } = spawnSync('npm', ['ci'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32', env });
  if (status !== 0) {
    console.error('Het installeren van de onderdelen is mislukt. Controleer de netwerkverbinding en start opnieuw.');
    process.exit(1);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
