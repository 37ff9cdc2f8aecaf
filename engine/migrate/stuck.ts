import type { Incident, IncidentPlace, IncidentReads } from '../reads/reads.ts';

/** Een stap die stilstaat, en waar. */
export interface Stuck {
  readonly incident: Incident;
  readonly place: IncidentPlace;
}

/**
 * Bij deze fouten was de taak nog niet klaargezet toen de engine stopte: een groep, persoon of einddatum die niet te bepalen is, of een
 * formulier dat er niet is. Zij kan dus opnieuw beginnen zonder dat iemand iets over moet doen. Bij elke andere fout kan een mens
 * de taak al hebben ingevuld.
 */
const BEFORE_TASK: ReadonlySet<string> = new Set(['EXTRACT_VALUE_ERROR', 'FORM_NOT_FOUND']);

/** Staat deze stap stil voordat haar taak er was? */
export const isBeforeTask = ({ incident }: Stuck): boolean => BEFORE_TASK.has(incident.kind);

/** Alles wat nu stilstaat, het oudste eerst. */
export async function readStuck(reads: IncidentReads): Promise<Stuck[]> {
  const incidents = [...(await reads.incidents())].sort((a, b) => a.since.localeCompare(b.since));
  const found: Stuck[] = [];
  for (const incident of incidents) found.push({ incident, place: await reads.placeOf(incident) });
  return found;
}
