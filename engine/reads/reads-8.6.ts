import { z } from 'zod';
import { makeHistory86 } from './history-8.6.ts';
import { PAGE_SIZE, firstText, key, timestamp, jobOf, type Incident, type IncidentPlace, type Instance, type Reads, type OpenTask } from './reads.ts';
import { makeWebappsSession } from './webapps-session.ts';

const emptyToNull = z.string().nullish().transform((w) => w || null);
const task = z.object({
  id: z.string(), name: z.string().nullish(), taskDefinitionId: z.string(), assignee: emptyToNull, dueDate: timestamp,
  candidateGroups: z.array(z.string()).nullish(), processInstanceKey: key, sortValues: z.array(z.string()), priority: z.number().nullish(),
  variables: z.array(z.object({ name: z.string(), value: z.string().nullish() })).nullish(),
});
const page = z.object({ items: z.array(z.unknown()), sortValues: z.array(z.unknown()).nullish() });
const incident = z.object({ key, processInstanceKey: key, type: z.string(), message: z.string(), creationTime: z.string(), jobKey: key.nullish() });
const instance = z.object({ key, bpmnProcessId: z.string(), processVersion: z.number(), processDefinitionKey: key, parentKey: key.nullish() });
const place = z.object({ key, flowNodeId: z.string(), incidentKey: key.nullish() });
const variable = z.object({ value: z.string() });

/** Operate 8.6.0 kent de fout van een listener niet; het is de enige soort die zij zo noemt. */
const KIND: Record<string, string> = { UNKNOWN: 'EXECUTION_LISTENER_NO_RETRIES' };

/** Lezen van Camunda 8.6: taken uit Tasklist v1, incidenten, instanties en modellen uit Operate v1. */
export function makeReads86(address: string, credentials: { user: string; password: string }): Reads {
  const request = makeWebappsSession(address, credentials);

  /** Alle bladzijden van een zoekvraag aan Operate. */
  async function searchAll<T>(path: string, filter: unknown, schema: z.ZodType<T>): Promise<T[]> {
    const uit: T[] = [];
    for (let searchAfter: unknown[] | undefined; ; ) {
      const { items, sortValues } = page.parse(await request(path, { filter, size: PAGE_SIZE, sort: [{ field: 'key', order: 'ASC' }], ...(searchAfter ? { searchAfter } : {}) }));
      uit.push(...items.map((item) => schema.parse(item)));
      if (items.length < PAGE_SIZE || !sortValues?.length) return uit;
      searchAfter = sortValues;
    }
  }

  return {
    history: makeHistory86(request),
    async openTasks(): Promise<OpenTask[]> {
      const uit: OpenTask[] = [];
      for (let searchAfter: string[] | undefined; ; ) {
        const tasks = z.array(task).parse(
          await request('/v1/tasks/search', {
            state: 'CREATED', pageSize: PAGE_SIZE, sort: [{ field: 'creationTime', order: 'ASC' }], includeVariables: [{ name: 'casusId', alwaysReturnFullValue: true }],
            ...(searchAfter ? { searchAfter } : {}),
          }),
        );
        uit.push(...tasks.map(toOpenTask));
        if (tasks.length < PAGE_SIZE) return uit;
        searchAfter = tasks.at(-1)?.sortValues;
      }
    },
    async incidents(): Promise<Incident[]> {
      const found = await searchAll('/v1/incidents/search', { state: 'ACTIVE' }, incident);
      return found.map((i) => ({ key: i.key, processInstance: i.processInstanceKey, kind: KIND[i.type] ?? i.type, message: i.message, since: timestamp.parse(i.creationTime) ?? i.creationTime, job: jobOf(i.jobKey) }));
    },
    async placeOf(i): Promise<IncidentPlace> {
      const processInstanceKey = Number(i.processInstance);
      const [instances, places, numbers] = await Promise.all([
        searchAll('/v1/process-instances/search', { key: processInstanceKey }, instance),
        searchAll('/v1/flownode-instances/search', { processInstanceKey, incident: true }, place),
        searchAll('/v1/variables/search', { processInstanceKey, name: 'casusnummer' }, variable),
      ]);
      return { processId: instances[0]?.bpmnProcessId ?? null, elementId: places.find((p) => p.incidentKey === i.key)?.flowNodeId ?? null, casusnummer: firstText(numbers.map((n) => n.value)) };
    },
    async instances(): Promise<Instance[]> {
      const found = await searchAll('/v1/process-instances/search', { state: 'ACTIVE' }, instance);
      return found.map((i) => ({ key: i.key, processId: i.bpmnProcessId, version: i.processVersion, definition: i.processDefinitionKey, parent: i.parentKey ?? null }));
    },
    async activeElements(key): Promise<string[]> {
      // Operate v1 wil een sleutel als getal. Bij hoogstens drie partities past die erin; meer partities heeft de ingebedde engine niet.
      const found = await searchAll('/v1/flownode-instances/search', { state: 'ACTIVE', processInstanceKey: Number(key) }, place);
      return [...new Set(found.map((p) => p.flowNodeId))];
    },
    async elementKeys(instance, elementId): Promise<string[]> {
      const found = await searchAll('/v1/flownode-instances/search', { state: 'ACTIVE', processInstanceKey: Number(instance), flowNodeId: elementId }, place);
      return found.filter((p) => p.flowNodeId === elementId).map((p) => p.key);
    },
    async model(definition): Promise<string> {
      return z.string().parse(await request(`/v1/process-definitions/${encodeURIComponent(definition)}/xml`));
    },
  };
}

function toOpenTask(t: z.output<typeof task>): OpenTask {
  const raw = t.variables?.find((v) => v.name === 'casusId')?.value;
  const casusId: unknown = raw ? JSON.parse(raw) : null;
  return {
    key: t.id, elementInstanceKey: t.id, elementId: t.taskDefinitionId, name: t.name || t.taskDefinitionId,
    casusId: typeof casusId === 'string' ? casusId : null, uiterlijk: t.dueDate, assignee: t.assignee,
    groepen: t.candidateGroups ?? [], processInstance: t.processInstanceKey, prioriteit: t.priority ?? null,
  };
}
