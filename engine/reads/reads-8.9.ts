import { z } from 'zod';
import type { Rest } from '../rest.ts';
import { BLADZIJDE, tijdstip, type Incident, type Instantie, type Lezen, type OpenTaak } from './reads.ts';

const sleutel = z.union([z.string(), z.number()]).transform(String);
const leegNull = z.string().nullish().transform((w) => w || null);
const taak = z.object({
  userTaskKey: sleutel, elementInstanceKey: sleutel, elementId: z.string(), name: z.string().nullish(), dueDate: tijdstip, assignee: leegNull,
  candidateGroups: z.array(z.string()).nullish(), processInstanceKey: sleutel,
});
const incident = z.object({ incidentKey: sleutel, processInstanceKey: sleutel, elementId: leegNull, errorType: z.string(), errorMessage: z.string(), creationTime: z.string() });
const instantie = z.object({
  processInstanceKey: sleutel, processDefinitionId: z.string(), processDefinitionVersion: z.number(), processDefinitionKey: sleutel, parentProcessInstanceKey: sleutel.nullish(),
});
const plek = z.object({ elementId: z.string(), type: z.string() });
const variabele = z.object({ processInstanceKey: sleutel, value: z.string() });
const bladzijde = z.object({ items: z.array(z.unknown()), page: z.object({ endCursor: z.string().nullish() }) });

/** Lezen van Camunda 8.8 en nieuwer, over `/v2/…/search`. */
export function maakLezen89(rest: Rest): Lezen {
  async function zoekAlles<T>(pad: string, filter: unknown, schema: z.ZodType<T>): Promise<T[]> {
    const uit: T[] = [];
    for (let after: string | undefined; ; ) {
      const { items, page } = bladzijde.parse(await rest('POST', pad, { filter, page: { limit: BLADZIJDE, ...(after ? { after } : {}) } }));
      uit.push(...items.map((item) => schema.parse(item)));
      if (items.length < BLADZIJDE || !page.endCursor) return uit;
      after = page.endCursor;
    }
  }

  /** De casus van elke instantie; een variabele staat in de zoekindex als JSON-tekst. */
  async function casussen(instanties: string[]): Promise<Map<string, string>> {
    const uit = new Map<string, string>();
    for (let i = 0; i < instanties.length; i += BLADZIJDE) {
      const deel = instanties.slice(i, i + BLADZIJDE);
      for (const v of await zoekAlles('/v2/variables/search', { name: 'casusId', processInstanceKey: { $in: deel } }, variabele)) {
        const waarde: unknown = JSON.parse(v.value);
        if (typeof waarde === 'string') uit.set(v.processInstanceKey, waarde);
      }
    }
    return uit;
  }

  return {
    async openTaken(): Promise<OpenTaak[]> {
      const taken = await zoekAlles('/v2/user-tasks/search', { state: 'CREATED' }, taak);
      const casusVan = await casussen([...new Set(taken.map((t) => t.processInstanceKey))]);
      return taken.map((t) => ({
        sleutel: t.userTaskKey, elementInstanceKey: t.elementInstanceKey, elementId: t.elementId, naam: t.name || t.elementId,
        casusId: casusVan.get(t.processInstanceKey) ?? null, uiterlijk: t.dueDate, assignee: t.assignee,
        groepen: t.candidateGroups ?? [], procesInstantie: t.processInstanceKey,
      }));
    },
    async incidenten(): Promise<Incident[]> {
      const gevonden = await zoekAlles('/v2/incidents/search', { state: 'ACTIVE' }, incident);
      return gevonden.map((i) => ({ sleutel: i.incidentKey, procesInstantie: i.processInstanceKey, elementId: i.elementId, soort: i.errorType, boodschap: i.errorMessage, sinds: i.creationTime }));
    },
    async instanties(): Promise<Instantie[]> {
      const gevonden = await zoekAlles('/v2/process-instances/search', { state: 'ACTIVE' }, instantie);
      return gevonden.map((i) => ({
        sleutel: i.processInstanceKey, procesId: i.processDefinitionId, versie: i.processDefinitionVersion, definitie: i.processDefinitionKey, ouder: i.parentProcessInstanceKey ?? null,
      }));
    },
    async actieveOnderdelen(procesInstantie): Promise<string[]> {
      const gevonden = await zoekAlles('/v2/element-instances/search', { processInstanceKey: procesInstantie, state: 'ACTIVE' }, plek);
      return [...new Set(gevonden.filter((p) => p.type !== 'PROCESS').map((p) => p.elementId))];
    },
    async model(definitie): Promise<string> {
      return z.string().parse(await rest('GET', `/v2/process-definitions/${encodeURIComponent(definitie)}/xml`));
    },
  };
}
