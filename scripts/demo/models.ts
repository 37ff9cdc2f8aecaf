import { readdirSync, readFileSync } from 'node:fs';

const DIR = new URL('../../bpmn/', import.meta.url);

/** Wat er van een gebruikerstaak in de modellen staat: haar naam en haar formulier. */
export interface Stap {
  readonly naam: string;
  readonly formulier: string;
}

/** Leest van elke gebruikerstaak naam en formulier uit de modellen, zodat de demo geen eigen lijst bijhoudt. */
export function readSteps(): ReadonlyMap<string, Stap> {
  const stappen = new Map<string, Stap>();
  for (const file of readdirSync(DIR).filter((naam) => naam.endsWith('.bpmn'))) {
    for (const [, kop, inhoud] of readFileSync(new URL(file, DIR), 'utf8').matchAll(/<bpmn:userTask ([^>]*)>(.*?)<\/bpmn:userTask>/gs)) {
      const id = /\bid="([^"]+)"/.exec(kop ?? '')?.[1];
      const formulier = /formId="([^"]+)"/.exec(inhoud ?? '')?.[1];
      if (id && formulier) stappen.set(id, { naam: (/\bname="([^"]+)"/.exec(kop ?? '')?.[1] ?? id).replaceAll('&#10;', ' '), formulier });
    }
  }
  return stappen;
}
