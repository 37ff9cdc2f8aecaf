import { BACKOFF } from '../../retry/backoff.ts';
import { retry } from '../../retry/retry.ts';
import { machineTime, type Time } from '../../retry/time.ts';
import { isTransient } from '../../retry/transient.ts';
import type { Instance, InstanceReads, OpenTask, TaskReads } from '../reads/reads.ts';
import { betweenModel, processBehind, stepBehind, waitPlace, WAITING } from './between-model.ts';
import type { Migrate, Refusal } from './migrate-command.ts';
import { readModel } from './model.ts';
import { makePlan, type Mapping } from './plan.ts';
import type { RepairCommands } from './repair-commands.ts';
import { isBeforeTask, type Stuck } from './stuck.ts';

/** Zo lang mag het duren tot te lezen is dat een casus op haar wachtplek staat. */
const PATIENCE_MS = 30_000;

/** Het nieuwste model van een proces. */
export interface Target {
  readonly definition: string;
  readonly xml: string;
}

/** Zet één instantie over terwijl haar taak opnieuw begint. @returns als `Migrate`; `'niet nodig'` als er geen taak is die dat kan */
export type Restart = (i: Instance, target: Target, mappings: readonly Mapping[]) => Promise<undefined | 'weg' | 'niet nodig' | Refusal>;

class NotYet extends Error {}

/**
 * Laat een taak die niet kon worden klaargezet opnieuw beginnen op het nieuwe model. De casus gaat eerst naar het tussenmodel, daar
 * van de taak naar een lege wachtplek, dan naar het nieuwe model, en daar van de wachtplek naar de taak zelf. Valt er onderweg iets
 * weg, dan gaat een volgende uitrol verder waar zij bleef.
 * @returns de opdracht; welke instanties zo overgingen; `finishOpen` voor taken die een vorige keer net niet opnieuw begonnen; en het opruimen na afloop
 */
