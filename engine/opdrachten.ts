import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { maakBegrenzer, type Begrenzer } from './begrenzer.ts';
import type { Engine } from './engine.ts';

/**
 * De opdrachten aan de engine over gRPC, gelijk op 8.6 en 8.9. Alles gaat door één begrenzer: drukte bij de engine
 * wordt wachten, nooit een verloren opdracht (design §6).
 */
export function maakEngine(zeebe: ZeebeGrpcClient, begrenzer: Begrenzer = maakBegrenzer()): Engine {
  return {
    async beslis(beslissingId, variabelen) {
      const uitkomst = await begrenzer.voer(() => zeebe.evaluateDecision({ decisionId: beslissingId, variables: variabelen as never }));
      if (uitkomst.failureMessage) throw new Error(`De beslistabel ${beslissingId} gaf geen uitkomst: ${uitkomst.failureMessage}`);
      return typeof uitkomst.decisionOutput === 'string' ? (JSON.parse(uitkomst.decisionOutput) as unknown) : uitkomst.decisionOutput;
    },
    async publiceer({ naam, correlatie, berichtId, ttlMs, inhoud }) {
      try {
        await begrenzer.voer(() =>
          zeebe.publishMessage({ name: naam, correlationKey: correlatie, messageId: berichtId, timeToLive: ttlMs, variables: inhoud as never }),
        );
      } catch (fout) {
        // ALREADY_EXISTS: hetzelfde bericht lag er al; precies wat `berichtId` moet bereiken.
        if ((fout as { code?: unknown }).code !== 6) throw fout;
      }
    },
    async start(procesId, variabelen) {
      const instantie = await begrenzer.voer(() => zeebe.createProcessInstance({ bpmnProcessId: procesId, variables: variabelen as never }));
      return String(instantie.processInstanceKey);
    },
  };
}
