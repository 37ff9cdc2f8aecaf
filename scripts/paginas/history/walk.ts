import type { BronInstantie, Visit } from '../../../domein/geschiedenis/bron.ts';
import type { Chances } from './chances.ts';
import { kind, readProcess, trigger, type Flow, type Node, type ProcessModel } from './model.ts';

type Editable<T> = { -readonly [K in keyof T]: T[K] };
interface Scope { readonly container: Node; readonly model: ProcessModel; readonly instance: BronInstantie; readonly open: Map<Editable<Visit>, Scope | undefined>; readonly joins: Map<string, number>; done: (at: number) => void; dead: boolean }

export interface Recorded { readonly visits: Visit[]; readonly instances: BronInstantie[] }
export interface WalkOptions {
  /** Het proces dat een variabele kiest, zoals de route. */
  readonly called: (expression: string) => string | undefined;
  /** De termijn van een stap in kalenderdagen. */
  readonly norm: (steps: readonly string[]) => number | undefined;
  /** Wanneer werk klaar is dat op dit moment klaar zou zijn: mensen werken op schooldagen. */
  readonly workday: (at: number) => number;
  readonly chances: Chances;
  readonly key: () => string;
  readonly definition: (processId: string, at: number) => string;
  readonly until: number;
  /** Wat niet in de geschiedenis hoeft. */
  readonly quiet: (processId: string, at: number) => boolean;
}

/**
 * Loopt één casus door de echte modellen, zoals de engine het zou doen: splitsen, samenkomen, aanroepen, randgebeurtenissen en
 * eindes die de rest afbreken. Wat op `until` nog loopt blijft open.
 * @returns wanneer het frame klaar was, of niets
 */
export async function walk(processId: string, start: number, record: Recorded, o: WalkOptions): Promise<number | undefined> {
  const queue: { at: number; nr: number; run: () => void | Promise<void> }[] = [];
  let nr = 0;
  const plan = (at: number, run: () => void | Promise<void>): void => void queue.push({ at, nr: nr++, run });
  let ended: number | undefined;

  async function call(id: string, at: number, parent: Visit | undefined, done: (at: number) => void): Promise<Scope | undefined> {
    const model = await readProcess(id);
    if (!model.root) return void done(at);
    const instance: BronInstantie = { key: o.key(), processId: id, start: new Date(at), parent: parent?.instance ?? null, parentVisit: parent?.key ?? null };
    record.instances.push(instance);
    return begin({ container: model.root, model, instance, done }, at);
  }

  function begin(made: Pick<Scope, 'container' | 'model' | 'instance' | 'done'>, at: number): Scope {
    const scope: Scope = { ...made, open: new Map(), joins: new Map(), dead: false };
    const inside = scope.container.flowElements ?? [];
    const first = inside.find((n) => kind(n) === 'StartEvent')!;
    for (const sub of inside.filter((n) => n.triggeredByEvent)) {
      const after = o.chances.happens(sub);
      if (after !== undefined) plan(at + after, () => { if (!scope.dead && scope.open.size > 0) enter(scope, sub, at + after); });
    }
    enter(scope, first, at);
    return scope;
  }

  function visit(scope: Scope, node: Node, at: number): Editable<Visit> {
    const type = node.triggeredByEvent ? 'EVENT_SUB_PROCESS' : kind(node).replace(/(?<!^)([A-Z])/g, '_$1').toUpperCase();
    const made: Editable<Visit> = { key: o.key(), elementId: node.id, type, instance: scope.instance.key, definition: o.definition(scope.instance.processId, at), start: new Date(at), end: null, state: 'ACTIVE' };
    if (!o.quiet(scope.instance.processId, at)) record.visits.push(made);
    scope.open.set(made, undefined);
    return made;
  }

  function enter(scope: Scope, node: Node, at: number): void {
    const inward = (node.incoming ?? []).length;
    if (kind(node) === 'ParallelGateway' && inward > 1) {
      const arrived = (scope.joins.get(node.id) ?? 0) + 1;
      scope.joins.set(node.id, arrived % inward);
      if (arrived < inward) return settle(scope, at);
    }
    const made = visit(scope, node, at);
    for (const edge of scope.model.boundary(node.id)) {
      const after = o.chances.happens(edge);
      if (after === undefined) continue;
      plan(at + after, () => {
        if (!scope.open.has(made)) return;
        if (edge.cancelActivity !== false) end(scope, made, at + after, 'TERMINATED');
        const event = visit(scope, edge, at + after);
        leave(scope, edge, event, at + after);
      });
    }
    const after = (t: number): void => plan(t, () => { if (scope.open.has(made)) leave(scope, node, made, t); });
    if (kind(node) === 'SubProcess') {
      const inner = begin({ container: node, model: scope.model, instance: scope.instance, done: (t) => { if (scope.open.has(made)) leave(scope, node, made, t); } }, at);
      scope.open.set(made, inner);
    } else if (kind(node) === 'CallActivity') {
      const asked = node.extensionElements?.values?.find((v) => v.$type === 'zeebe:CalledElement')?.processId ?? '';
      const id = asked.startsWith('=') ? o.called(asked) : asked;
      if (id === undefined) return after(at);
      plan(at, async () => {
        const inner = await call(id, at, made, (t) => { if (scope.open.has(made)) leave(scope, node, made, t); });
        if (inner && scope.open.has(made)) scope.open.set(made, inner);
      });
    } else {
      const lasts = o.chances.lasts(node, o.norm(scope.model.step(node.id)));
      after(kind(node) === 'UserTask' ? Math.max(at, o.workday(at + lasts)) : at + lasts);
    }
  }

  function leave(scope: Scope, node: Node, made: Editable<Visit>, at: number): void {
    if (kind(node) === 'EndEvent' && trigger(node) === 'Terminate') stop(scope, at, made);
    end(scope, made, at, 'COMPLETED');
    for (const flow of next(node)) enter(scope, flow.targetRef, at);
    settle(scope, at);
  }

  function next(node: Node): readonly Flow[] {
    const flows = node.outgoing ?? [];
    if (flows.length < 2) return flows;
    if (kind(node) === 'ExclusiveGateway' || kind(node) === 'InclusiveGateway') return [o.chances.choose(node)];
    return kind(node) === 'EventBasedGateway' ? [o.chances.oneOf(flows)] : flows;
  }

  function end(scope: Scope, made: Editable<Visit>, at: number, state: 'COMPLETED' | 'TERMINATED'): void {
    const inner = scope.open.get(made);
    scope.open.delete(made);
    if (inner && !inner.dead) stop(inner, at);
    Object.assign(made, { end: new Date(at), state });
  }

  function stop(scope: Scope, at: number, except?: Visit): void {
    if (except === undefined) scope.dead = true;
    for (const made of [...scope.open.keys()]) if (made !== except) end(scope, made, at, 'TERMINATED');
  }

  function settle(scope: Scope, at: number): void {
    if (scope.dead || scope.open.size > 0) return;
    scope.dead = true;
    scope.done(at);
  }

  await call(processId, start, undefined, (at) => { ended = at; });
  while (queue.length > 0) {
    const first = queue.reduce((a, b) => (b.at < a.at || (b.at === a.at && b.nr < a.nr) ? b : a));
    if (first.at > o.until) break;
    queue.splice(queue.indexOf(first), 1);
    await first.run();
  }
  return ended;
}