export function makeRestart({ reads, commands, migrate, stuck, time = machineTime }: {
  reads: InstanceReads & TaskReads; commands: RepairCommands; migrate: Migrate; stuck: readonly Stuck[]; time?: Time;
}): { restart: Restart; restarted: ReadonlySet<string>; finishOpen: () => Promise<void>; cleanUp: () => Promise<void> } {
  const between = new Map<string, Promise<{ definition: string; xml: string }>>();
  const restarted = new Set<string>();
  const inUse = new Set<string>();

  /** Eén tussenmodel per proces en taken, ook als tien casussen het nodig hebben. */
  function deployBetween(target: Target, steps: readonly string[]): Promise<{ definition: string; xml: string }> {
    const key = `${target.definition} ${steps.join(' ')}`;
    if (!between.has(key)) {
      between.set(key, (async () => {
        const file = await betweenModel(target.xml, steps);
        return { definition: await commands.deploy(file), xml: file.content.toString() };
      })());
    }
    return between.get(key)!;
  }

  const keysOf = async (instance: string, ids: readonly string[]): Promise<string[]> => (await Promise.all(ids.map((id) => reads.elementKeys(instance, id)))).flat();
  const waitingTasks = async (instance?: string): Promise<(OpenTask & { processInstance: string })[]> => (await reads.openTasks()).flatMap((task) =>
    (task.processInstance !== undefined && task.groepen.includes(WAITING) && (instance ?? task.processInstance) === task.processInstance ? [{ ...task, processInstance: task.processInstance }] : []));

  /** Wacht tot de casus op haar wachtplekken te zien is. */
  const untilWaiting = (instance: string, waits: readonly string[]): Promise<OpenTask[]> => retry(async () => {
    const tasks = (await waitingTasks(instance)).filter(({ elementId }) => waits.includes(elementId));
    if (tasks.length < waits.length || (await keysOf(instance, waits)).length < waits.length) throw new NotYet('de casus is nog niet op haar wachtplek te zien');
    return tasks;
  }, { time, backoff: BACKOFF.command, patienceMs: PATIENCE_MS, mayRetry: (error) => error instanceof NotYet || isTransient(error) });

  async function move(i: Instance, target: Target, { steps, arrived, middle }: { steps: readonly string[]; arrived: boolean; middle: { definition: string; xml: string } }, mappings: readonly Mapping[]): Promise<undefined | 'weg' | Refusal> {
    if (!arrived) {
      const same = steps.map((id) => ({ sourceElementId: id, targetElementId: id }));
      const answer = await migrate(i.key, middle.definition, [...mappings.filter(({ sourceElementId }) => !steps.includes(sourceElementId)), ...same]);
      if (answer !== undefined) return answer;
    }
    inUse.add(middle.definition);
    const waits = steps.map(waitPlace);
    const stop = await keysOf(i.key, steps);
    if (stop.length > 0) await commands.modify(i.key, stop, waits);
    const tasks = await untilWaiting(i.key, waits);
    const waiting = await keysOf(i.key, waits);
    const plan = makePlan(await readModel(middle.xml), await readModel(target.xml), []);
    const back = steps.map((id) => ({ sourceElementId: waitPlace(id), targetElementId: id }));
    const answer = await migrate(i.key, target.definition, [...('mappings' in plan ? plan.mappings : []), ...back]);
    if (answer !== undefined) return answer;
    await commands.modify(i.key, waiting, steps);
    for (const { key } of tasks) await commands.discard(key);
    inUse.delete(middle.definition);
    restarted.add(i.key);
    return undefined;
  }

  const begin: Restart = async (i, target, mappings) => {
    if (processBehind(i.processId) !== undefined) {
      const xml = await reads.model(i.definition);
      const steps = [...(await readModel(xml)).keys()].flatMap((id) => stepBehind(id) ?? []);
      return move(i, target, { steps, arrived: true, middle: { definition: i.definition, xml } }, []);
    }
    const model = await readModel(target.xml);
    const tasks = stuck.filter(({ incident, place }) => incident.processInstance === i.key && model.get(place.elementId ?? '')?.kind.startsWith('UserTask'));
    // Op het werk van een werker wordt eerst gewacht. Zolang er in dezelfde instantie zo'n taak is, zet de engine haar niet in haar geheel over.
    if (tasks.length === 0 || tasks.some(({ incident }) => incident.job)) return 'niet nodig';
    if (!tasks.every(isBeforeTask)) return { geweigerd: 'haar taak kan al zijn ingevuld en wordt daarom niet opnieuw klaargezet; laat de beheerder haar in Operate met Modify verder brengen' };
    const steps = [...new Set(tasks.map(({ place }) => place.elementId as string))].sort();
    return move(i, target, { steps, arrived: false, middle: await deployBetween(target, steps) }, mappings);
  };

  const restart: Restart = (i, target, mappings) => begin(i, target, mappings).catch((error: unknown): Refusal => ({
    geweigerd: `haar taak liet zich niet opnieuw klaarzetten (${String((error as { details?: unknown }).details ?? (error as Error).message)}); een volgende uitrol gaat verder waar het bleef`,
  }));

  return {
    restart, restarted,
    async finishOpen() {
      for (const { key, processInstance, elementId } of await waitingTasks()) {
        // In het tussenmodel gaat `restart` verder. Op het echte model is wat vóór de taak begon de wachtplek, en wat erna begon de taak zelf: sleutels lopen op.
        if (stepBehind(elementId) !== undefined) continue;
        const waiting = (await reads.elementKeys(processInstance, elementId)).filter((element) => BigInt(element) < BigInt(key));
        if (waiting.length > 0) await commands.modify(processInstance, waiting, [elementId]);
        await commands.discard(key);
      }
    },
    async cleanUp() {
      for (const made of between.values()) {
        const middle = await made.catch(() => undefined);
        if (middle && !inUse.has(middle.definition)) await commands.remove(middle.definition).catch(() => undefined);
      }
    },
  };
}
