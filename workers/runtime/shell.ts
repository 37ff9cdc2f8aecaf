import type { Time } from '../../retry/time.ts';
import { withinTime } from '../../retry/time-limit.ts';
import { decideAnswer, type FailureOptions } from './failure.ts';
import { PermanentError, TransientError } from '../../domein/errors.ts';
import { parseJson } from './parse.ts';
import type { JobCommands } from './job-commands.ts';
import type { Log } from './log.ts';
import { validateOutput } from './output.ts';
import { deliver, type Delivery } from './deliver.ts';
import type { Job, Worker } from './worker.ts';

/** Een job zoals de engine hem stuurt; variabelen en koppen nog als JSON-tekst. */
export interface RawJob {
  readonly job: Job;
  readonly variablesJson: string;
  readonly headersJson: string;
}

export interface ShellOptions {
  readonly commands: JobCommands;
  readonly time: Time;
  readonly log: Log;
  readonly failure: FailureOptions;
  readonly delivery: Delivery;
  /** Hoe lang de use case mag duren; korter dan de vergrendeling, anders werken er twee tegelijk aan hetzelfde. */
  readonly workMs: number;
}

/**
 * De schil om elke opdracht: inlezen, use case, antwoord. Ze belooft twee dingen waar de SDK niet voor zorgt: er gaat
 * altijd precies één antwoord naar de engine (ook als de werker iets anders dan een Error gooit, of nooit klaar is), en
 * ze gooit zelf nooit iets (dat zou de plaats van de opdracht lekken of het proces beëindigen, camunda-facts §3.3.4–6).
 */
export function makeShell(worker: Worker, options: ShellOptions): (raw: RawJob) => Promise<void> {
  const { commands, log } = options;
  const tooLong = (): Error => new TransientError(`De stap duurde langer dan ${Math.round(options.workMs / 1000)} seconden.`);

  async function handle(raw: RawJob): Promise<Record<string, unknown>> {
    const headers = parseJson(raw.headersJson, 'koppen');
    const input = parseJson(raw.variablesJson, 'variabelen');
    return validateOutput(await withinTime(worker.run(input, headers, raw.job), options.workMs, options.time, tooLong));
  }

  async function reportError(error: unknown, job: Job): Promise<void> {
    const reply = decideAnswer(error, job, options.failure);
    const over = identify(job);
    if (reply.kind === 'bpmn-error') {
      log.info({ ...over, code: reply.code }, 'bedrijfsfout');
      await deliver(() => commands.throwError(job.key, reply.code, reply.message, reply.variables), options.delivery);
    } else {
      log[reply.attempts === 0 ? 'error' : 'warn']({ ...over, pogingenOver: reply.attempts, wachtMs: reply.waitMs, fout: error }, 'opdracht mislukt');
      await deliver(() => commands.fail(job.key, reply.attempts, reply.waitMs, reply.message), options.delivery);
    }
  }

  async function answer(raw: RawJob): Promise<void> {
    let output: Record<string, unknown>;
    try {
      output = await handle(raw);
    } catch (error) {
      return reportError(error, raw.job);
    }
    try {
      const outcome = await deliver(() => commands.complete(raw.job.key, output), options.delivery);
      if (outcome !== 'bezorgd') log.warn({ ...identify(raw.job), afloop: outcome }, 'voltooien niet bevestigd');
    } catch (error) {
      log.error({ ...identify(raw.job), fout: error }, 'de engine weigert de uitkomst');
      return reportError(new PermanentError('De engine kan de uitkomst van deze stap niet opslaan.'), raw.job);
    }
  }

  return async (raw) => {
    try {
      await answer(raw);
    } catch (error) {
      log.error({ ...identify(raw.job), fout: error }, 'het antwoord kwam niet aan; de opdracht komt terug na de vergrendeling');
    }
  };
}

/** Wat van een opdracht in het log mag. */
const identify = (o: Job): Record<string, string> => ({ type: o.type, opdracht: o.key, stap: o.elementId, instantie: o.processInstanceKey });
