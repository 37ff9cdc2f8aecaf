import type { Rest } from './rest.ts';

/** Opdrachten voor gebruikerstaken. Over REST, want gRPC kent ze niet; op 8.6 en 8.9 gelijk. */
export interface UserTasks {
  /** Voltooit een taak met wat het formulier instuurt. */
  complete(key: string, variables: Record<string, unknown>): Promise<void>;
  /** Wijst een taak toe. Heeft een ander haar al, dan gooit dit een RestError met status 409, tenzij `overnemen`. */
  assign(key: string, user: string, takeOver?: boolean): Promise<void>;
  /** Haalt de taak van naam; de groep ziet haar weer. */
  unassign(key: string): Promise<void>;
  /** Zet een taak bij andere groepen. */
  changeGroups(key: string, groepen: readonly string[]): Promise<void>;
  /** Maakt een open taak dringender of minder dringend, van 0 tot 100. */
  changePriority(key: string, prioriteit: number): Promise<void>;
}

/** De uitvoering over REST `/v2/user-tasks`. Sleutels gaan als tekst: een getal kan bij veel partities onnauwkeurig worden. */
export function makeUserTasks(rest: Rest): UserTasks {
  const task = (key: string): string => `/v2/user-tasks/${encodeURIComponent(key)}`;
  const path = (key: string, wat: string): string => `${task(key)}/${wat}`;
  return {
    async complete(key, variables) {
      await rest('POST', path(key, 'completion'), { variables });
    },
    async assign(key, user, takeOver = false) {
      await rest('POST', path(key, 'assignment'), { assignee: user, allowOverride: takeOver });
    },
    async unassign(key) {
      await rest('DELETE', path(key, 'assignee'));
    },
    async changeGroups(key, groepen) {
      await rest('PATCH', task(key), { changeset: { candidateGroups: [...groepen] } });
    },
    async changePriority(key, prioriteit) {
      await rest('PATCH', task(key), { changeset: { priority: prioriteit } });
    },
  };
}
