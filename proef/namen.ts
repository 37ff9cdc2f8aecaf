import type { Bestanden } from './bestanden.ts';
import { modellenVan } from './modellen.ts';
import { elementsleutel } from './opname.ts';

/** De naam van elk onderdeel op de tekening, bij `proces element`; zonder naam staat het er niet in. */
export async function namenVan(bestanden: Bestanden): Promise<ReadonlyMap<string, string>> {
  const namen = new Map<string, string>();
  for (const { naam: proces, opId } of await modellenVan(bestanden)) {
    for (const element of Object.values(opId)) if (element?.name) namen.set(elementsleutel({ proces, element: element.id }), element.name.replace(/\s+/g, ' ').trim());
  }
  return namen;
}
