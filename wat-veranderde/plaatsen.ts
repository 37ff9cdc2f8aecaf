import type { InstanceReads, TaskReads } from '../engine/reads/reads.ts';
import type { GeraakteStap, Plaats } from './geraakt.ts';

/** Wat van de leeskant van de engine nodig is om te weten waar een casus staat. */
export type Plaatslezer = Pick<TaskReads & InstanceReads, 'openTasks' | 'instances' | 'activeElements'>;

/** Hoeveel instanties tegelijk worden nagevraagd. */
const TEGELIJK = 8;

/**
 * Waar de lopende casussen nu staan, voor zover dat voor deze stappen nodig is. De takenlijst zegt het in een paar vragen; is er een
 * stap bij die geen taak is, dan wordt het per casus nagevraagd.
 */
export async function plaatsenVoor(stappen: readonly GeraakteStap[], reads: Plaatslezer): Promise<Plaats[]> {
  if (stappen.length === 0) return [];
  // Eén van beide: een casus heet in de takenlijst anders dan bij Operate, en zou anders twee keer tellen.
  if (stappen.every(({ taak }) => taak)) return (await reads.openTasks()).map((taak) => ({ casus: taak.casusId ?? taak.processInstance ?? taak.key, element: taak.elementId }));
  const plaatsen: Plaats[] = [];
  const processen = new Set(stappen.map(({ proces }) => proces));
  const alle = await reads.instances();
  const ouder = new Map(alle.map(({ key, parent }) => [key, parent]));
  const casusVan = (key: string): string => { const boven = ouder.get(key); return boven === null || boven === undefined || !ouder.has(boven) ? key : casusVan(boven); };
  const rij = alle.filter(({ processId }) => processen.has(processId));
  const werk = async (): Promise<void> => {
    for (let volgende = rij.shift(); volgende; volgende = rij.shift()) {
      const { key } = volgende;
      plaatsen.push(...(await reads.activeElements(key)).map((element) => ({ casus: casusVan(key), element })));
    }
  };
  await Promise.all(Array.from({ length: TEGELIJK }, werk));
  return plaatsen;
}
