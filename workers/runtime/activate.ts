import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { rawText, RawJson } from './raw-json.ts';
import type { RawJob } from './shell.ts';

/** Eén vraag om werk. */
export interface ActivateRequest {
  readonly type: string;
  /** Hoeveel jobs hoogstens. */
  readonly count: number;
  /** Zonder lijst komen alle variabelen mee. */
  readonly fetch?: readonly string[];
  /** Hoe lang de engine de jobs voor ons vasthoudt, in ms. */
  readonly lockMs: number;
  /** Hoe lang de engine de vraag openhoudt als er geen werk is, in ms. */
  readonly longPollMs: number;
}

/** Vraagt om werk; een lege lijst als er niets was. @throws de fout van de verbinding */
export type Activate = (request: ActivateRequest) => Promise<RawJob[]>;

/** Een vraag zonder antwoord geeft de SDK een seconde na `longPollMs` zelf op, en zij zegt dan niet meer dan: geen werk. */
export const SDK_GIVES_UP_MS = 950;

/** Een lege lijst betekent voor de engine "alles"; een naam die niet bestaat betekent niets. */
const NOTHING = ['geen-variabelen'];

/** Om werk vragen over de publieke `activateJobs` van de SDK. */
export function makeActivate(zeebe: Pick<ZeebeGrpcClient, 'activateJobs'>): Activate {
  return async ({ type, count, fetch, lockMs, longPollMs }) => {
    const jobs = await zeebe.activateJobs<RawJson, RawJson>({
      type, worker: 'routeboek', maxJobsToActivate: count, timeout: lockMs, requestTimeout: longPollMs,
      ...(fetch ? { fetchVariable: fetch.length > 0 ? [...fetch] : NOTHING } : {}),
      inputVariableDto: RawJson, customHeadersDto: RawJson,
    });
    return jobs.map((job) => ({
      job: {
        key: job.key, type: job.type, elementId: job.elementId, elementInstanceKey: job.elementInstanceKey,
        processInstanceKey: job.processInstanceKey, bpmnProcessId: job.bpmnProcessId, attemptsLeft: job.retries,
      },
      variablesJson: rawText(job.variables), headersJson: rawText(job.customHeaders),
    }));
  };
}
