import { BpmnModdle } from 'bpmn-moddle';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allBrokers } from './helpers/brokers.ts';
import { readRecords } from './helpers/read-records.ts';

const DIR = new URL('../../bpmn/', import.meta.url);

interface Element {
  $type: string;
  id?: string;
  flowElements?: Element[];
  sourceRef?: Element;
}

/**
 * Alle elementen en pijlen van een model, ook die in deelprocessen. De engine neemt een pijl uit een event-based gateway
 * niet: volgens BPMN wacht zij op het event erachter, en dat telt wel.
 */
async function elements(file: string): Promise<string[]> {
  const { rootElement } = await new BpmnModdle().fromXML(readFileSync(new URL(file, DIR), 'utf8'));
  const below = ({ flowElements = [] }: Element): Element[] => flowElements.flatMap((element) => [element, ...below(element)]);
  const processes = (rootElement as { rootElements: Element[] }).rootElements.filter((element) => element.$type === 'bpmn:Process');
  return processes.flatMap(below).filter((element) => element.sourceRef?.$type !== 'bpmn:EventBasedGateway').flatMap((element) => element.id ?? []);
}

/** Loopt als laatste (project `dekking`): telt wat alle procestests samen van elk model hebben doorlopen. */
test('elk element en elke pijl van elk model wordt door een procestest doorlopen', async () => {
  const seen = new Set<string>();
  for (const { records } of allBrokers()) {
    for await (const { valueType, intent, value } of readRecords(records)) {
      if (valueType === 'PROCESS_INSTANCE' && (intent === 'ELEMENT_COMPLETED' || intent === 'SEQUENCE_FLOW_TAKEN')) seen.add(`${String(value['bpmnProcessId'])}|${String(value['elementId'])}`);
    }
  }
  const missed: string[] = [];
  for (const file of readdirSync(DIR).filter((naam) => naam.endsWith('.bpmn')).sort()) {
    const proces = file.slice(0, -'.bpmn'.length);
    const all = await elements(file);
    const here = all.filter((id) => !seen.has(`${proces}|${id}`));
    console.log(`Dekking van ${file}: ${all.length - here.length} van ${all.length} elementen en pijlen${here.length ? `; niet doorlopen: ${here.join(', ')}` : ''}`);
    missed.push(...here.map((id) => `${proces}: ${id}`));
  }
  expect(missed).toEqual([]);
});
