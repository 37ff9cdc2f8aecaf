import { leesModel, type Modelbestand } from '../nakijken/modellen/lezen.ts';
import type { Bestanden } from './bestanden.ts';

/** Een set bestanden verandert niet; haar modellen lezen kost een seconde, en een proef heeft ze een paar keer nodig. */
const gelezen = new WeakMap<Bestanden, Promise<Modelbestand[]>>();

/** Elk model dat te lezen is. */
export function modellenVan(bestanden: Bestanden): Promise<Modelbestand[]> {
  const eerder = gelezen.get(bestanden) ?? lees(bestanden);
  gelezen.set(bestanden, eerder);
  return eerder;
}

async function lees(bestanden: Bestanden): Promise<Modelbestand[]> {
  const modellen = await Promise.all([...bestanden].filter(([pad]) => pad.endsWith('.bpmn')).map(([pad, xml]) => leesModel(pad, xml)));
  return modellen.flatMap((g) => ('model' in g ? [g.model] : []));
}
