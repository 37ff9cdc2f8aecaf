import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EngineRecord } from '../../engine/records/record-receiver.ts';

const ELEMENT = /<bpmn:(?:startEvent|endEvent|userTask|serviceTask|businessRuleTask|callActivity|subProcess|exclusiveGateway|parallelGateway|eventBasedGateway|intermediateCatchEvent|boundaryEvent|sequenceFlow) id="([^"]+)"/g;

/** Loopt als laatste bestand: telt wat alle procestests samen van de route hebben doorlopen. */
test('elk element en elke pijl van kernteam.bpmn wordt door een procestest doorlopen', async () => {
  const model = readFileSync(new URL('../../bpmn/kernteam.bpmn', import.meta.url), 'utf8');
  const alle = [...model.matchAll(ELEMENT)].map((m) => m[1] as string);
  const { records } = (await (await fetch(`${process.env['TEST_RECORDS']}/records?vanaf=0`)).json()) as { records: EngineRecord[] };
  const gezien = new Set(
    records
      .filter((r) => r.valueType === 'PROCESS_INSTANCE' && r.value['bpmnProcessId'] === 'kernteam')
      .filter((r) => r.intent === 'ELEMENT_COMPLETED' || r.intent === 'SEQUENCE_FLOW_TAKEN')
      .map((r) => String(r.value['elementId'])),
  );
  const gemist = alle.filter((id) => !gezien.has(id));
  console.log(`Dekking van kernteam.bpmn: ${alle.length - gemist.length} van ${alle.length} elementen en pijlen${gemist.length ? `; niet doorlopen: ${gemist.join(', ')}` : ''}`);
  expect(gemist).toEqual([]);
});
