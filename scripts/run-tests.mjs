// `npm test`: draait vitest en zegt op de laatste regel hoeveel er goed en fout ging. Geen enkele test gedraaid is ook fout.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wortel = join(dirname(fileURLToPath(import.meta.url)), '..');
const map = join(wortel, 'test-resultaat');
const rapport = join(map, 'vitest.json');
mkdirSync(map, { recursive: true });
rmSync(rapport, { force: true });

const vitest = spawn(
  process.execPath,
  [join(wortel, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${rapport}`, ...process.argv.slice(2)],
  { cwd: wortel, stdio: 'inherit' },
);
for (const signaal of ['SIGINT', 'SIGTERM']) process.on(signaal, () => vitest.kill(signaal));
vitest.on('exit', (code) => {
  let goed = 0;
  let fout = 0;
  try {
    const uitslag = JSON.parse(readFileSync(rapport, 'utf8'));
    goed = uitslag.numPassedTests;
    // Een bestand dat niet eens laadt heeft geen tests, maar is wel fout.
    const kapot = uitslag.testResults.filter((bestand) => bestand.status === 'failed' && bestand.assertionResults.length === 0).length;
    fout = uitslag.numFailedTests + kapot;
  } catch { /* geen rapport: dan is er niets gedraaid */ }
  if (code !== 0 && fout === 0) fout = 1; // bijvoorbeeld een fout buiten een test
  console.log(`${goed} passed, ${fout} failed`);
  process.exit(fout > 0 || goed === 0 ? 1 : 0);
});
