import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { withinTime } from '../../retry/time-limit.ts';
import type { Time } from '../../retry/time.ts';
import { rawText, RawJson } from './raw-json.ts';
import type { RawJob } from './shell.ts';
import type { FetchList } from './worker.ts';

/** Eén vraag om werk. */
export interface ActivateRequest {
  readonly type: string;
  /** Hoeveel jobs hoogstens. */
  readonly count: number;
  /** Zonder lijst komen alle variabelen mee. */
  readonly fetch?: FetchList;
  /** Hoe lang de engine de jobs voor ons vasthoudt, in ms. */
  readonly lockMs: number;
  /** Hoe lang de engine de vraag openhoudt als er geen werk is, in ms. */
  readonly longPollMs: number;
}

/** Vraagt om werk; een lege lijst als er niets was. @throws de fout van de verbinding */
export type Activate = (request: ActivateRequest) => Promise<RawJob[]>;

/**
 * Een vraag zonder antwoord geeft de SDK een seconde na `longPollMs` zelf op, en zij zegt dan niet meer dan: geen werk. De engine
 * antwoordt zelf ook pas drie- tot achthonderd milliseconden na `longPollMs` (gemeten op 8.6.0), dus de tijd alleen zegt het niet.
 */
const SDK_MAY_HAVE_GIVEN_UP_MS = 900;

/** Een lege lijst betekent voor de engine "alles"; een naam die niet bestaat betekent niets. */
const NOTHING = ['geen-variabelen'];

/**
 * Om werk vragen over de publieke `activateJobs` van de SDK. Kwam er niets en kan de SDK het hebben opgegeven, dan moet de engine
 * nog even van zich laten horen: een stille verbinding mag niet op een rustige dag lijken.
 */
export function makeActivate(zeebe: Pick<ZeebeGrpcClient, 'activateJobs' | 'topology'>, { time, answerMs }: { time: Time; answerMs: number }): Activate {
  return async ({ type, count, fetch, lockMs, longPollMs }) => {
    const begin = time.ms();
    const names = typeof fetch === 'function' ? fetch() : fetch;
    const jobs = await zeebe.activateJobs<RawJson, RawJson>({
      type, worker: 'routeboek', maxJobsToActivate: count, timeout: lockMs, requestTimeout: longPollMs,
      ...(names ? { fetchVariable: names.length > 0 ? [...names] : NOTHING } : {}),
      inputVariableDto: RawJson, customHeadersDto: RawJson,
    });
    if (jobs.length === 0 && time.ms() - begin >= longPollMs + SDK_MAY_HAVE_GIVEN_UP_MS) await withinTime(zeebe.topology(), answerMs, time, silent);
    return jobs.map((job) => ({
      job: {
        key: job.key, type: job.type, elementId: job.elementId, elementInstanceKey: job.elementInstanceKey,
        processInstanceKey: job.processInstanceKey, bpmnProcessId: job.bpmnProcessId, processVersion: job.processDefinitionVersion, attemptsLeft: job.retries,
      },
      variablesJson: rawText(job.variables), headersJson: rawText(job.customHeaders),
    }));
  };
}

const silent = (): Error => new Error('de engine antwoordt niet op de vraag om werk');
