import { z } from 'zod';
import { migrateSchema } from '../../registratie/migrate.ts';
import { openRegister } from '../../registratie/register.ts';
import { defineWorker, writeOnce } from '../../workers/runtime/define-worker.ts';
import { startWorkers } from '../../workers/runtime/start-workers.ts';
import type { Worker } from '../../workers/runtime/worker.ts';
import { client, median, deployBench, toSeconds, systeemklok, tot, type Client } from './tools.ts';

type Runner = (zeebe: Client, type: string, counted: () => void) => Promise<() => Promise<unknown>> | (() => Promise<unknown>);

/** De kale werker van de SDK, met haar standaard tik van 300 ms of een snelle. */
const bare = (tikMs?: number): Runner => (zeebe, type, counted) => {
  const worker = zeebe.createWorker({
    taskType: type, maxJobsToActivate: 32, loglevel: 'NONE', ...(tikMs ? { pollInterval: tikMs as never } : {}),
    taskHandler: async (job) => {
      const done = await job.complete();
      counted();
      return done;
    },
  });
  return () => worker.close();
};

/** Onze schil; geteld wordt de opdracht als het antwoord bevestigd is, net als bij de kale werker. */
const ours = (makeRun: (type: string) => Worker): Runner => (zeebe, type, counted) => {
  const geteldeClient = new Proxy(zeebe, {
    get: (target, name) => {
      const part = Reflect.get(target, name, target) as unknown;
      if (name === 'completeJob') return (request: never) => target.completeJob(request).then((uit) => (counted(), uit));
      return typeof part === 'function' ? part.bind(target) : part;
    },
  });
  const running = startWorkers({ zeebe: geteldeClient, workers: [makeRun(type)], klok: systeemklok });
  return () => running.stop(2_000);
};

/** Hoeveel klaarliggende jobs per seconde; de rondes wisselen elkaar af en de verhouding wordt per ronde genomen. */
export async function measureWorkers(address: string, { rounds, jobs, dir }: { rounds: number; jobs: number; dir: string }): Promise<void> {
  const register = openRegister({ dir: `${dir}/register` });
  await migrateSchema(register);
  const empty = (type: string): Worker => defineWorker({ register, klok: systeemklok }, { type, input: z.object({}), handle: async () => undefined });
  const write = (type: string): Worker => defineWorker({ register, klok: systeemklok }, { type, input: z.object({}), handle: async () => writeOnce(async () => ({ gedaan: true })) });
  const lopers: Record<string, Runner> = {
    'bare SDK, defaults (poll tick 300 ms)': bare(),
    'bare SDK, poll tick 10 ms': bare(10),
    'our shell, empty handler': ours(empty),
    'our shell, one register transaction': ours(write),
  };
  const names = Object.keys(lopers);
  const outcome = new Map(names.map((name) => [name, [] as number[]]));
  const zeebe = client(address, 'ons');
  for (let round = -1; round < rounds; round++) {
    // De volgorde draait elke ronde mee: wie begint heeft het voordeel van een rustige engine. Ronde -1 warmt op.
    for (const name of names.map((_, n) => names[(n + Math.max(0, round)) % names.length]!)) {
      const snelheid = await oneRound(zeebe, lopers[name]!, jobs);
      if (round >= 0) outcome.get(name)!.push(snelheid);
    }
  }
  console.log(`\n1. Waiting jobs completed per second (${rounds} rounds of ${jobs} jobs, 32 at once, median)`);
  for (const base of names.slice(0, 2)) {
    for (const name of names) {
      const snel = outcome.get(name)!;
      const verhouding = median(snel.map((value, n) => value / outcome.get(base)![n]!));
      console.log(`   ${name.padEnd(40)} ${median(snel).toFixed(0).padStart(5)}/s   ${verhouding.toFixed(2)} x ${base}`);
    }
  }
  await register.close();
}

async function oneRound(zeebe: Client, loper: Runner, jobs: number): Promise<number> {
  const id = `bench-werker-${Math.random().toString(36).slice(2, 10)}`;
  await deployBench(zeebe, id, 1, jobs);
  await zeebe.createProcessInstance({ bpmnProcessId: id, variables: {} });
  await new Promise((done) => setTimeout(done, 1_500)); // de engine maakt eerst alle jobs
  let done = 0;
  let begin = 0;
  const stop = await loper(zeebe, id, () => {
    if (done++ === 0) begin = performance.now();
  });
  if (!(await tot(() => done >= jobs, 120_000))) throw new Error(`bleef steken op ${done} van ${jobs}`);
  const duur = toSeconds(begin);
  await stop();
  return (jobs - 1) / duur;
}
