import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { makeLimiter, type Limiter } from '../../engine/limiter.ts';
import { BACKOFF, type Backoff } from '../../retry/backoff.ts';
import { grpcCode, isBackpressure } from '../../retry/transient.ts';
import { machineTime, type Time } from '../../retry/time.ts';
import type { Klok } from '../../domein/klok.ts';
import { makeActivate, type Activate } from './activate.ts';
import { drain } from './drain.ts';
import type { JobCommands } from './job-commands.ts';
import { makeLog, type Log } from './log.ts';
import { makeShell, type RawJob } from './shell.ts';
import { startPollLoop, type PollLoop } from './poll-loop.ts';
import { deliver } from './deliver.ts';
import { makeWatchdog, type WorkerHealth } from './watchdog.ts';
import type { Worker } from './worker.ts';

export interface StartOptions {
  readonly time: Time;
  /** Gedeeld met `engine/commands.ts`, zodat drukte die de een merkt de ander laat inhouden. */
  readonly limiter: Limiter;
  /** Hoeveel opdrachten van één type tegelijk. */
  readonly concurrency: number;
  /** Hoe lang de engine een vraag om werk openhoudt. */
  readonly longPollMs: number;
  /** Zo lang zonder gelukte vraag: ongezond, en er komt een nieuwe werker. */
  readonly silenceMs: number;
  /** Hoe lang één antwoord aan de engine mag duren. */
  readonly answerMs: number;
  readonly backoff: Partial<Record<'poll' | 'job' | 'unexpected', Backoff>>;
}

/**
 * Voor wie de klok van de engine daarna terugzet en nieuwe werkers begint, zoals een proef: dan zijn alle vragen om werk voorbij voordat `stop`
 * klaar is. Een vraag die bleef liggen neemt een opdracht mee van wie erna komt, en met een klok die terugging vervalt haar slot nooit.
 */
export const BRIEF_POLL_MS = 3_000;

export interface RunningWorkers {
  health(): WorkerHealth[];
  stop(deadlineMs: number): Promise<void>;
}

/**
 * Start alle werkers op de verbinding en bewaakt ze. Vragen (poll), nooit stream: de stream van de SDK komt na een
 * fout niet terug (camunda-facts §3.3.7). Een werker die te lang stil is krijgt een nieuwe lus; wat de oude nog binnenkrijgt
 * gaat terug. Een half dode verbinding merkt gRPC zelf (keepalive, `engine/connection.ts`).
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
    time: machineTime, limiter: start.options?.limiter ?? makeLimiter(),
    concurrency: 32, longPollMs: 10_000, silenceMs: 30_000, answerMs: 10_000, ...start.options,
    backoff: { ...BACKOFF, ...start.options?.backoff },
  };
  const activate = makeActivate(start.zeebe, o);
  const commands = zeebeCommands(start.zeebe);
  const running = start.workers.map((worker) => startOne(worker, { klok: start.klok, log }, activate, commands, o));
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

function startOne(worker: Worker, { klok, log }: { klok: Klok; log: Log }, activate: Activate, commands: JobCommands, o: StartOptions) {
  const { time, limiter } = o;
  const lockMs = worker.lockMs ?? 60_000;
  const watchdog = makeWatchdog(worker.type, { time, klok, silenceMs: o.silenceMs });
  const delivery = { time, limiter, patienceMs: lockMs, answerMs: o.answerMs };
  const shell = makeShell(worker, {
    commands, time, log, delivery, workMs: lockMs * 0.9,
    failure: { random: time.random, backoff: o.backoff },
  });
  const hooks = {
    pollSucceeded: () => watchdog.succeeded(),
    pollFailed(error: unknown) {
      if (isBackpressure(error)) limiter.reportPressure();
      else log.warn({ type: worker.type, code: grpcCode(error) }, 'vragen om werk mislukte');
    },
    async job(job: RawJob) {
      watchdog.begins();
      await shell(job);
      watchdog.done();
    },
    async tooLate({ job }: RawJob) {
      // Met hetzelfde aantal pogingen en zonder wachttijd: een ander kan er meteen mee verder.
      const back = () => commands.fail(job.key, job.attemptsLeft, 0, 'De werker stopte; een ander neemt dit over.');
      await deliver(back, { ...delivery, patienceMs: 2_000 }).catch(() => undefined);
    },
  };
  const open = (): PollLoop => startPollLoop(activate, {
    type: worker.type, lockMs, concurrency: o.concurrency, longPollMs: o.longPollMs, time, backoff: o.backoff.poll ?? BACKOFF.poll,
    ...(worker.fetch ? { fetch: worker.fetch } : {}),
  }, hooks);
  let loop = open();
  return {
    health: () => watchdog.health(),
    check() {
      if (!watchdog.silent()) return;
      log.warn({ type: worker.type }, 'de werker is stil; er komt een nieuwe');
      loop.breakOff();
      watchdog.reset();
      loop = open();
    },
    close: () => loop.close(),
    breakOff: () => loop.breakOff(),
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
