import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { makeLimiter, type Limiter } from './limiter.ts';
import type { Engine } from './engine.ts';
import { GrpcCode, grpcCode } from './grpc-code.ts';
import { machineTime, type Time } from './time.ts';

const ATTEMPTS = 5;
/** ALREADY_EXISTS: hetzelfde bericht lag er al; precies wat `messageId` moet bereiken. */
const ALREADY_EXISTS = 6;

/**
 * De opdrachten aan de engine over gRPC, gelijk op 8.6 en 8.9. Alles gaat door één begrenzer: drukte bij de engine
 * wordt wachten, nooit een verloren opdracht (design §6). Is zij even weg, dan volgen nog hoogstens vier pogingen.
 */
export function makeEngine(zeebe: ZeebeGrpcClient, limiter: Limiter = makeLimiter(), time: Time = machineTime): Engine {
  async function retry<T>(action: () => Promise<T>, mayRetry: (error: unknown) => boolean): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await limiter.run(action);
      } catch (error) {
        if (attempt >= ATTEMPTS || !mayRetry(error)) throw error;
        await time.wait(200 * 2 ** attempt * (0.5 + time.random()));
      }
    }
  }
  return {
    async beslis(beslissingId, variables) {
      const outcome = await retry(() => zeebe.evaluateDecision({ decisionId: beslissingId, variables: variables as never }), isBrieflyAway);
      if (outcome.failureMessage) throw new Error(`De beslistabel ${beslissingId} gaf geen uitkomst: ${outcome.failureMessage}`);
      return typeof outcome.decisionOutput === 'string' ? (JSON.parse(outcome.decisionOutput) as unknown) : outcome.decisionOutput;
    },
    async publish({ name, correlationKey, messageId, ttlMs, content }) {
      try {
        await retry(
          () => zeebe.publishMessage({ name, correlationKey, messageId, timeToLive: ttlMs, variables: content as never }),
          isBrieflyAway,
        );
      } catch (error) {
        if (grpcCode(error) !== ALREADY_EXISTS) throw error;
      }
    },
    async start(processId, variables) {
      // Alleen nog eens als de engine deze opdracht zeker niet kreeg: anders kunnen er twee instanties ontstaan.
      const instance = await retry(() => zeebe.createProcessInstance({ bpmnProcessId: processId, variables: variables as never }), isNotConnected);
      return String(instance.processInstanceKey);
    },
  };
}

const isBrieflyAway = (error: unknown): boolean => grpcCode(error) === GrpcCode.UNAVAILABLE || grpcCode(error) === GrpcCode.DEADLINE_EXCEEDED;
const isNotConnected = (error: unknown): boolean => grpcCode(error) === GrpcCode.UNAVAILABLE && /ECONNREFUSED|No connection established/i.test(String((error as Error).message));
