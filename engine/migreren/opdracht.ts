import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { maakBegrenzer, type Begrenzer } from '../begrenzer.ts';
import { GrpcCode, grpcCode, isVoorbijgaand } from '../grpc-code.ts';
import type { Toewijzing } from './plan.ts';

/** Zet één instantie over. @returns `undefined` als zij over is, `'weg'` als zij intussen afliep, anders waarom de engine weigert. */
export type Overzetten = (instantie: string, definitie: string, toewijzingen: readonly Toewijzing[]) => Promise<undefined | 'weg' | { geweigerd: string }>;

/** Wat de engine zegt en wat dat voor de proceseigenaar betekent. */
const UITLEG: readonly [RegExp, string][] = [
  [/sequence flow|concurrent command|joining/i, 'zij staat bij een samenkomst op een andere tak te wachten; zodra die tak er is, kan zij bij een volgende uitrol wel mee'],
  [/no mapping instruction|not mapped|does not exist in/i, 'zij stond net op een ander punt dan werd gelezen'],
];

/** De opdracht over gRPC, gelijk op 8.6 en 8.9. De engine zet een instantie in haar geheel over of helemaal niet. */
export function maakOverzetten(zeebe: ZeebeGrpcClient, begrenzer: Begrenzer = maakBegrenzer()): Overzetten {
  return async (instantie, definitie, toewijzingen) => {
    try {
      await begrenzer.voer(() => zeebe.migrateProcessInstance({
        processInstanceKey: instantie, migrationPlan: { targetProcessDefinitionKey: definitie, mappingInstructions: [...toewijzingen] },
      }));
      return undefined;
    } catch (fout) {
      const tekst = String((fout as { details?: unknown }).details ?? (fout as Error).message);
      if (grpcCode(fout) === GrpcCode.NIET_GEVONDEN && /process instance/i.test(tekst)) return 'weg';
      if (isVoorbijgaand(fout)) return { geweigerd: 'de engine antwoordt niet' };
      return { geweigerd: UITLEG.find(([patroon]) => patroon.test(tekst))?.[1] ?? `de engine weigert: ${tekst}` };
    }
  };
}
