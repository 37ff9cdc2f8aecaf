import type { EventEmitter } from 'node:events';
import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import type { RawJob } from './shell.ts';

/** Een job zoals gRPC hem bezorgt, vóór de SDK hem ontleedt. */
interface GrpcJob {
  key: string; type: string; retries: number; variables: string; customHeaders: string;
  elementId: string; elementInstanceKey: string; processInstanceKey: string; bpmnProcessId: string;
}
interface Stream extends EventEmitter { error?: undefined }
type Poll = (request: unknown) => Promise<Stream | { error: unknown } | undefined>;

/** De onderdelen van de werker van SDK 8.8.13 die geen deel zijn van haar typen. */
interface SdkWorker {
  handleJobResponse(response: { jobs: GrpcJob[] }): void;
  poll(): Promise<void>;
  close(): Promise<unknown>;
  readonly closing: boolean;
  readonly capacityEmitter: EventEmitter;
  readonly grpcClient: { activateJobsStream: Poll; close(): Promise<unknown> };
  CAMUNDA_JOB_WORKER_MAX_BACKOFF_MS: number;
}

export interface Hooks {
  /** Wordt afgewacht vóór elke vraag om werk: hier zit de wachttijd na fouten. */
  beforePoll(signal: AbortSignal): Promise<void>;
  pollSucceeded(): void;
  pollFailed(error: unknown): void;
  /** Voert de opdracht uit; gooit nooit. */
  job(job: RawJob): Promise<void>;
  /** Een opdracht die binnenkwam terwijl de werker al sluit. */
  tooLate(job: RawJob): void;
}

export interface SeamOptions {
  readonly type: string;
  readonly fetch?: readonly string[];
  readonly lockMs: number;
  readonly concurrency: number;
  readonly longPollMs: number;
}

export interface Seam {
  /** Neemt geen nieuw werk meer aan en sluit als het laatste klaar is; kan bij een fout van de SDK eeuwig duren. */
  close(): Promise<void>;
  /** Verbreekt de verbinding meteen. */
  breakOff(): void;
}

/**
 * De enige plek die weet hoe de werker van de SDK er van binnen uitziet. Zij laat openingen waar de SDK zelf niets mee
 * doet of fouten maakt: variabelen gaan ongelezen langs haar heen; opdrachten die tijdens het sluiten binnenkomen gaan
 * terug in plaats van zoek; gelukte vragen zijn te zien; na een fout wordt gewacht; en bij vrije plaatsen wordt meteen
 * om werk gevraagd in plaats van op de volgende tik. Bij een andere SDK gooit dit bij het starten, en zo hoort het.
 */
export function openSeam(zeebe: ZeebeGrpcClient, options: SeamOptions, hooks: Hooks): Seam {
  const abort = new AbortController();
  const publicWorker = zeebe.createWorker({
    taskType: options.type,
    maxJobsToActivate: options.concurrency,
    timeout: options.lockMs as never,
    longPoll: options.longPollMs as never,
    ...(options.fetch ? { fetchVariable: [...options.fetch] } : {}),
    loglevel: 'NONE',
    taskHandler: async (job) => {
      // `forward` is de enige manier om de plaats vrij te geven zonder dat de SDK zelf een antwoord stuurt.
      await hooks.job(job as unknown as RawJob);
      return job.forward();
    },
  });
  const worker = publicWorker as unknown as SdkWorker;
  checkSdk(worker);
  worker.CAMUNDA_JOB_WORKER_MAX_BACKOFF_MS = 1;

  const pollAgain = (): void => {
    if (!worker.closing) worker.poll().catch((error: unknown) => hooks.pollFailed(error));
  };
  worker.capacityEmitter.on('AVAILABLE', pollAgain);

  const accept = worker.handleJobResponse;
  worker.handleJobResponse = ({ jobs }) => {
    if (worker.closing) return jobs.forEach((job) => hooks.tooLate(toRaw(job)));
    accept({ jobs: jobs.map((job) => ({ ...job, ...toRaw(job), variables: '{}', customHeaders: '{}' })) });
  };

  const request = worker.grpcClient.activateJobsStream.bind(worker.grpcClient);
  worker.grpcClient.activateJobsStream = async (verzoek) => {
    await hooks.beforePoll(abort.signal);
    const stream = worker.closing ? undefined : await request(verzoek);
    // Zonder deze regel leest de SDK `.error` van undefined en eindigt het proces met een onopgevangen fout.
    if (!stream) return { error: new Error('de werker sluit') };
    if ('error' in stream && stream.error) hooks.pollFailed(stream.error);
    else listen(stream as Stream);
    return stream;
  };

  function listen(stream: Stream): void {
    let gotWork = false;
    stream.on('data', () => {
      gotWork = true;
      hooks.pollSucceeded();
    });
    stream.on('status', (state: { code: number }) => state.code === 0 && hooks.pollSucceeded());
    stream.on('error', (error: unknown) => hooks.pollFailed(error));
    stream.on('end', () => gotWork && setImmediate(pollAgain));
  }

  return {
    async close() {
      abort.abort();
      await worker.close();
    },
    breakOff() {
      abort.abort();
      worker.close().catch(() => undefined);
      worker.grpcClient.close().catch(() => undefined);
    },
  };
}

function toRaw(job: GrpcJob): RawJob {
  const { key, type, elementId, elementInstanceKey, processInstanceKey, bpmnProcessId, retries } = job;
  const info = { key, type, elementId, elementInstanceKey, processInstanceKey, bpmnProcessId, attemptsLeft: retries };
  return { job: info, variablesJson: job.variables, headersJson: job.customHeaders };
}

function checkSdk(worker: SdkWorker): void {
  const present = [worker.handleJobResponse, worker.poll, worker.capacityEmitter?.on, worker.grpcClient?.activateJobsStream];
  if (!present.every((part) => typeof part === 'function')) {
    throw new Error('Deze versie van @camunda8/sdk is van binnen anders dan 8.8.13: controleer workers/runtime/sdk-seam.ts.');
  }
}
