// `npm test`: draait vitest en zegt op de laatste regel hoeveel er goed en fout ging. Geen enkele test gedraaid is ook fout.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';
import { sumRuns } from './test-count.mjs';

prepare();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dir = join(root, 'test-resultaat');
mkdirSync(dir, { recursive: true });

// De procestests wachten vaak op de engine, en doen dat één voor één. Intussen lopen de andere tests ernaast.
const given = process.argv.slice(2);
const runs = given.length > 0
  ? [start('tests', given)]
  : [start('proces', ['--project', 'proces']), start('overig', ['--project', 'eenheid', '--project', 'browser', '--maxWorkers=1'], { hold: true })];
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { for (const { vitest } of runs) vitest.kill(signal); });

const outcomes = await Promise.all(runs.map((run) => run.done));
for (const { output } of outcomes) process.stdout.write(Buffer.concat(output));
const { passed, failed } = sumRuns(outcomes);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/** Start een run van vitest. Met `hold` komt haar uitvoer pas achteraf, zodat twee runs niet door elkaar praten. */
function start(name, args, { hold = false } = {}) {
  const file = join(dir, `${name}.json`);
  rmSync(file, { force: true });
  const vitest = spawn(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
    { cwd: root, stdio: hold ? ['inherit', 'pipe', 'pipe'] : 'inherit' },
  );
  const output = [];
  if (hold) for (const stream of [vitest.stdout, vitest.stderr]) stream.on('data', (chunk) => output.push(chunk));
  return { vitest, done: new Promise((done) => vitest.on('close', (code) => done({ code, report: read(file), output }))) };
}

/** Zonder rapport is er niets gedraaid. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
