import { Camunda8 } from '@camunda8/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLimiter } from '../../engine/limiter.ts';
import { BusinessError, TransientError } from '../../domein/errors.ts';
import { startWorkers } from '../../workers/runtime/start-workers.ts';
import type { Job, Worker } from '../../workers/runtime/worker.ts';
import { ownBroker } from './helpers/brokers.ts';

const broker = ownBroker();
/** De schil op de echte engine; eigen proces-ids, want de broker is van alle tests. */
const zeebe = new Camunda8({
  ZEEBE_GRPC_ADDRESS: `grpc://${broker.grpc}`, CAMUNDA_AUTH_STRATEGY: 'NONE',
  CAMUNDA_LOG_LEVEL: 'none', zeebeGrpcSettings: { ZEEBE_GRPC_CLIENT_RETRY: false, ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
} as never).getZeebeGrpcApiClient();
const limiter = makeLimiter();
const merk = `runtime-${Math.random().toString(36).slice(2, 8)}`;
const stoppen: (() => Promise<unknown>)[] = [];
// Andere bestanden zetten de klok van de broker vast; een wachttijd loopt alleen op een lopende klok.
beforeAll(async () => {
  await fetch(`${broker.rest}/v2/clock/reset`, { method: 'POST' });
});
afterAll(async () => {
  await Promise.all(stoppen.map((stop) => stop()));
  await Promise.race([zeebe.close(), new Promise((done) => setTimeout(done, 2_000))]);
});

function start(type: string, voerUit: (job: Job, invoer: Record<string, unknown>) => Promise<Record<string, unknown> | void>): void {
  const worker: Worker = { type, run: (invoer, _headers, job) => voerUit(job, invoer) };
  const lopend = startWorkers({ zeebe, workers: [worker], klok: { nu: () => new Date() }, options: { limiter, backoff: { job: { firstMs: 400, maxMs: 400, jitter: 0 } } } });
  stoppen.push(() => lopend.stop(2_000));
}
async function deploy(id: string, inhoud: string): Promise<void> {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="proef" id="d"><bpmn:error id="fout" errorCode="ONVOLDOENDE_GEGEVENS"/><bpmn:process id="${id}" isExecutable="true"><bpmn:startEvent id="s"/>${inhoud}</bpmn:process></bpmn:definitions>`;
  await zeebe.deployResource({ name: `${id}.bpmn`, process: Buffer.from(xml) } as never);
}
const taak = (id: string, type: string) => `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${type}" retries="3"/></bpmn:extensionElements></bpmn:serviceTask>`;
const lijn = (van: string, naar: string) => `<bpmn:sequenceFlow id="f_${van}_${naar}" sourceRef="${van}" targetRef="${naar}"/>`;
const resultaat = (id: string) => zeebe.createProcessInstanceWithResult({ bpmnProcessId: id, variables: {}, requestTimeout: 20_000 as never });

it('een bedrijfsfout komt met haar variabelen op het foutevent van het model aan', async () => {
  const id = `${merk}-bedrijf`;
  await deploy(id, taak('a', id) + `<bpmn:boundaryEvent id="b" attachedToRef="a"><bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=validatieFouten" target="validatieFouten"/></zeebe:ioMapping></bpmn:extensionElements><bpmn:outgoing>f_b_e</bpmn:outgoing><bpmn:errorEventDefinition errorRef="fout"/></bpmn:boundaryEvent><bpmn:endEvent id="e"/><bpmn:endEvent id="goed"/>` + lijn('s', 'a') + lijn('b', 'e') + lijn('a', 'goed'));
  start(id, () => Promise.reject(new BusinessError('ONVOLDOENDE_GEGEVENS', 'Er ontbreekt iets.', { validatieFouten: ['Vul de datum in.'] })));
  expect((await resultaat(id)).variables).toEqual({ validatieFouten: ['Vul de datum in.'] });
});

it('een tijdelijke fout komt na de wachttijd terug, met één poging minder, en lukt dan', async () => {
  const id = `${merk}-tijdelijk`;
  await deploy(id, taak('a', id) + '<bpmn:endEvent id="e"/>' + lijn('s', 'a') + lijn('a', 'e'));
  const attempts: { over: number; op: number }[] = [];
  start(id, async (job) => {
    attempts.push({ over: job.attemptsLeft, op: performance.now() });
    if (attempts.length === 1) throw new TransientError('De mailserver antwoordt niet.');
    return { gelukt: true };
  });
  expect((await resultaat(id)).variables).toEqual({ gelukt: true });
  expect(attempts.map((attempt) => attempt.over)).toEqual([3, 2]);
  expect(attempts[1]!.op - attempts[0]!.op).toBeGreaterThan(300);
});

it('veel instanties tegelijk: elke stap van elke instantie wordt gedaan, wat de engine ook weigert', async () => {
  const id = `${merk}-veel`;
  await deploy(id, taak('a', id) + taak('b', id) + '<bpmn:endEvent id="e"/>' + lijn('s', 'a') + lijn('a', 'b') + lijn('b', 'e'));
  const gedaan = new Set<string>();
  start(id, async (job) => void gedaan.add(`${job.processInstanceKey} ${job.elementId}`));
  const sleutels = await Promise.all(Array.from({ length: 150 }, async () => {
    const instantie = await limiter.run(() => zeebe.createProcessInstance({ bpmnProcessId: id, variables: {} }));
    return String(instantie.processInstanceKey);
  }));
  await expect.poll(() => gedaan.size, { timeout: 60_000 }).toBe(300);
  expect([...gedaan].sort()).toEqual(sleutels.flatMap((sleutel) => [`${sleutel} a`, `${sleutel} b`]).sort());
});
