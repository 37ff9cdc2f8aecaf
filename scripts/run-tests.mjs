// `npm test`: draait vitest en zegt op de laatste regel hoeveel er goed en fout ging. Geen enkele test gedraaid is ook fout.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';
import { countResults } from './test-count.mjs';

prepare();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dir = join(root, 'test-resultaat');
const report = join(dir, 'vitest.json');
mkdirSync(dir, { recursive: true });
rmSync(report, { force: true });

const vitest = spawn(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => vitest.kill(signal));
vitest.on('exit', (code) => {
  let counted = { passed: 0, failed: 0 };
  try {
    counted = countResults(JSON.parse(readFileSync(report, 'utf8')));
  } catch { /* geen rapport: dan is er niets gedraaid */ }
  const { passed } = counted;
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed; // bijvoorbeeld een fout buiten een test
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
});
