import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };

/** Wat de engine bij een migratie van een onderdeel weegt; wat hier niet staat mag veranderen. */
export interface Onderdeel {
  readonly id: string;
  readonly naam: string;
  /** Soort voor de engine: het BPMN-type met zijn gebeurtenis en zijn uitvoering, bijvoorbeeld `BoundaryEvent timer`. */
  readonly soort: string;
  /** Wordt het onderdeel herhaald, en hoe: naast elkaar, na elkaar of niet. */
  readonly herhaling: '' | 'naast elkaar' | 'na elkaar';
  /** Het deelproces waar het in staat, of het proces zelf. */
  readonly ouder: string;
  /** De stap waar een randgebeurtenis aan vastzit, of waar een pijl heen gaat. */
  readonly vastAan: string;
  /** Naam van het bericht of signaal waarop het wacht. */
  readonly luistertNaar: string;
}

/** Een model als platte lijst: id naar onderdeel, het proces zelf en de pijlen inbegrepen. */
export type Model = ReadonlyMap<string, Onderdeel>;

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
export async function leesModel(xml: string): Promise<Model> {
  const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(xml);
  const model = new Map<string, Onderdeel>();
  const neem = (element: Moddle, ouder: string): void => {
    model.set(element.id, onderdeel(element, ouder));
    for (const kind of element.flowElements ?? []) neem(kind, element.id);
  };
  for (const wortel of (rootElement as Moddle).rootElements ?? []) if (wortel.$type === 'bpmn:Process') neem(wortel, '');
  return model;
}

function onderdeel(element: Moddle, ouder: string): Onderdeel {
  const gebeurtenis = element.eventDefinitions?.[0];
  const soort = [
    element.$type.replace('bpmn:', ''),
    gebeurtenis?.$type.replace(/^bpmn:(.*)EventDefinition$/, '$1').toLowerCase(),
    element.triggeredByEvent ? 'event' : undefined,
    element.extensionElements?.values?.some((w) => w.$type === 'zeebe:UserTask') ? 'zeebe' : undefined,
  ];
  return {
    id: element.id, naam: element.name ?? '', soort: soort.filter(Boolean).join(' '), ouder, vastAan: (element.attachedToRef ?? element.targetRef)?.id ?? '',
    herhaling: element.loopCharacteristics ? (element.loopCharacteristics.isSequential ? 'na elkaar' : 'naast elkaar') : '',
    luistertNaar: (gebeurtenis?.messageRef ?? gebeurtenis?.signalRef ?? element.messageRef)?.name ?? '',
  };
}
