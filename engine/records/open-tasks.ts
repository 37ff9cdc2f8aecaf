import type { OpenTaak } from '../reads/reads.ts';
import type { Enginebeeld } from './engine-view.ts';

/**
 * De open taken zoals de leeskant van de engine ze geeft, hier uit haar records: voor procestests zonder Tasklist, en voor
 * de demo, waar Tasklist pas bijleest als de klok weer gewoon loopt.
 */
export function openTaken(beeld: Enginebeeld, naamVan: (elementId: string) => string = (id) => id): OpenTaak[] {
  return [...beeld.taken.values()].map((taak) => ({
    sleutel: taak.sleutel,
    elementInstanceKey: taak.elementInstantie,
    elementId: taak.elementId,
    naam: naamVan(taak.elementId),
    casusId: (beeld.variabele('casusId', taak.instantie) as string | null | undefined) ?? null,
    uiterlijk: taak.uiterlijk || null,
    assignee: taak.toegewezen || null,
    groepen: taak.groepen,
  }));
}
