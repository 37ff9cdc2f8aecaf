import { eigenschap } from '../nakijken/modellen/element.ts';
import type { Bestanden } from './bestanden.ts';
import { modellenVan } from './modellen.ts';

/** De eerste stap van elke taak, zoals een scenario haar noemt, op element-id. */
export async function stappenIn(bestanden: Bestanden): Promise<ReadonlyMap<string, { readonly stap: string }>> {
  const taken = (await modellenVan(bestanden)).flatMap(({ boom }) => boom.elements('bpmn:UserTask'));
  return new Map(taken.map((taak) => [taak.id, { stap: eigenschap(taak, 'stap')?.split(' ')[0] ?? taak.id }]));
}
