import type { Instance, InstanceReads } from '../reads/reads.ts';
import type { ModelFile, Deployed } from '../deploy.ts';
import { processBehind } from './between-model.ts';
import { readModel, type Model } from './model.ts';
import type { Migrate, Refusal } from './migrate-command.ts';
import { canMoveFromAnywhere, makePlan, type Mapping, type Plan } from './plan.ts';
import type { Restart } from './restart-task.ts';

/** Hoeveel casussen tegelijk; meer maakt de engine niet sneller en de zoekkant wel trager. */
const CONCURRENCY = 8;

/** Hoe het één lopende casus verging. `deels`: de engine weigerde een aangeroepen proces nadat de route al over was. */
export interface MigrateOutcome {
  /** Sleutel van de procesinstantie van de route. */
  readonly casus: string;
  readonly wat: 'mee' | 'deels' | 'blijft';
  readonly reasons: readonly string[];
}

/**
 * Neemt lopende casussen mee naar de modellen die net zijn uitgerold. Een casus gaat met alles wat zij aanriep mee, of
 * blijft in haar geheel: een oude route verwacht de uitkomsten van oude deelprocessen. Herhalen mag: wat al op de
 * nieuwste versie loopt wordt overgeslagen. Een weigering houdt de andere casussen niet tegen.
 * @param options.restart laat een taak die stilstaat opnieuw beginnen als de engine haar niet overzet; zonder blijft zo'n casus
 */
export async function migrateRunning(options: {
  reads: InstanceReads; migrate: Migrate; deployed: readonly Deployed[]; files: readonly ModelFile[]; restart?: Restart;
}): Promise<MigrateOutcome[]> {
  const { reads, migrate, files, restart } = options;
  const newest = new Map(options.deployed.filter((u) => u.kind === 'proces').map((u) => [u.id, u]));
  const isBetween = (i: Instance): boolean => restart !== undefined && newest.has(processBehind(i.processId) ?? '');
  const isBehind = (i: Instance): boolean => isBetween(i) || i.version < (newest.get(i.processId)?.version ?? 0);
  const xml = (id: string): string => String(files.find(({ name }) => name === `${id}.bpmn`)?.content);
  const oude = memoize(async (definition) => readModel(await reads.model(definition)));
  const nieuwe = memoize((id) => readModel(xml(id)));

  async function plan(i: Instance): Promise<Plan> {
    if (isBetween(i)) return { mappings: [] };
    const [oud, nieuw] = await Promise.all([oude(i.definition), nieuwe(i.processId)]);
    return makePlan(oud, nieuw, canMoveFromAnywhere(oud, nieuw) ? [] : await reads.activeElements(i.key));
  }

  async function over(i: Instance, mappings: readonly Mapping[]): Promise<undefined | 'weg' | Refusal> {
    const id = processBehind(i.processId) ?? i.processId;
    const definition = newest.get(id)!.key;
    const response = isBetween(i) ? undefined : await migrate(i.key, definition, mappings);
    const stands = isBetween(i) || (typeof response === 'object' && response.taskNotOpen === true);
    const again = stands && restart ? await restart(i, { definition, xml: xml(id) }, mappings) : 'niet nodig';
    return again === 'niet nodig' ? response : again;
  }

  async function carry(casus: string, instances: readonly Instance[]): Promise<MigrateOutcome | undefined> {
    const plans = await Promise.all(instances.map(async (i) => ({ i, plan: await plan(i) })));
    const reasons = plans.flatMap(({ plan: p }) => ('refusals' in p ? p.refusals : []));
    if (reasons.length > 0) return { casus, wat: 'blijft', reasons };
    let mee = 0;
    for (const { i, plan: p } of plans) {
      const response = await over(i, 'mappings' in p ? p.mappings : []);
      if (typeof response === 'object') return { casus, wat: mee > 0 ? 'deels' : 'blijft', reasons: [response.geweigerd] };
      if (response === undefined) mee += 1;
    }
    return mee > 0 ? { casus, wat: 'mee', reasons: [] } : undefined;
  }

  const uit: MigrateOutcome[] = [];
  const rij = [...perCasus(await reads.instances())].map(([casus, alle]) => ({ casus, achter: alle.filter(isBehind) })).filter(({ achter: behind }) => behind.length > 0);
  const work = async (): Promise<void> => {
    for (let next = rij.shift(); next; next = rij.shift()) {
      const { casus, achter: behind } = next;
      const outcome = await carry(casus, behind).catch((error: unknown): MigrateOutcome => ({ casus, wat: 'blijft', reasons: [`zij is niet te lezen: ${(error as Error).message}`] }));
      if (outcome) uit.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return uit;
}

/** De route waar een instantie bij hoort: zij zelf als niemand haar aanriep. */
export function rootOf(key: string, instances: readonly Instance[]): string {
  const known = new Map(instances.map((i) => [i.key, i.parent]));
  let root = key;
  for (let parent = known.get(root); parent && known.has(parent); parent = known.get(root)) root = parent;
  return root;
}

/** Groepeert instanties bij de route waar zij bij horen, de route voorop: weigert de engine haar, dan is er nog niets verplaatst. */
function perCasus(instances: readonly Instance[]): Map<string, Instance[]> {
  const known = new Map(instances.map((i) => [i.key, i]));
  const lijn = (i: Instance): string[] => (i.parent !== null && known.has(i.parent) ? [...lijn(known.get(i.parent)!), i.key] : [i.key]);
  const uit = new Map<string, Instance[]>();
  for (const { i, pad: path } of instances.map((i) => ({ i, pad: lijn(i) })).sort((a, b) => a.pad.length - b.pad.length)) {
    const casus = path[0] as string;
    uit.set(casus, [...(uit.get(casus) ?? []), i]);
  }
  return uit;
}

/** Leest elk model één keer, ook als honderd casussen erop lopen. */
function memoize(read: (key: string) => Promise<Model>): (key: string) => Promise<Model> {
  const known = new Map<string, Promise<Model>>();
  return (key) => {
    if (!known.has(key)) known.set(key, read(key));
    return known.get(key)!;
  };
}
