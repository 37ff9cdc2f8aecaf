import type { Enginebeeld } from '../../../engine/records/beeld.ts';
import type { OpenTaak } from '../../../engine/lezen/lezen.ts';

/** De open taken zoals de leeskant van de engine ze geeft, hier uit de records van de testbroker. */
export function openTaken(beeld: Enginebeeld): OpenTaak[] {
  return [...beeld.taken.values()].map((taak) => ({
    sleutel: taak.sleutel,
    elementInstanceKey: taak.elementInstantie,
    elementId: taak.elementId,
    naam: taak.elementId,
    casusId: (beeld.variabele('casusId', taak.instantie) as string | null | undefined) ?? null,
    uiterlijk: taak.uiterlijk || null,
    assignee: taak.toegewezen || null,
    groepen: taak.groepen,
  }));
}
