import { z } from 'zod';
import { HISTORY_PAGE, collect, type Definition, type HistoryInstance, type HistoryReads, type Visit } from './history.ts';
import { key, moment } from './reads.ts';

const visit = z.object({
  key, flowNodeId: z.string(), type: z.string(), processInstanceKey: key, processDefinitionKey: key, startDate: moment, endDate: moment.nullish(), state: z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']),
});
const instance = z.object({ key, bpmnProcessId: z.string(), startDate: moment, parentKey: key.nullish(), parentFlowNodeInstanceKey: key.nullish() });
const definition = z.object({ key, bpmnProcessId: z.string(), version: z.number() });
const variable = z.object({ processInstanceKey: key, scopeKey: key, value: z.string() });
const page = z.object({ items: z.array(z.unknown()), sortValues: z.array(z.unknown()).nullish() });

interface Question {
  readonly filter?: Record<string, unknown>;
  readonly sort: 'key' | 'startDate' | 'endDate';
  /** Begin hier: alleen wat op of na dit moment komt. */
  readonly from?: Date;
}

/**
 * De geschiedenis uit Operate 8.6 v1. Zij kent geen filter op een tijdvak, maar wel een beginpunt: op tijd sorteren en
 * `searchAfter` net voor dat moment zetten. Een sleutel is daar een getal; bij hoogstens drie partities past dat.
 */
export function makeHistory86(request: (path: string, content: unknown) => Promise<unknown>): HistoryReads {
  async function* pages<T>(path: string, schema: z.ZodType<T>, { filter, sort, from }: Question): AsyncGenerator<T[]> {
    const order = [{ field: sort, order: 'ASC' }];
    for (let searchAfter: unknown[] | undefined = from && [from.getTime() - 1, 0]; ; ) {
      const { items, sortValues } = page.parse(await request(path, { ...(filter ? { filter } : {}), size: HISTORY_PAGE, sort: order, ...(searchAfter ? { searchAfter } : {}) }));
      if (items.length > 0) yield items.map((item) => schema.parse(item));
      if (items.length < HISTORY_PAGE || !sortValues?.length) return;
      searchAfter = sortValues;
    }
  }
  async function* mapped<A, B>(parts: AsyncIterable<readonly A[]>, change: (item: A) => B): AsyncGenerator<B[]> {
    for await (const part of parts) yield part.map(change);
  }
  const visits = (question: Question): AsyncGenerator<Visit[]> => mapped(pages('/v1/flownode-instances/search', visit, question), toVisit);
  const instances = (question: Question): AsyncGenerator<HistoryInstance[]> => mapped(pages('/v1/process-instances/search', instance, question), toInstance);

  return {
    visitsStarted: (from) => visits({ sort: 'startDate', from }),
    async *visitsEnded(from, until) {
      for (const state of ['COMPLETED', 'TERMINATED']) {
        for await (const part of visits({ filter: { state }, sort: 'endDate', from })) {
          yield part;
          if (part.at(-1)!.end! >= until) break;
        }
      }
    },
    visitsOpen: () => visits({ filter: { state: 'ACTIVE' }, sort: 'key' }),
    visitsOf: (processInstance) => collect(visits({ filter: { processInstanceKey: Number(processInstance) }, sort: 'key' })),
    instancesStarted: (from) => instances({ sort: 'startDate', from }),
    async instancesByKey(keys) {
      const found: HistoryInstance[] = [];
      for (const one of keys) found.push(...(await collect(instances({ filter: { key: Number(one) }, sort: 'key' }))));
      return found;
    },
    async running(keys) {
      const found = new Set<string>();
      for (const one of keys) for (const i of await collect(instances({ filter: { key: Number(one), state: 'ACTIVE' }, sort: 'key' }))) found.add(i.key);
      return found;
    },
    instancesCancelled: (from) => mapped(instances({ filter: { state: 'CANCELED' }, sort: 'endDate', from }), (i) => i.key),
    definitions: () => collect(mapped(pages('/v1/process-definitions/search', definition, { sort: 'key' }), (d): Definition => ({ key: d.key, processId: d.bpmnProcessId, version: d.version }))),
    async casusOf(keys) {
      const found = new Map<string, string>();
      for (const one of keys) {
        for (const v of await collect(pages('/v1/variables/search', variable, { filter: { processInstanceKey: Number(one), name: 'casusId' }, sort: 'key' }))) {
          const value: unknown = JSON.parse(v.value);
          if (v.scopeKey === one && typeof value === 'string') found.set(one, value);
        }
      }
      return found;
    },
  };
}

const toVisit = (v: z.output<typeof visit>): Visit => ({
  key: v.key, elementId: v.flowNodeId, type: v.type, instance: v.processInstanceKey, definition: v.processDefinitionKey, start: v.startDate, end: v.endDate ?? null, state: v.state,
});
const toInstance = (i: z.output<typeof instance>): HistoryInstance => ({
  key: i.key, processId: i.bpmnProcessId, start: i.startDate, parent: i.parentKey ?? null, parentVisit: i.parentFlowNodeInstanceKey ?? null,
});
