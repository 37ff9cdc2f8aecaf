import type { Rest } from './rest.ts';

/** Opdrachten voor gebruikerstaken. Over REST, want gRPC kent ze niet; op 8.6 en 8.9 gelijk. */
export interface Gebruikerstaken {
  /** Voltooit een taak met wat het formulier instuurt. */
  voltooi(sleutel: string, variabelen: Record<string, unknown>): Promise<void>;
  /** Wijst een taak toe. Heeft een ander haar al, dan gooit dit een RestFout met status 409, tenzij `overnemen`. */
  wijsToe(sleutel: string, gebruiker: string, overnemen?: boolean): Promise<void>;
}

/** De uitvoering over REST `/v2/user-tasks`. Sleutels gaan als tekst: een getal kan bij veel partities onnauwkeurig worden. */
export function maakGebruikerstaken(rest: Rest): Gebruikerstaken {
  const pad = (sleutel: string, wat: string): string => `/v2/user-tasks/${encodeURIComponent(sleutel)}/${wat}`;
  return {
    async voltooi(sleutel, variabelen) {
      await rest('POST', pad(sleutel, 'completion'), { variables: variabelen });
    },
    async wijsToe(sleutel, gebruiker, overnemen = false) {
      await rest('POST', pad(sleutel, 'assignment'), { assignee: gebruiker, allowOverride: overnemen });
    },
  };
}
