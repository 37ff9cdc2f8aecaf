import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { maakBegrenzer, type Begrenzer } from '../limiter.ts';
import { GrpcCode, grpcCode, isVoorbijgaand } from '../grpc-code.ts';
import type { Toewijzing } from './plan.ts';

/** Zet één instantie over. @returns `undefined` als zij over is, `'weg'` als zij intussen afliep, anders waarom de engine weigert. */
export type Overzetten = (instantie: string, definitie: string, toewijzingen: readonly Toewijzing[]) => Promise<undefined | 'weg' | { geweigerd: string }>;

/** Wat de engine zegt en wat dat voor de proceseigenaar betekent; `$1` is wat tussen haakjes gevonden werd. */
const UITLEG: readonly [RegExp, string][] = [
  [/sequence flow|concurrent command|joining/i, 'zij wacht bij een samenkomst op een andere tak, of was net onderweg; staat zij daar niet meer, dan gaat zij bij een volgende uitrol mee'],
  [/no mapping instruction|does not exist in the source/i, 'zij stond net op een ander punt dan werd gelezen; een volgende uitrol probeert het opnieuw'],
  [/already subscribed to with name '([^']+)'/, "op het bericht '$1' wacht nu een gebeurtenis met een ander id; geef haar haar oude id terug"],
  [/must be subscribed to a catch event[^]*expression '([^']+)'/, "een nieuwe gebeurtenis in het model rekent met '$1', en dat gegeven heeft deze casus niet"],
];

function uitleg(tekst: string): string {
  for (const [patroon, zin] of UITLEG) {
    const gevonden = patroon.exec(tekst);
    if (gevonden) return zin.replace('$1', gevonden[1] ?? '');
  }
  return `de engine weigert: ${tekst}`;
}

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
      if (isVoorbijgaand(fout)) return { geweigerd: 'de engine antwoordde niet; een volgende uitrol probeert het opnieuw' };
      return { geweigerd: uitleg(tekst) };
    }
  };
}
