import { z } from 'zod';
import { BLADZIJDE, tijdstip, type Incident, type Instantie, type Lezen, type OpenTaak } from './reads.ts';
import { maakWebappsSessie } from './webapps-session.ts';

const leegNull = z.string().nullish().transform((w) => w || null);
const sleutel = z.union([z.string(), z.number()]).transform(String);
const taak = z.object({
  id: z.string(), name: z.string().nullish(), taskDefinitionId: z.string(), assignee: leegNull, dueDate: tijdstip,
  candidateGroups: z.array(z.string()).nullish(), processInstanceKey: sleutel, sortValues: z.array(z.string()),
  variables: z.array(z.object({ name: z.string(), value: z.string().nullish() })).nullish(),
});
const bladzijde = z.object({ items: z.array(z.unknown()), sortValues: z.array(z.unknown()).nullish() });
const incident = z.object({ key: sleutel, processInstanceKey: sleutel, type: z.string(), message: z.string(), creationTime: z.string() });
const instantie = z.object({ key: sleutel, bpmnProcessId: z.string(), processVersion: z.number(), processDefinitionKey: sleutel, parentKey: sleutel.nullish() });
const plek = z.object({ flowNodeId: z.string() });

/** Lezen van Camunda 8.6: taken uit Tasklist v1, incidenten, instanties en modellen uit Operate v1. */
export function maakLezen86(adres: string, aanmelding: { gebruiker: string; wachtwoord: string }): Lezen {
  const vraag = maakWebappsSessie(adres, aanmelding);

  /** Alle bladzijden van een zoekvraag aan Operate. */
  async function zoekAlles<T>(pad: string, filter: unknown, schema: z.ZodType<T>): Promise<T[]> {
    const uit: T[] = [];
    for (let searchAfter: unknown[] | undefined; ; ) {
      const { items, sortValues } = bladzijde.parse(await vraag(pad, { filter, size: BLADZIJDE, sort: [{ field: 'key', order: 'ASC' }], ...(searchAfter ? { searchAfter } : {}) }));
      uit.push(...items.map((item) => schema.parse(item)));
      if (items.length < BLADZIJDE || !sortValues?.length) return uit;
      searchAfter = sortValues;
    }
  }

  return {
    async openTaken(): Promise<OpenTaak[]> {
      const uit: OpenTaak[] = [];
      for (let searchAfter: string[] | undefined; ; ) {
        const taken = z.array(taak).parse(
          await vraag('/v1/tasks/search', {
            state: 'CREATED', pageSize: BLADZIJDE, sort: [{ field: 'creationTime', order: 'ASC' }], includeVariables: [{ name: 'casusId', alwaysReturnFullValue: true }],
            ...(searchAfter ? { searchAfter } : {}),
          }),
        );
        uit.push(...taken.map(alsOpenTaak));
        if (taken.length < BLADZIJDE) return uit;
        searchAfter = taken.at(-1)?.sortValues;
      }
    },
    async incidenten(): Promise<Incident[]> {
      const gevonden = await zoekAlles('/v1/incidents/search', { state: 'ACTIVE' }, incident);
      return gevonden.map((i) => ({ sleutel: i.key, procesInstantie: i.processInstanceKey, elementId: null, soort: i.type, boodschap: i.message, sinds: i.creationTime }));
    },
    async instanties(): Promise<Instantie[]> {
      const gevonden = await zoekAlles('/v1/process-instances/search', { state: 'ACTIVE' }, instantie);
      return gevonden.map((i) => ({ sleutel: i.key, procesId: i.bpmnProcessId, versie: i.processVersion, definitie: i.processDefinitionKey, ouder: i.parentKey ?? null }));
    },
    async actieveOnderdelen(sleutel): Promise<string[]> {
      // Operate v1 wil een sleutel als getal. Bij hoogstens drie partities past die erin; meer partities heeft de ingebedde engine niet.
      const gevonden = await zoekAlles('/v1/flownode-instances/search', { state: 'ACTIVE', processInstanceKey: Number(sleutel) }, plek);
      return [...new Set(gevonden.map((p) => p.flowNodeId))];
    },
    async model(definitie): Promise<string> {
      return z.string().parse(await vraag(`/v1/process-definitions/${encodeURIComponent(definitie)}/xml`));
    },
  };
}

function alsOpenTaak(t: z.output<typeof taak>): OpenTaak {
  const ruw = t.variables?.find((v) => v.name === 'casusId')?.value;
  const casusId: unknown = ruw ? JSON.parse(ruw) : null;
  return {
    sleutel: t.id, elementInstanceKey: t.id, elementId: t.taskDefinitionId, naam: t.name || t.taskDefinitionId,
    casusId: typeof casusId === 'string' ? casusId : null, uiterlijk: t.dueDate, assignee: t.assignee,
    groepen: t.candidateGroups ?? [], procesInstantie: t.processInstanceKey,
  };
}
