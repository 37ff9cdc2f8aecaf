import type { EngineRecord } from '../../engine/records/record-receiver.ts';
import { tot } from './tools.ts';

/** Eén taak die ontstond: wanneer (performance.now), van welk element, in welke procesinstantie. */
export interface CreatedTask {
  readonly key: string;
  readonly elementId: string;
  readonly instance: string;
  readonly at: number;
}

/** Schrijft op welke taken ontstaan en welke incidenten er zijn, uit de records van de broker. */
export function makeTaskLedger() {
  const created: CreatedTask[] = [];
  const incidents: string[] = [];
  return {
    created, incidents,
    apply: ({ valueType, intent, value }: EngineRecord): void => {
      if (valueType === 'INCIDENT' && intent === 'CREATED') incidents.push(`${String(value['elementId'])}: ${String(value['errorMessage'])}`);
      if (valueType === 'USER_TASK' && intent === 'CREATED') created.push({ key: String(value['userTaskKey']), elementId: String(value['elementId']), instance: String(value['processInstanceKey']), at: performance.now() });
    },
    count: (elementId: string): number => created.filter((task) => task.elementId === elementId).length,
    /** De eerste taak na `from` (een lengte van `created`); @throws Error als zij niet binnen `ms` komt of er een incident is */
    next: async (from: number, matches: (task: CreatedTask) => boolean, ms: number): Promise<CreatedTask> => {
      const found = (): CreatedTask | undefined => created.slice(from).find(matches);
      if (!(await tot(() => found() !== undefined || incidents.length > 0, ms)) || found() === undefined) throw new Error(`No task came about. Incidents: ${incidents.slice(0, 3).join(' | ') || 'none'}`);
      return found() as CreatedTask;
    },
  };
}
