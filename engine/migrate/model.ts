import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };

/** Wat de engine bij een migratie van een onderdeel weegt; wat hier niet staat mag veranderen. */
export interface ModelElement {
  readonly id: string;
  readonly name: string;
  /** Soort voor de engine: het BPMN-type met zijn gebeurtenis en zijn uitvoering, bijvoorbeeld `BoundaryEvent timer`. */
  readonly kind: string;
  /** Wordt het onderdeel herhaald, en hoe: naast elkaar, na elkaar of niet. */
  readonly repetition: '' | 'naast elkaar' | 'na elkaar';
  /** Het deelproces waar het in staat, of het proces zelf. */
  readonly parent: string;
  /** De stap waar een randgebeurtenis aan vastzit, of waar een pijl heen gaat. */
  readonly attachedTo: string;
  /** Naam van het bericht of signaal waarop het wacht. */
  readonly listensTo: string;
}

/** Een model als platte lijst: id naar onderdeel, het proces zelf en de pijlen inbegrepen. */
export type Model = ReadonlyMap<string, ModelElement>;

interface Moddle {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly flowElements?: Moddle[];
  readonly rootElements?: Moddle[];
  readonly eventDefinitions?: { $type: string; messageRef?: { name?: string }; signalRef?: { name?: string } }[];
  readonly loopCharacteristics?: { isSequential?: boolean };
  readonly attachedToRef?: Moddle;
  readonly targetRef?: Moddle;
  readonly triggeredByEvent?: boolean;
  readonly messageRef?: { name?: string };
  readonly extensionElements?: { values?: { $type: string }[] };
}

/** Leest een BPMN-model zoals de engine het bij een migratie ziet. */
export async function readModel(xml: string): Promise<Model> {
  const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(xml);
  const model = new Map<string, ModelElement>();
  const neem = (element: Moddle, parent: string): void => {
    model.set(element.id, toElement(element, parent));
    for (const kind of element.flowElements ?? []) neem(kind, element.id);
  };
  for (const root of (rootElement as Moddle).rootElements ?? []) if (root.$type === 'bpmn:Process') neem(root, '');
  return model;
}

function toElement(element: Moddle, parent: string): ModelElement {
  const event = element.eventDefinitions?.[0];
  const kind = [
    element.$type.replace('bpmn:', ''),
    event?.$type.replace(/^bpmn:(.*)EventDefinition$/, '$1').toLowerCase(),
    element.triggeredByEvent ? 'event' : undefined,
    element.extensionElements?.values?.some((w) => w.$type === 'zeebe:UserTask') ? 'zeebe' : undefined,
  ];
  return {
    id: element.id, name: element.name ?? '', kind: kind.filter(Boolean).join(' '), parent, attachedTo: (element.attachedToRef ?? element.targetRef)?.id ?? '',
    repetition: element.loopCharacteristics ? (element.loopCharacteristics.isSequential ? 'na elkaar' : 'naast elkaar') : '',
    listensTo: (event?.messageRef ?? event?.signalRef ?? element.messageRef)?.name ?? '',
  };
}
