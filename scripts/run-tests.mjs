// `npm test`: draait vitest en zegt op de laatste regel hoeveel er goed en fout ging. Geen enkele test gedraaid is ook fout.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';
import { failures, sumRuns } from './test-count.mjs';

prepare();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dir = join(root, 'test-resultaat');
mkdirSync(dir, { recursive: true });

// Er zijn meestal twee processors. De procestests zijn zelf met twee tegelijk (elk een broker) en hebben de machine eerst voor zich.
// Daarna lopen er twee runs naast elkaar, en wie klaar is neemt de volgende uit de rij: de pagina's in de browser duren het langst.
const LANES = 2;
const given = process.argv.slice(2);
const part = (n, of) => ({ name: `eenheid-${n}`, args: ['--project', 'eenheid', `--shard=${n}/${of}`, '--maxWorkers=1'] });
const first = given.length > 0 ? { name: 'tests', args: given, live: true } : { name: 'proces', args: ['--project', 'proces', '--project', 'dekking'], live: true };
const queue = given.length > 0 ? [] : [{ name: 'browser', args: ['--project', 'browser'], live: true }, ...[1, 2, 3, 4].map((n) => part(n, 4))];
const running = new Set();
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { interrupted = true; for (const vitest of running) vitest.kill(signal); });

const outcomes = [];
const run = async (next) => {
  const outcome = await start(next);
  process.stdout.write(Buffer.concat(outcome.output));
  outcomes.push(outcome);
};
const lane = async () => {
  for (let next = queue.shift(); next && !interrupted; next = queue.shift()) await run(next);
};
await run(first);
await Promise.all(Array.from({ length: LANES }, lane));
// Van een lange uitvoer leest iemand het eind: daar staat wat er mis is.
for (const line of failures(outcomes)) console.log(line);
const { passed, failed } = sumRuns(outcomes);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 || interrupted ? 1 : 0);

/** Start een run van vitest. Alleen de eerste schrijft meteen; wat ernaast loopt zegt alles aan zijn eind, zodat twee niet door elkaar praten. */
function start({ name, args, live = false }) {
  const file = join(dir, `${name}.json`);
  rmSync(file, { force: true });
  const vitest = spawn(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
    { cwd: root, stdio: live ? 'inherit' : ['inherit', 'pipe', 'pipe'] },
  );
  running.add(vitest);
  const output = [];
  if (!live) for (const stream of [vitest.stdout, vitest.stderr]) stream.on('data', (chunk) => output.push(chunk));
  return new Promise((done) => vitest.on('close', (code) => {
    running.delete(vitest);
    done({ code, report: read(file), output });
  }));
}

/** Zonder rapport is er niets gedraaid. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
