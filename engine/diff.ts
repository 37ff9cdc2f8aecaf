import { diff } from 'bpmn-js-differ';
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };

interface Element {
  readonly id: string;
  readonly name?: string;
  readonly $type: string;
}

const SOORT: readonly [RegExp, string][] = [
  [/Task$|CallActivity/, 'stap'], [/Gateway$/, 'beslissing'], [/SequenceFlow/, 'pijl'], [/Event$/, 'gebeurtenis'], [/SubProcess|Process$/, 'proces'],
];

async function read(xml: string): Promise<unknown> {
  return (await new BpmnModdle({ zeebe }).fromXML(xml)).rootElement;
}

function noem(wat: string, element: Element): string {
  const kind = SOORT.find(([pattern]) => pattern.test(element.$type))?.[1] ?? 'onderdeel';
  return `${kind} ${element.name ? `"${element.name}"` : element.id} ${wat}`;
}

/** Zegt in het Nederlands wat er in een model veranderde; verschoven plaatjes tellen niet. */
export async function diffInWords(oud: string, nieuw: string): Promise<string[]> {
  const { _added, _removed, _changed } = diff(await read(oud), await read(nieuw)) as {
    _added: Record<string, Element>; _removed: Record<string, Element>; _changed: Record<string, { model: Element }>;
  };
  // Een pijl die meekomt met een nieuwe stap zegt de lezer niets.
  const telt = (element: Element): boolean => !/SequenceFlow|Definitions/.test(element.$type);
  const lines = [
    ...Object.values(_added).filter(telt).map((element) => noem('toegevoegd', element)),
    ...Object.values(_removed).filter(telt).map((element) => noem('verwijderd', element)),
    ...Object.values(_changed).filter(({ model }) => !/Definitions/.test(model.$type)).map(({ model }) => noem('gewijzigd', model)),
  ];
  return lines.length > 0 ? lines : ['alleen pijlen of toelichtingen gewijzigd'];
}
