import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { RETRIES } from '../../retry/attempts.ts';
import { BACKOFF } from '../../retry/backoff.ts';
import { retry } from '../../retry/retry.ts';
import { machineTime, type Time } from '../../retry/time.ts';
import { GrpcCode, grpcCode } from '../../retry/transient.ts';
import type { ModelFile } from '../deploy.ts';
import { makeLimiter, type Limiter } from '../limiter.ts';
import type { Incident } from '../reads/reads.ts';
import { RestError } from '../rest.ts';
import type { UserTasks } from '../user-tasks.ts';

const PATIENCE_MS = 10_000;

/** De opdrachten waarmee een casus die stilstaat weer op gang komt. */
export interface RepairCommands {
  /** Zet één model op de engine. @returns de sleutel van deze versie */
  deploy(file: ModelFile): Promise<string>;
  /** Haalt een model weer van de engine. */
  remove(definition: string): Promise<void>;
  /** Stopt onderdelen en laat andere beginnen, in één keer of helemaal niet. */
  modify(instance: string, stop: readonly string[], begin: readonly string[]): Promise<void>;
  /** Haalt een taak weg waarvan het onderdeel al gestopt is: 8.6.0 laat haar bij `modify` gewoon openstaan. Was zij al weg, dan is dat goed. */
  discard(task: string): Promise<void>;
  /** Laat de engine de stap opnieuw proberen; een werker krijgt zijn pogingen terug. Was het incident al weg, dan is dat goed. */
  retry(incident: Incident): Promise<void>;
}

/** Over gRPC (en REST voor taken, die gRPC niet kent), gelijk op 8.6 en 8.9. Een weigering is een fout met de woorden van de engine. */
export function makeRepairCommands(zeebe: ZeebeGrpcClient, tasks: Pick<UserTasks, 'complete'>, limiter: Limiter = makeLimiter(), time: Time = machineTime): RepairCommands {
  const send = <T>(action: () => Promise<T>): Promise<T> => retry(() => limiter.run(action), { time, backoff: BACKOFF.command, patienceMs: PATIENCE_MS });
  const unlessGone = async (action: () => Promise<unknown>): Promise<void> => {
    await send(action).catch((error: unknown) => { if (grpcCode(error) !== GrpcCode.NOT_FOUND) throw error; });
  };
  return {
    async deploy({ name, content }) {
      const { deployments } = await send(() => zeebe.deployResources([{ name, process: content }]));
      return String((deployments as unknown as { process: { processDefinitionKey: string } }[])[0]!.process.processDefinitionKey);
    },
    async remove(definition) {
      await unlessGone(() => zeebe.deleteResource({ resourceKey: definition }));
    },
    async modify(instance, stop, begin) {
      await send(() => zeebe.modifyProcessInstance({
        processInstanceKey: instance, terminateInstructions: stop.map((elementInstanceKey) => ({ elementInstanceKey })),
        // Zonder lege lijst loopt de SDK vast; -1 laat de engine zelf het deelproces kiezen waar het onderdeel in staat.
        activateInstructions: begin.map((elementId) => ({ elementId, ancestorElementInstanceKey: '-1', variableInstructions: [] })),
      }));
    },
    async discard(task) {
      // Het onderdeel is er niet meer, dus er gaat niets verder: alleen de taak verdwijnt.
      await send(() => tasks.complete(task, {})).catch((error: unknown) => { if (!(error instanceof RestError && error.status === 404)) throw error; });
    },
    async retry({ key, job }) {
      if (job) await unlessGone(() => zeebe.updateJobRetries({ jobKey: job, retries: RETRIES }));
      await unlessGone(() => zeebe.resolveIncident({ incidentKey: key }));
    },
  };
}
