import { z } from 'zod';
import type { Rest } from '../rest.ts';
import { HISTORY_PAGE, collect, type HistoryInstance, type HistoryReads, type Visit } from './history.ts';
import { key, moment } from './reads.ts';

const visit = z.object({
  elementInstanceKey: key, elementId: z.string(), type: z.string(), processInstanceKey: key, processDefinitionKey: key, startDate: moment, endDate: moment.nullish(), state: z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']),
});
const instance = z.object({ processInstanceKey: key, processDefinitionId: z.string(), startDate: moment, parentProcessInstanceKey: key.nullish(), parentElementInstanceKey: key.nullish() });
const definition = z.object({ processDefinitionKey: key, processDefinitionId: z.string(), version: z.number() });
const variable = z.object({ processInstanceKey: key, scopeKey: key, value: z.string() });
const page = z.object({ items: z.array(z.unknown()), page: z.object({ endCursor: z.string().nullish() }) });

/** Zoveel sleutels in één vraag. */
const KEYS = 100;

/**
 * De geschiedenis van Camunda 8.8 en nieuwer, over `/v2/…/search`. Bladeren gaat alleen met de cursor: totalen houden op bij
 * tienduizend. Nooit op einddatum sorteren: zij is leeg bij wat openstaat, en een cursor met niets erin geeft een fout of
 * een lus. Het bezoek van het proces zelf (`PROCESS`) hoort er niet bij: dat is geen element.
 */
export function makeHistory89(rest: Rest): HistoryReads {
  async function* pages<T>(path: string, schema: z.ZodType<T>, sort: string[], filter: Record<string, unknown> = {}): AsyncGenerator<T[]> {
    for (let after: string | undefined; ; ) {
      const { items, page: { endCursor } } = page.parse(await rest('POST', path, { filter, sort: sort.map((field) => ({ field, order: 'ASC' })), page: { limit: HISTORY_PAGE, ...(after ? { after } : {}) } }));
      if (items.length > 0) yield items.map((item) => schema.parse(item));
      // Een cursor die niet opschuift zou eeuwig dezelfde bladzijde geven.
      if (items.length < HISTORY_PAGE || !endCursor || endCursor === after) return;
      after = endCursor;
    }
  }
  async function* visits(sort: string[], filter: Record<string, unknown>): AsyncGenerator<Visit[]> {
    for await (const part of pages('/v2/element-instances/search', visit, sort, filter)) yield part.filter((v) => v.type !== 'PROCESS').map(toVisit);
  }
  async function* instances(sort: string[], filter: Record<string, unknown>): AsyncGenerator<HistoryInstance[]> {
    for await (const part of pages('/v2/process-instances/search', instance, sort, filter)) yield part.map(toInstance);
  }
  async function inGroups<T>(keys: readonly string[], read: (group: string[]) => Promise<T[]>): Promise<T[]> {
    const uit: T[] = [];
    for (let i = 0; i < keys.length; i += KEYS) uit.push(...(await read(keys.slice(i, i + KEYS))));
    return uit;
  }

  return {
    visitsStarted: (from) => visits(['startDate', 'elementInstanceKey'], { startDate: { $gte: from.toISOString() } }),
    visitsEnded: (from, until) => visits(['elementInstanceKey'], { endDate: { $gte: from.toISOString(), $lt: until.toISOString() } }),
    visitsOpen: () => visits(['elementInstanceKey'], { state: 'ACTIVE' }),
    // Zonder filter op een toestand: de elementfilter krijgt er anders ACTIVE bij (camunda#60178), en die leest per toestand.
    async visitsOf(processInstanceKey) {
      const found: Visit[] = [];
      for (const state of ['ACTIVE', 'COMPLETED', 'TERMINATED']) found.push(...(await collect(visits(['elementInstanceKey'], { processInstanceKey, state }))));
      return found;
    },
    instancesStarted: (from) => instances(['startDate', 'processInstanceKey'], { startDate: { $gte: from.toISOString() } }),
    instancesByKey: (keys) => inGroups(keys, (group) => collect(instances(['processInstanceKey'], { processInstanceKey: { $in: group } }))),
    running: async (keys) => new Set((await inGroups(keys, (group) => collect(instances(['processInstanceKey'], { processInstanceKey: { $in: group }, state: 'ACTIVE' })))).map((i) => i.key)),
    async *instancesCancelled(from) {
      for await (const part of instances(['processInstanceKey'], { state: 'TERMINATED', endDate: { $gte: from.toISOString() } })) yield part.map((i) => i.key);
    },
    async definitions() {
      const found = await collect(pages('/v2/process-definitions/search', definition, ['processDefinitionKey']));
      return found.map((d) => ({ key: d.processDefinitionKey, processId: d.processDefinitionId, version: d.version }));
    },
    async casusOf(keys) {
      const found = await inGroups(keys, (group) => collect(pages('/v2/variables/search', variable, ['variableKey'], { name: 'casusId', processInstanceKey: { $in: group } })));
      return new Map(found.filter((v) => v.scopeKey === v.processInstanceKey).flatMap((v): [string, string][] => {
        const value: unknown = JSON.parse(v.value);
        return typeof value === 'string' ? [[v.processInstanceKey, value]] : [];
      }));
    },
  };
}

const toVisit = (v: z.output<typeof visit>): Visit => ({
  key: v.elementInstanceKey, elementId: v.elementId, type: v.type, instance: v.processInstanceKey, definition: v.processDefinitionKey, start: v.startDate, end: v.endDate ?? null, state: v.state,
});
const toInstance = (i: z.output<typeof instance>): HistoryInstance => ({
  key: i.processInstanceKey, processId: i.processDefinitionId, start: i.startDate, parent: i.parentProcessInstanceKey ?? null, parentVisit: i.parentElementInstanceKey ?? null,
});
