import type { OpenTask } from '../reads/reads.ts';
import type { EngineView } from './engine-view.ts';

/**
 * De open taken zoals de leeskant van de engine ze geeft, hier uit haar records: voor procestests zonder Tasklist, en voor
 * de demo, waar Tasklist pas bijleest als de klok weer gewoon loopt.
 */
export function openTasks(view: EngineView, naamVan: (elementId: string) => string = (id) => id): OpenTask[] {
  return [...view.tasks.values()].map((task) => ({
    key: task.key,
    processInstance: task.instance,
    elementInstanceKey: task.elementInstance,
    elementId: task.elementId,
    name: naamVan(task.elementId),
    casusId: (view.variable('casusId', task.instance) as string | null | undefined) ?? null,
    uiterlijk: task.uiterlijk || null,
    assignee: task.assignee || null,
    groepen: task.groepen,
    prioriteit: task.prioriteit,
  }));
}
