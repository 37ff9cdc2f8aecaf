import { BpmnModdle } from 'bpmn-moddle';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EngineRecord } from '../../engine/records/record-receiver.ts';

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

/** Loopt als laatste bestand: telt wat alle procestests samen van elk model hebben doorlopen. */
test('elk element en elke pijl van elk model wordt door een procestest doorlopen', async () => {
  const { records } = (await (await fetch(`${process.env['TEST_RECORDS']}/records?vanaf=0`)).json()) as { records: EngineRecord[] };
  const seen = new Set(
    records
      .filter((r) => r.valueType === 'PROCESS_INSTANCE' && (r.intent === 'ELEMENT_COMPLETED' || r.intent === 'SEQUENCE_FLOW_TAKEN'))
      .map((r) => `${String(r.value['bpmnProcessId'])}|${String(r.value['elementId'])}`),
  );
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
