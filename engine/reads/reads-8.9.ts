import { z } from 'zod';
import type { Rest } from '../rest.ts';
import { makeHistory89 } from './history-8.9.ts';
import { PAGE_SIZE, firstText, key, timestamp, jobOf, type Incident, type IncidentPlace, type Instance, type Reads, type OpenTask } from './reads.ts';

const emptyToNull = z.string().nullish().transform((w) => w || null);
const task = z.object({
  userTaskKey: key, elementInstanceKey: key, elementId: z.string(), name: z.string().nullish(), dueDate: timestamp, assignee: emptyToNull,
  candidateGroups: z.array(z.string()).nullish(), processInstanceKey: key, priority: z.number().nullish(),
});
const incident = z.object({ incidentKey: key, processInstanceKey: key, errorType: z.string(), errorMessage: z.string(), creationTime: z.string(), jobKey: key.nullish() });
const incidentPlace = z.object({ processDefinitionId: emptyToNull, elementId: emptyToNull });
const instance = z.object({
  processInstanceKey: key, processDefinitionId: z.string(), processDefinitionVersion: z.number(), processDefinitionKey: key, parentProcessInstanceKey: key.nullish(),
});
const place = z.object({ elementInstanceKey: key, elementId: z.string(), type: z.string() });
const variable = z.object({ processInstanceKey: key, value: z.string() });
const bladzijde = z.object({ items: z.array(z.unknown()), page: z.object({ endCursor: z.string().nullish() }) });

/** Lezen van Camunda 8.8 en nieuwer, over `/v2/…/search`. */
export function makeReads89(rest: Rest): Reads {
  async function searchAll<T>(path: string, filter: unknown, schema: z.ZodType<T>): Promise<T[]> {
    const uit: T[] = [];
    for (let after: string | undefined; ; ) {
      const { items, page } = bladzijde.parse(await rest('POST', path, { filter, page: { limit: PAGE_SIZE, ...(after ? { after } : {}) } }));
      uit.push(...items.map((item) => schema.parse(item)));
      if (items.length < PAGE_SIZE || !page.endCursor) return uit;
      after = page.endCursor;
    }
  }

  /** De casus van elke instantie; een variabele staat in de zoekindex als JSON-tekst. */
  async function casussen(instances: string[]): Promise<Map<string, string>> {
    const uit = new Map<string, string>();
    for (let i = 0; i < instances.length; i += PAGE_SIZE) {
      const part = instances.slice(i, i + PAGE_SIZE);
      for (const v of await searchAll('/v2/variables/search', { name: 'casusId', processInstanceKey: { $in: part } }, variable)) {
        const value: unknown = JSON.parse(v.value);
        if (typeof value === 'string') uit.set(v.processInstanceKey, value);
      }
    }
    return uit;
  }

  return {
    history: makeHistory89(rest),
    async openTasks(): Promise<OpenTask[]> {
      const tasks = await searchAll('/v2/user-tasks/search', { state: 'CREATED' }, task);
      const casusVan = await casussen([...new Set(tasks.map((t) => t.processInstanceKey))]);
      return tasks.map((t) => ({
        key: t.userTaskKey, elementInstanceKey: t.elementInstanceKey, elementId: t.elementId, name: t.name || t.elementId,
        casusId: casusVan.get(t.processInstanceKey) ?? null, uiterlijk: t.dueDate, assignee: t.assignee,
        groepen: t.candidateGroups ?? [], processInstance: t.processInstanceKey, prioriteit: t.priority ?? null,
      }));
    },
    async incidents(): Promise<Incident[]> {
      const found = await searchAll('/v2/incidents/search', { state: 'ACTIVE' }, incident);
      return found.map((i) => ({ key: i.incidentKey, processInstance: i.processInstanceKey, kind: i.errorType, message: i.errorMessage, since: timestamp.parse(i.creationTime) ?? i.creationTime, job: jobOf(i.jobKey) }));
    },
    async placeOf(i): Promise<IncidentPlace> {
      const [places, numbers] = await Promise.all([
        searchAll('/v2/incidents/search', { incidentKey: i.key }, incidentPlace),
        searchAll('/v2/variables/search', { name: 'casusnummer', processInstanceKey: i.processInstance }, variable),
      ]);
      return { processId: places[0]?.processDefinitionId ?? null, elementId: places[0]?.elementId ?? null, casusnummer: firstText(numbers.map((n) => n.value)) };
    },
    async instances(): Promise<Instance[]> {
      const found = await searchAll('/v2/process-instances/search', { state: 'ACTIVE' }, instance);
      return found.map((i) => ({
        key: i.processInstanceKey, processId: i.processDefinitionId, version: i.processDefinitionVersion, definition: i.processDefinitionKey, parent: i.parentProcessInstanceKey ?? null,
      }));
    },
    async activeElements(processInstance): Promise<string[]> {
      const found = await searchAll('/v2/element-instances/search', { processInstanceKey: processInstance, state: 'ACTIVE' }, place);
      return [...new Set(found.filter((p) => p.type !== 'PROCESS').map((p) => p.elementId))];
    },
    async elementKeys(instance, elementId): Promise<string[]> {
      const found = await searchAll('/v2/element-instances/search', { processInstanceKey: instance, elementId, state: 'ACTIVE' }, place);
      return found.filter((p) => p.elementId === elementId).map((p) => p.elementInstanceKey);
    },
    async model(definition): Promise<string> {
      return z.string().parse(await rest('GET', `/v2/process-definitions/${encodeURIComponent(definition)}/xml`));
    },
  };
}
