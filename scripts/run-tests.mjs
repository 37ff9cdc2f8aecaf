// `npm test`: draait vitest en zegt op de laatste regel hoeveel er goed en fout ging. Geen enkele test gedraaid is ook fout.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countResults } from './test-count.mjs';
import { bereidVoor } from './prepare.mjs';

bereidVoor();
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
  let telling = { passed: 0, failed: 0 };
  try {
    telling = countResults(JSON.parse(readFileSync(rapport, 'utf8')));
  } catch { /* geen rapport: dan is er niets gedraaid */ }
  const { passed } = telling;
  const failed = code !== 0 && telling.failed === 0 ? 1 : telling.failed; // bijvoorbeeld een fout buiten een test
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
});
