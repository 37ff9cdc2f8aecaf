import { makeLimiter } from '../../engine/limiter.ts';
import { makeEngine } from '../../engine/commands.ts';
import { startWorkers } from '../../workers/runtime/start-workers.ts';
import type { Worker } from '../../workers/runtime/worker.ts';
import { followBackpressure, type Backpressure } from './backpressure.ts';
import { client, deployBench, toSeconds, systeemklok, tot, captureConsole } from './tools.ts';

const STEPS = 5;
const PATIENCE_MS = 300_000;

/** Telt per instantie welke stappen gedaan zijn; dubbel geleverd telt één keer. */
function ledger() {
  const gedaan = new Map<string, Set<string>>();
  let steps = 0;
  return {
    stap(instance: string, step: string) {
      const part = gedaan.get(instance) ?? new Set();
      gedaan.set(instance, part.add(step));
      steps++;
    },
    volledig: () => [...gedaan.values()].filter((part) => part.size === STEPS).length,
    stappen: () => steps,
  };
}

/** Veel instanties tegelijk, met lege stappen: wat komt aan, hoe snel, en wat ziet een beheerder intussen? */
export async function measureStorm(address: string, managementUrl: string, count: number): Promise<void> {
  console.log(`\n2. ${count} instances x ${STEPS} empty jobs, all started at once`);
  const keren = Number(process.env['BENCH_STORMEN'] ?? 1);
  for (let keer = 0; keer < keren; keer++) {
    for (const [name, measure] of [
      ['ours', () => withOurs(address, count)],
      ['bare SDK, all at once, its own retries', () => withBare(address, count, Infinity)],
      ['bare SDK, 30 in flight, its own retries', () => withBare(address, count, 30)],
    ] as const) {
      const engine = followBackpressure(managementUrl);
      const uitslag = await measure();
      report(name, uitslag, await engine.done());
    }
  }
}

interface StormResult { startS: number; totaalS: number; started: number; volledig: number; lines: number; refusals: number; voorbeelden: Set<string> }

function report(name: string, u: StormResult, engine: Backpressure): void {
  const lijn = `   ${name.padEnd(40)} ${(u.volledig / u.totaalS).toFixed(1).padStart(5)} instances/s   ${u.volledig} complete of ${u.started} started in ${u.totaalS.toFixed(1)} s (starting ${u.startS.toFixed(1)} s)`;
  console.log(`${lijn}   refusals ${u.refusals}, lines printed ${u.lines}`);
  console.log(`      engine: ${engine.geweigerd} of ${engine.ontvangen} limited requests refused; its limit moved between ${engine.limit.lowest} and ${engine.limit.highest} in flight; at most ${engine.inFlight} were there`);
  for (const line of u.voorbeelden) console.log(`      printed: ${line}`);
}

async function withOurs(address: string, count: number): Promise<StormResult> {
  const zeebe = client(address, 'ons');
  const id = `bench-ons-${Date.now()}`;
  await deployBench(zeebe, id, STEPS);
  const limiter = makeLimiter();
  const engine = makeEngine(zeebe, limiter);
  const boek = ledger();
  const worker: Worker = { type: id, run: async (_input, _headers, job) => boek.stap(job.processInstanceKey, job.elementId) };
  const console_ = captureConsole();
  const running = startWorkers({ zeebe, workers: [worker], klok: systeemklok, options: { limiter } });
  const begin = performance.now();
  const starts = await Promise.allSettled(Array.from({ length: count }, () => engine.start(id, {})));
  const startS = toSeconds(begin);
  const started = starts.filter((een) => een.status === 'fulfilled').length;
  await tot(() => boek.stappen() >= started * STEPS && boek.volledig() >= started, PATIENCE_MS);
  const totaalS = toSeconds(begin);
  await running.stop(5_000);
  console_.restore();
  return { startS, totaalS, started, volledig: boek.volledig(), lines: console_.druk + console_.andere, refusals: limiter.state().refusals, voorbeelden: console_.voorbeelden };
}

async function withBare(address: string, count: number, inFlight: number): Promise<StormResult> {
  const console_ = captureConsole();
  const zeebe = client(address, 'kaal');
  const id = `bench-kaal-${Date.now()}`;
  await deployBench(zeebe, id, STEPS);
  const boek = ledger();
  const worker = zeebe.createWorker({
    taskType: id,
    taskHandler: async (job) => {
      const done = await job.complete();
      boek.stap(job.processInstanceKey, job.elementId);
      return done;
    },
  });
  const begin = performance.now();
  let started = 0;
  let nog = count;
  const baan = async (): Promise<void> => {
    while (nog-- > 0) await zeebe.createProcessInstance({ bpmnProcessId: id, variables: {} }).then(() => started++, () => undefined);
  };
  await Promise.race([
    Promise.all(Array.from({ length: Math.min(count, inFlight) }, baan)),
    new Promise((done) => setTimeout(done, PATIENCE_MS).unref()),
  ]);
  const startS = toSeconds(begin);
  await tot(() => boek.stappen() >= started * STEPS && boek.volledig() >= started, PATIENCE_MS);
  const totaalS = toSeconds(begin);
  await Promise.race([worker.close(), new Promise((done) => setTimeout(done, 3_000))]);
  console_.restore();
  return { startS, totaalS, started, volledig: boek.volledig(), lines: console_.druk + console_.andere, refusals: console_.druk, voorbeelden: console_.voorbeelden };
}
