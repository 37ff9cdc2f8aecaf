import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { maakBegrenzer, type Begrenzer } from './limiter.ts';
import type { Engine } from './engine.ts';
import { GrpcCode, grpcCode } from './grpc-code.ts';
import { machinetijd, type Tijd } from './time.ts';

const POGINGEN = 5;
/** ALREADY_EXISTS: hetzelfde bericht lag er al; precies wat `berichtId` moet bereiken. */
const BESTAAT_AL = 6;

/**
 * De opdrachten aan de engine over gRPC, gelijk op 8.6 en 8.9. Alles gaat door één begrenzer: drukte bij de engine
 * wordt wachten, nooit een verloren opdracht (design §6). Is zij even weg, dan volgen nog hoogstens vier pogingen.
 */
export function maakEngine(zeebe: ZeebeGrpcClient, begrenzer: Begrenzer = maakBegrenzer(), tijd: Tijd = machinetijd): Engine {
  async function herhaal<T>(handeling: () => Promise<T>, magNogEens: (fout: unknown) => boolean): Promise<T> {
    for (let poging = 1; ; poging++) {
      try {
        return await begrenzer.voer(handeling);
      } catch (fout) {
        if (poging >= POGINGEN || !magNogEens(fout)) throw fout;
        await tijd.wacht(200 * 2 ** poging * (0.5 + tijd.toeval()));
      }
    }
  }
  return {
    async beslis(beslissingId, variabelen) {
      const uitkomst = await herhaal(() => zeebe.evaluateDecision({ decisionId: beslissingId, variables: variabelen as never }), isEvenWeg);
      if (uitkomst.failureMessage) throw new Error(`De beslistabel ${beslissingId} gaf geen uitkomst: ${uitkomst.failureMessage}`);
      return typeof uitkomst.decisionOutput === 'string' ? (JSON.parse(uitkomst.decisionOutput) as unknown) : uitkomst.decisionOutput;
    },
    async publiceer({ naam, correlatie, berichtId, ttlMs, inhoud }) {
      try {
        await herhaal(
          () => zeebe.publishMessage({ name: naam, correlationKey: correlatie, messageId: berichtId, timeToLive: ttlMs, variables: inhoud as never }),
          isEvenWeg,
        );
      } catch (fout) {
        if (grpcCode(fout) !== BESTAAT_AL) throw fout;
      }
    },
    async start(procesId, variabelen) {
      // Alleen nog eens als de engine deze opdracht zeker niet kreeg: anders kunnen er twee instanties ontstaan.
      const instantie = await herhaal(() => zeebe.createProcessInstance({ bpmnProcessId: procesId, variables: variabelen as never }), isNietVerbonden);
      return String(instantie.processInstanceKey);
    },
  };
}

const isEvenWeg = (fout: unknown): boolean => grpcCode(fout) === GrpcCode.ONBEREIKBAAR || grpcCode(fout) === GrpcCode.TE_LAAT;
const isNietVerbonden = (fout: unknown): boolean => grpcCode(fout) === GrpcCode.ONBEREIKBAAR && /ECONNREFUSED|No connection established/i.test(String((fout as Error).message));
