import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { makeLimiter, type Limiter } from '../../engine/limiter.ts';
import { grpcCode, isBackpressure } from '../../engine/grpc-code.ts';
import { machineTime, type Time } from '../../engine/time.ts';
import type { Klok } from '../../domein/klok.ts';
import { drain } from './drain.ts';
import { DEFAULT_WAITS_MS } from './failure.ts';
import type { JobCommands } from './job-commands.ts';
import { makeLog, type Log } from './log.ts';
import { makeShell, type RawJob } from './shell.ts';
import { openSeam, type Seam } from './sdk-seam.ts';
import { makeBackoff } from './backoff.ts';
import { deliver } from './deliver.ts';
import { makeWatchdog, type WorkerHealth } from './watchdog.ts';
import type { Worker } from './worker.ts';

export interface StartOptions {
  readonly time: Time;
  /** Gedeeld met `engine/commands.ts`, zodat drukte die de een merkt de ander laat inhouden. */
  readonly limiter: Limiter;
  /** Wachttijden na een tijdelijke fout, en het aantal pogingen dat de modellen geven. */
  readonly waitsMs: readonly number[];
  readonly attemptsInModel: number;
  /** Hoeveel opdrachten van één type tegelijk. */
  readonly concurrency: number;
  /** Hoe lang de engine een vraag om werk openhoudt. */
  readonly longPollMs: number;
  /** Zo lang zonder gelukte vraag: ongezond, en er komt een nieuwe werker. */
  readonly silenceMs: number;
  /** Hoe lang één antwoord aan de engine mag duren. */
  readonly answerMs: number;
  readonly backoff: { readonly initialMs: number; readonly maxMs: number };
}

export interface RunningWorkers {
  health(): WorkerHealth[];
  stop(deadlineMs: number): Promise<void>;
}

/**
 * Start alle werkers op de verbinding en bewaakt ze. Vragen (poll), nooit stream: de stream van de SDK komt na een
 * fout niet terug (camunda-facts §3.3.7). Een werker die te lang stil is wordt vervangen door een nieuw object; hetzelfde
 * object herstarten blijft dood (anchors §6.3.3).
 */
export function startWorkers(start: {
  zeebe: ZeebeGrpcClient;
  workers: readonly Worker[];
  klok: Klok;
  /** Zonder log: JSON naar de uitvoer, vanaf waarschuwingen. */
  log?: Log;
  options?: Partial<StartOptions>;
}): RunningWorkers {
  const log = start.log ?? makeLog({ level: 'warn' });
  const o: StartOptions = {
    time: machineTime, limiter: start.options?.limiter ?? makeLimiter(), waitsMs: DEFAULT_WAITS_MS, attemptsInModel: 3,
    concurrency: 32, longPollMs: 10_000, silenceMs: 30_000, answerMs: 10_000, backoff: { initialMs: 200, maxMs: 5_000 },
    ...start.options,
  };
  const commands = zeebeCommands(start.zeebe);
  const running = start.workers.map((worker) => startOne(worker, { ...start, log }, commands, o));
  const guard = setInterval(() => running.forEach((een) => een.check()), Math.max(50, o.silenceMs / 4));
  let stopped: Promise<void> | undefined;
  return {
    health: () => running.map((een) => een.health()),
    stop: (deadlineMs) => (stopped ??= (async () => {
      clearInterval(guard);
      const inTime = await drain(running, deadlineMs, o.time);
      if (!inTime) log.warn({ deadlineMs }, 'niet al het werk was op tijd klaar; het komt na de vergrendeling terug');
    })()),
  };
}

function startOne(worker: Worker, { zeebe, klok, log }: { zeebe: ZeebeGrpcClient; klok: Klok; log: Log }, commands: JobCommands, o: StartOptions) {
  const { time, limiter } = o;
  const lockMs = worker.lockMs ?? 60_000;
  const watchdog = makeWatchdog(worker.type, { time, klok, silenceMs: o.silenceMs });
  const backoff = makeBackoff(time, o.backoff);
  const delivery = { time, limiter, patienceMs: lockMs, answerMs: o.answerMs };
  const shell = makeShell(worker, {
    commands, time, log, delivery, workMs: lockMs * 0.9,
    failure: { waitsMs: o.waitsMs, attemptsInModel: o.attemptsInModel, random: time.random },
  });
  const hooks = {
    beforePoll: (signal: AbortSignal) => backoff.wait(signal),
    pollSucceeded() {
      backoff.succeeded();
      watchdog.succeeded();
    },
    pollFailed(error: unknown) {
      backoff.failed();
      if (isBackpressure(error)) limiter.reportPressure();
      else log.warn({ type: worker.type, code: grpcCode(error) }, 'vragen om werk mislukte');
    },
    async job(job: RawJob) {
      watchdog.begins();
      await shell(job);
      watchdog.done();
    },
    tooLate({ job }: RawJob) {
      // Met hetzelfde aantal pogingen en zonder wachttijd: een ander kan er meteen mee verder.
      const back = () => commands.fail(job.key, job.attemptsLeft, 0, 'De werker stopte; een ander neemt dit over.');
      deliver(back, { ...delivery, patienceMs: 2_000 }).catch(() => undefined);
    },
  };
  const open = (): Seam => openSeam(zeebe, {
    type: worker.type, lockMs, concurrency: o.concurrency, longPollMs: o.longPollMs, ...(worker.fetch ? { fetch: worker.fetch } : {}),
  }, hooks);
  let seam = open();
  return {
    health: () => watchdog.health(),
    check() {
      if (!watchdog.silent()) return;
      log.warn({ type: worker.type }, 'de werker is stil; er komt een nieuwe');
      const oud = seam;
      watchdog.reset();
      seam = open();
      oud.breakOff();
    },
    close: () => seam.close(),
    breakOff: () => seam.breakOff(),
  };
}

/** De antwoorden over de hoofdverbinding, zodat een vervangen werker zijn lopende werk nog kan melden. */
function zeebeCommands(zeebe: ZeebeGrpcClient): JobCommands {
  return {
    complete: async (jobKey, variables) => zeebe.completeJob({ jobKey, variables: variables as never }),
    fail: async (jobKey, retries, retryBackOff, errorMessage) => zeebe.failJob({ jobKey, retries, retryBackOff, errorMessage }),
    throwError: async (jobKey, errorCode, errorMessage, variables) => zeebe.throwError({ jobKey, errorCode, errorMessage, variables: variables as never }),
  };
}
