import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { makeLimiter, type Limiter } from '../limiter.ts';
import { GrpcCode, grpcCode, isTransient } from '../../retry/transient.ts';
import type { Mapping } from './plan.ts';

/** Waarom de engine een instantie niet overzet. */
export interface Refusal {
  readonly geweigerd: string;
  /** Zij staat op een taak die niet meer open is of nog niet is klaargezet; staat die taak stil, dan kan zij misschien opnieuw beginnen. */
  readonly taskNotOpen?: boolean;
}

/** Zet één instantie over. @returns `undefined` als zij over is, `'weg'` als zij intussen afliep, anders waarom de engine weigert. */
export type Migrate = (instance: string, definition: string, mappings: readonly Mapping[]) => Promise<undefined | 'weg' | Refusal>;

/** Voor de engine heeft een taak die (nog) niet open is een andere uitvoering dan een open taak. */
const TASK_NOT_OPEN = /implementation 'job worker'/;

/** Wat de engine zegt en wat dat voor de proceseigenaar betekent; `$1` is wat tussen haakjes gevonden werd. */
const EXPLANATIONS: readonly [RegExp, string][] = [
  [/sequence flow|concurrent command|joining/i, 'zij wacht bij een samenkomst op een andere tak, of was net onderweg; staat zij daar niet meer, dan gaat zij bij een volgende uitrol mee'],
  [TASK_NOT_OPEN, 'haar taak wordt net klaargezet of afgerond; een volgende uitrol probeert het opnieuw'],
  [/no mapping instruction|does not exist in the source/i, 'zij stond net op een ander punt dan werd gelezen; een volgende uitrol probeert het opnieuw'],
  [/already subscribed to with name '([^']+)'/, "op het bericht '$1' wacht nu een gebeurtenis met een ander id; geef haar haar oude id terug"],
  [/must be subscribed to a catch event[^]*expression '([^']+)'/, "een nieuwe gebeurtenis in het model rekent met '$1', en dat gegeven heeft deze casus niet"],
];

function explain(text: string): string {
  for (const [pattern, zin] of EXPLANATIONS) {
    const found = pattern.exec(text);
    if (found) return zin.replace('$1', found[1] ?? '');
  }
  return `de engine weigert: ${text}`;
}

/** De opdracht over gRPC, gelijk op 8.6 en 8.9. De engine zet een instantie in haar geheel over of helemaal niet. */
export function makeMigrate(zeebe: ZeebeGrpcClient, limiter: Limiter = makeLimiter()): Migrate {
  return async (instance, definition, mappings) => {
    try {
      await limiter.run(() => zeebe.migrateProcessInstance({
        processInstanceKey: instance, migrationPlan: { targetProcessDefinitionKey: definition, mappingInstructions: [...mappings] },
      }));
      return undefined;
    } catch (error) {
      const text = String((error as { details?: unknown }).details ?? (error as Error).message);
      if (grpcCode(error) === GrpcCode.NOT_FOUND && /process instance/i.test(text)) return 'weg';
      if (isTransient(error)) return { geweigerd: 'de engine antwoordde niet; een volgende uitrol probeert het opnieuw' };
      return { geweigerd: explain(text), ...(TASK_NOT_OPEN.test(text) ? { taskNotOpen: true } : {}) };
    }
  };
}
