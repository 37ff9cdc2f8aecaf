import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { makeLimiter, type Limiter } from './limiter.ts';
import type { Engine } from './engine.ts';
import { BACKOFF } from '../retry/backoff.ts';
import { retry } from '../retry/retry.ts';
import { machineTime, type Time } from '../retry/time.ts';
import { GrpcCode, grpcCode, certainlyNotDone, isTransient } from '../retry/transient.ts';

/** Zo lang herhaalt een opdracht zichzelf; daarna krijgt de aanroeper de fout (een job komt later terug, een pagina zegt het). */
const PATIENCE_MS = 10_000;

/**
 * De opdrachten aan de engine over gRPC, gelijk op 8.6 en 8.9. Alles gaat door één begrenzer: drukte bij de engine
 * wordt wachten, nooit een verloren opdracht (design §6). Is zij even weg, dan wordt tien seconden herhaald.
 */
export function makeEngine(zeebe: ZeebeGrpcClient, limiter: Limiter = makeLimiter(), time: Time = machineTime): Engine {
  const send = <T>(action: () => Promise<T>, mayRetry: (error: unknown) => boolean = isTransient): Promise<T> =>
    retry(() => limiter.run(action), { time, backoff: BACKOFF.command, patienceMs: PATIENCE_MS, mayRetry });
  return {
    async beslis(beslissingId, variables) {
      const outcome = await send(() => zeebe.evaluateDecision({ decisionId: beslissingId, variables: variables as never }));
      if (outcome.failureMessage) throw new Error(`De beslistabel ${beslissingId} gaf geen uitkomst: ${outcome.failureMessage}`);
      return typeof outcome.decisionOutput === 'string' ? (JSON.parse(outcome.decisionOutput) as unknown) : outcome.decisionOutput;
    },
    async publish({ name, correlationKey, messageId, ttlMs, content }) {
      try {
        await send(() => zeebe.publishMessage({ name, correlationKey, messageId, timeToLive: ttlMs, variables: content as never }));
      } catch (error) {
        // Hetzelfde bericht lag er al; precies wat `messageId` moet bereiken.
        if (grpcCode(error) !== GrpcCode.ALREADY_EXISTS) throw error;
      }
    },
    async cancel(instance) {
      try {
        await send(() => zeebe.cancelProcessInstance(instance));
        return true;
      } catch (error) {
        if (grpcCode(error) === GrpcCode.NOT_FOUND) return true;
        if (grpcCode(error) === GrpcCode.FAILED_PRECONDITION) return false;
        throw error;
      }
    },
    async start(processId, variables) {
      // Alleen nog eens als de engine deze opdracht zeker niet kreeg: anders kunnen er twee instanties ontstaan.
      const instance = await send(() => zeebe.createProcessInstance({ bpmnProcessId: processId, variables: variables as never }), (error) => isTransient(error) && certainlyNotDone(error));
      return String(instance.processInstanceKey);
    },
  };
}
