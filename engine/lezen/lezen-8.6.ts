import { z } from 'zod';
import { BLADZIJDE, tijdstip, type Incident, type Lezen, type OpenTaak } from './lezen.ts';
import { maakWebappsSessie } from './webapps-sessie.ts';

const leegNull = z.string().nullish().transform((w) => w || null);
const sleutel = z.union([z.string(), z.number()]).transform(String);
const taak = z.object({
  id: z.string(), name: z.string().nullish(), taskDefinitionId: z.string(), assignee: leegNull, dueDate: tijdstip,
  candidateGroups: z.array(z.string()).nullish(), processInstanceKey: sleutel, sortValues: z.array(z.string()),
  variables: z.array(z.object({ name: z.string(), value: z.string().nullish() })).nullish(),
});
const incidenten = z.object({
  items: z.array(z.object({ key: sleutel, processInstanceKey: sleutel, type: z.string(), message: z.string(), creationTime: z.string() })),
  sortValues: z.array(z.unknown()).nullish(),
});

/** Lezen van Camunda 8.6: taken uit Tasklist v1 en incidenten uit Operate v1. */
export function maakLezen86(adres: string, aanmelding: { gebruiker: string; wachtwoord: string }): Lezen {
  const vraag = maakWebappsSessie(adres, aanmelding);
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
      const uit: Incident[] = [];
      for (let searchAfter: unknown[] | undefined; ; ) {
        const { items, sortValues } = incidenten.parse(
          await vraag('/v1/incidents/search', { filter: { state: 'ACTIVE' }, size: BLADZIJDE, sort: [{ field: 'key', order: 'ASC' }], ...(searchAfter ? { searchAfter } : {}) }),
        );
        uit.push(...items.map((i) => ({ sleutel: i.key, procesInstantie: i.processInstanceKey, elementId: null, soort: i.type, boodschap: i.message, sinds: i.creationTime })));
        if (items.length < BLADZIJDE || !sortValues?.length) return uit;
        searchAfter = sortValues;
      }
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
