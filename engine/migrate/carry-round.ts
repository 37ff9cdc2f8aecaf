import type { CarryOver } from './carry-over.ts';
import { makeMigrate } from './migrate-command.ts';
import { migrateRunning, rootOf, type MigrateOutcome } from './migrate-running.ts';
import { readModel } from './model.ts';
import { noem } from './plan.ts';
import { makeRepairCommands } from './repair-commands.ts';
import { makeRestart } from './restart-task.ts';
import { readStuck, type Stuck } from './stuck.ts';

/** Een stap die stilstaat, met de casus waar zij bij hoort. */
export interface StuckCasus extends Stuck {
  /** Sleutel van de procesinstantie van de route. */
  readonly casus: string;
  /** De stap in de woorden van de tekening. */
  readonly step: string;
}

/** Wat er in één ronde gebeurde. */
export interface Round {
  readonly outcomes: readonly MigrateOutcome[];
  /** Wie bij het begin van de ronde stilstond. */
  readonly stuck: readonly StuckCasus[];
  /** Incidenten waar iets aan gedaan is: die horen te verdwijnen. */
  readonly treated: ReadonlySet<string>;
  /** Instanties waarvan de taak opnieuw is klaargezet. */
  readonly restarted: ReadonlySet<string>;
}

/**
 * Neemt mee wat mee kan en laat daarna opnieuw proberen wat nog stilstaat: dan rekent de stap met het nieuwe model. Wat op haar oude
 * model bleef probeert de engine niet opnieuw, want daar staat de fout nog in; een werker wel, want die rekent met de nieuwe tabellen.
 * @param again een tweede keer: alleen wie nu pas meeging wordt nog eens geprobeerd
 */
export async function carryRound(options: CarryOver, { again = false } = {}): Promise<Round> {
  const { zeebe, reads, tasks, time } = options;
  const instances = await reads.instances();
  const found = (await readStuck(reads)).filter(({ incident }) => instances.some(({ key }) => key === incident.processInstance));
  const migrate = makeMigrate(zeebe);
  const commands = makeRepairCommands(zeebe, tasks);
  const { restart, restarted, finishOpen, cleanUp } = makeRestart({ reads, commands, migrate, stuck: found, ...(time ? { time } : {}) });
  await finishOpen();
  const stuck: StuckCasus[] = [];
  for (const s of found) {
    const definition = instances.find(({ key }) => key === s.incident.processInstance)!.definition;
    stuck.push({ ...s, casus: rootOf(s.incident.processInstance, instances), step: await stepName(reads, definition, s.place.elementId) });
  }
  const outcomes = await migrateRunning({ ...options, migrate, restart });
  await cleanUp();

  const treated = new Set<string>();
  for (const { incident, casus } of stuck) {
    const outcome = outcomes.find((o) => o.casus === casus)?.wat;
    const worth = again ? outcome === 'mee' : Boolean(incident.job) || outcome === undefined || outcome === 'mee';
    if (!restarted.has(incident.processInstance) && !worth) continue;
    if (!restarted.has(incident.processInstance)) await commands.retry(incident);
    treated.add(incident.key);
  }
  return { outcomes, stuck, treated, restarted };
}

async function stepName(reads: CarryOver['reads'], definition: string, elementId: string | null): Promise<string> {
  if (elementId === null) return 'een stap die Operate toont';
  const element = await reads.model(definition).then(readModel).then((model) => model.get(elementId), () => undefined);
  return element ? noem(element) : `de stap ${elementId}`;
}

/** Hoe het elke casus verging: wie de eerste ronde bleef en nu mee is, is mee. */
export function mergeOutcomes(rounds: readonly Round[]): readonly MigrateOutcome[] {
  const last = rounds.at(-1)!.outcomes;
  const earlier = rounds.slice(0, -1).flatMap(({ outcomes }) => outcomes).filter(({ wat, casus }) => wat === 'mee' && !last.some((o) => o.casus === casus));
  return [...earlier, ...last];
}
