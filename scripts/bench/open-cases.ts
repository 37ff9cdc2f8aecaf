import { makeEngine } from '../../engine/commands.ts';
import { makeLimiter } from '../../engine/limiter.ts';
import { startWorkers } from '../../workers/runtime/start-workers.ts';
import type { Worker } from '../../workers/runtime/worker.ts';
import { client, systeemklok, tot, type Client } from './tools.ts';

const TIMERS = 500;
const TIMER_DELAY_MS = 30_000;
const SAMPLES = 60;
const PATIENCE_MS = 600_000;
const ID = 'bench-casus';

/** Een casus in het klein: twee stappen na elkaar, en daarna wachten op een tijd, zoals een open casus doet. */
const MODEL = `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="bench" id="d"><bpmn:process id="${ID}" isExecutable="true">
  <bpmn:startEvent id="s"/>${['a', 'b'].map((id) => `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${ID}" retries="3"/></bpmn:extensionElements></bpmn:serviceTask>`).join('')}
  <bpmn:intermediateCatchEvent id="w"><bpmn:timerEventDefinition id="t"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">=op</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
  <bpmn:serviceTask id="na"><bpmn:extensionElements><zeebe:taskDefinition type="${ID}" retries="3"/></bpmn:extensionElements></bpmn:serviceTask><bpmn:endEvent id="e"/>
  <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="b"/><bpmn:sequenceFlow id="f3" sourceRef="b" targetRef="w"/><bpmn:sequenceFlow id="f4" sourceRef="w" targetRef="na"/><bpmn:sequenceFlow id="f5" sourceRef="na" targetRef="e"/>
</bpmn:process></bpmn:definitions>`;

/** Wanneer elke stap van elke instantie werd gedaan, en hoe vaak. */
function makeLedger() {
  const times = new Map<string, number[]>();
  return {
    note: (instance: string, step: string) => void times.set(`${instance}|${step}`, [...(times.get(`${instance}|${step}`) ?? []), performance.now()]),
    at: (instance: string, step: string): number | undefined => times.get(`${instance}|${step}`)?.[0],
    times: (step: string): number[][] => [...times].filter(([key]) => key.endsWith(`|${step}`)).map(([, list]) => list),
  };
}

/**
 * Wat een dag en een jaar van de engine vragen: vijfhonderd termijnen die op hetzelfde moment aflopen, en een nieuwe casus naast
 * `open` casussen die wachten. De casus is hier een klein model zonder register: dit meet de engine met onze werkers.
 */
export async function measureOpenCases(address: string, open: number): Promise<void> {
  console.log(`\n3. ${TIMERS} timers due at the same moment, and a new case beside ${open} waiting ones`);
  const zeebe = client(address, 'ons');
  await zeebe.deployResource({ name: `${ID}.bpmn`, process: Buffer.from(MODEL) } as never);
  const engine = makeEngine(zeebe as Client, makeLimiter());
  const ledger = makeLedger();
  const worker: Worker = { type: ID, run: async (_input, _headers, job) => ledger.note(job.processInstanceKey, job.elementId) };
  const running = startWorkers({ zeebe, workers: [worker], klok: systeemklok, options: { limiter: makeLimiter() } });
  const start = async (op: Date): Promise<string> => String(await engine.start(ID, { op: op.toISOString() }));
  const sample = async (): Promise<number[]> => {
    const list: number[] = [];
    for (let n = 0; n < SAMPLES; n++) {
      const begin = performance.now();
      const key = await start(FAR);
      await tot(() => ledger.at(key, 'b') !== undefined, PATIENCE_MS);
      list.push((ledger.at(key, 'b') ?? Infinity) - begin);
    }
    return list;
  };
  try {
    const due = new Date(Date.now() + TIMER_DELAY_MS);
    await Promise.all(Array.from({ length: TIMERS }, () => start(due)));
    const late = Math.max(0, due.getTime() - Date.now());
    const from = performance.now() + late;
    const all = await tot(() => ledger.times('na').length >= TIMERS, PATIENCE_MS);
    const handled = ledger.times('na');
    console.log(`   ${handled.length} of ${TIMERS} timers handled in ${((Math.max(...handled.flat()) - from) / 1_000).toFixed(1)} s (goal 60), twice: ${handled.filter((list) => list.length > 1).length}${all ? '' : ' (not all in time)'}`);
    const empty = await sample();
    await Promise.all(Array.from({ length: open }, () => start(FAR)));
    await tot(() => ledger.times('b').length >= open + TIMERS + SAMPLES, PATIENCE_MS);
    const full = await sample();
    console.log(`   new case, two steps: median ${middle(empty)} ms with few open, ${middle(full)} ms beside ${open} open: factor ${(quantile(full, 0.5) / quantile(empty, 0.5)).toFixed(2)} (goal 1.5); p95 ${Math.round(quantile(full, 0.95))} ms (goal 1000)`);
  } finally {
    await running.stop(5_000);
  }
}

/** Ver genoeg weg: deze casussen wachten de hele meting. */
const FAR = new Date(Date.now() + 86_400_000);
const quantile = (list: readonly number[], deel: number): number => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * deel))] as number;
const middle = (list: readonly number[]): number => Math.round(quantile(list, 0.5));
