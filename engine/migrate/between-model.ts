import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import type { ModelFile } from '../deploy.ts';

/** Achter de naam van een proces: het tussenmodel waar een casus even op staat terwijl haar taak opnieuw begint. */
const PROCESS_SUFFIX = '-herstel';
/** Achter het id van een taak: de plek in het tussenmodel waar de casus even wacht. */
const WAIT_SUFFIX = '_herstel';
/** De groep van een wachtplek. Zo is zij te herkennen als er tussen overzetten en opnieuw beginnen iets wegviel. */
export const WAITING = 'herstel';

interface Element {
  $type: string;
  id: string;
  name?: string;
  flowElements?: Element[];
  rootElements?: Element[];
  eventDefinitions?: unknown[] | undefined;
  extensionElements?: unknown;
  $parent?: Element;
}

/** Wat wij van bpmn-moddle gebruiken; haar typen noemen alleen het lezen. */
interface Moddle {
  fromXML(xml: string): Promise<{ rootElement: Element }>;
  create(type: string, properties: object): Element;
  toXML(root: Element, options: { format: boolean }): Promise<{ xml: string }>;
}

/** Het proces waar een tussenmodel bij hoort; niets voor een gewoon proces. */
export const processBehind = (processId: string): string | undefined => (processId.endsWith(PROCESS_SUFFIX) ? processId.slice(0, -PROCESS_SUFFIX.length) : undefined);

/** De wachtplek van een taak in het tussenmodel. */
export const waitPlace = (step: string): string => `${step}${WAIT_SUFFIX}`;

/** De taak bij een wachtplek; niets als dit geen wachtplek is. */
export const stepBehind = (elementId: string): string | undefined => (elementId.endsWith(WAIT_SUFFIX) ? elementId.slice(0, -WAIT_SUFFIX.length) : undefined);

/**
 * Maakt het tussenmodel. De engine zet een casus niet over zolang zij op een taak staat die nog niet is klaargezet: voor haar is
 * dat een ander soort taak ("job worker" in plaats van "zeebe user task"). In het tussenmodel is de taak daarom van dat soort, en
 * staat er een lege taak naast die wél mee kan naar het echte model. Verder is het gelijk aan het nieuwe model, zodat lopende
 * wachttijden en berichten mee kunnen. Het start nooit vanzelf.
 * @param xml het nieuwe model
 * @param steps ids van de taken die opnieuw moeten beginnen
 * @throws Error als een van de taken niet in het model staat
 */
export async function betweenModel(xml: string, steps: readonly string[]): Promise<ModelFile> {
  const moddle = new BpmnModdle({ zeebe }) as unknown as Moddle;
  const { rootElement } = await moddle.fromXML(xml);
  const process = rootElement.rootElements?.find(({ $type }) => $type === 'bpmn:Process');
  if (!process) throw new Error('In het model staat geen proces.');
  const all = everything(process);
  for (const step of steps) {
    const task = all.find(({ id }) => id === step);
    if (!task?.$parent?.flowElements) throw new Error(`De taak ${step} staat niet in het model.`);
    task.extensionElements = undefined;
    const wait = moddle.create('bpmn:UserTask', {
      id: waitPlace(step), name: `${task.name ?? step} (wordt opnieuw klaargezet)`,
      extensionElements: moddle.create('bpmn:ExtensionElements', { values: [moddle.create('zeebe:UserTask', {}), moddle.create('zeebe:AssignmentDefinition', { candidateGroups: WAITING })] }),
    });
    wait.$parent = task.$parent;
    task.$parent.flowElements.push(wait);
  }
  for (const start of process.flowElements ?? []) if (start.$type === 'bpmn:StartEvent') start.eventDefinitions = undefined;
  process.id = `${process.id}${PROCESS_SUFFIX}`;
  const { xml: content } = await moddle.toXML(rootElement, { format: true });
  return { name: `${process.id}.bpmn`, content: Buffer.from(content) };
}

const everything = (element: Element): Element[] => (element.flowElements ?? []).flatMap((child) => [child, ...everything(child)]);
