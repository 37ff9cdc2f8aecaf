import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeUserTasks } from '../../engine/user-tasks.ts';
import { migrateRunning, type MigrateOutcome } from '../../engine/migrate/migrate-running.ts';
import { makeMigrate } from '../../engine/migrate/migrate-command.ts';
import { EngineView } from '../../engine/records/engine-view.ts';
import type { EngineRecord } from '../../engine/records/record-receiver.ts';
import { makeRest } from '../../engine/rest.ts';
import { makeConnection } from '../../engine/connection.ts';
import { Uitrol } from './helpers/migration.ts';
import { waitUntil } from './helpers/wait.ts';
import { endOfRecords } from './helpers/read-records.ts';
import { ownBroker } from './helpers/brokers.ts';

/** Wat de engine met samenkomsten, berichten en wachttijden doet als een casus meegaat; eigen kleine modellen, want de broker is van alle tests. */
const broker = ownBroker();
const adres = { grpcAddress: broker.grpc, restAddress: broker.rest };
const zeebe = makeConnection(adres);
const taken = makeUserTasks(makeRest(adres));
const view = new EngineView();
const gezien: EngineRecord[] = [];
const uitrol = new Uitrol(zeebe, () => view);
const merk = `migreren-${Math.random().toString(36).slice(2, 8)}`;
let gelezen = 0;

/** Leest wat de engine intussen deed, tot de voorwaarde klopt. */
const gezienDat = (voorwaarde: () => unknown, wat: string) => waitUntil(async () => {
  const { volgende, records } = (await (await fetch(`${broker.records}/records?vanaf=${gelezen}`)).json()) as { volgende: number; records: EngineRecord[] };
  gelezen = volgende;
  gezien.push(...records);
  for (const record of records) view.apply(record);
  return Boolean(voorwaarde());
}, () => wat);

beforeAll(async () => {
  // Andere bestanden zetten de klok van de broker vast.
  await fetch(`${adres.restAddress}/v2/clock/reset`, { method: 'POST' });
  gelezen = await endOfRecords(broker.records);
});
afterAll(async () => {
  for (const instantie of view.liveRoots()) await zeebe.cancelProcessInstance(instantie).catch(() => undefined);
  await zeebe.close();
});

const lijn = (van: string, naar: string): string => `<bpmn:sequenceFlow id="f_${van}_${naar}" sourceRef="${van}" targetRef="${naar}"/>`;
const taak = (id: string, naam = id): string => `<bpmn:userTask id="${id}" name="${naam}"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements></bpmn:userTask>`;
const rand = (id: string, aan: string, definitie: string, erbij = ''): string => `<bpmn:boundaryEvent id="${id}" attachedToRef="${aan}"${erbij}><bpmn:outgoing>f_${id}_e</bpmn:outgoing>${definitie.replace('id="d"', `id="d_${id}"`)}</bpmn:boundaryEvent>${lijn(id, 'e')}`;
const bericht = '<bpmn:messageEventDefinition id="d" messageRef="m"/>';
const wachttijd = (duur: string): string => `<bpmn:timerEventDefinition id="d"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${duur}</bpmn:timeDuration></bpmn:timerEventDefinition>`;

/** Een proces dat begint bij `s` en eindigt bij `e`, met het bericht `m` onder een eigen naam. */
const proces = (id: string, inhoud: string, berichtnaam = `${id}-bericht`) => [{ name: `${id}.bpmn`, content: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
  <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="proef" id="definities">
    <bpmn:message id="m" name="${berichtnaam}"><bpmn:extensionElements><zeebe:subscription correlationKey="=sleutel"/></bpmn:extensionElements></bpmn:message>
    <bpmn:process id="${id}" isExecutable="true"><bpmn:startEvent id="s"/>${inhoud}<bpmn:endEvent id="e"/></bpmn:process>
  </bpmn:definitions>`) }];

/** Rolt het oude model uit en start er een instantie op. */
async function begin(id: string, oud: ReturnType<typeof proces>): Promise<string> {
  await uitrol.rolUit(oud);
  const { processInstanceKey } = await zeebe.createProcessInstance({ bpmnProcessId: id, variables: { sleutel: id } });
  await gezienDat(() => staatBij(processInstanceKey).length > 0, `${id} staat bij een taak`);
  return processInstanceKey;
}
async function neemMee(nieuw: ReturnType<typeof proces>): Promise<MigrateOutcome[]> {
  return migrateRunning({ reads: uitrol.lezen, migrate: makeMigrate(zeebe), deployed: await uitrol.rolUit(nieuw), files: nieuw });
}
const staatBij = (instantie: string): string[] => [...view.tasks.values()].filter((t) => t.instance === instantie).map((t) => t.elementId);
async function voltooi(instantie: string, elementId: string): Promise<void> {
  await gezienDat(() => staatBij(instantie).includes(elementId), `taak ${elementId} open`);
  await taken.complete([...view.tasks.values()].find((t) => t.instance === instantie && t.elementId === elementId)!.key, {});
  await gezienDat(() => !staatBij(instantie).includes(elementId), `taak ${elementId} voltooid`);
}
const versie = (instantie: string): number => view.instances.running.get(instantie)!.version;

test('wie bij een samenkomst op een andere tak wacht blijft, en gaat de volgende keer mee', async () => {
  const id = `${merk}-samenkomst`;
  const model = (naam: string) => proces(id, `<bpmn:parallelGateway id="p"/>${taak('a')}${taak('b')}<bpmn:parallelGateway id="j"/>${taak('c', naam)}${[['s', 'p'], ['p', 'a'], ['p', 'b'], ['a', 'j'], ['b', 'j'], ['j', 'c'], ['c', 'e']].map(([van, naar]) => lijn(van!, naar!)).join('')}`);
  const instantie = await begin(id, model('oud'));
  await voltooi(instantie, 'a');
  expect(await neemMee(model('nieuw'))).toEqual([{ casus: instantie, wat: 'blijft', reasons: [expect.stringContaining('bij een samenkomst op een andere tak')] }]);
  await voltooi(instantie, 'b');
  expect(await neemMee(model('nieuw'))).toMatchObject([{ casus: instantie, wat: 'mee' }]);
  await voltooi(instantie, 'c');
  await gezienDat(() => !view.isAlive(instantie), 'proces afgelopen');
});

test('wie op een bericht wacht dat nu anders heet, luistert voortaan naar de nieuwe naam', async () => {
  const id = `${merk}-hernoemd`;
  const model = (naam: string) => proces(id, taak('a') + rand('b', 'a', bericht) + lijn('s', 'a') + lijn('a', 'e'), naam);
  const instantie = await begin(id, model(`${id}-oud`));
  expect(await neemMee(model(`${id}-nieuw`))).toMatchObject([{ wat: 'mee' }]);
  await zeebe.publishMessage({ name: `${id}-nieuw`, correlationKey: id, timeToLive: 60_000, variables: {} });
  await gezienDat(() => !view.isAlive(instantie), 'het nieuwe bericht kwam aan');
});

test('hetzelfde bericht bij een ander id wordt geweigerd met wat eraan te doen is', async () => {
  const id = `${merk}-ander-id`;
  const model = (b: string) => proces(id, taak('a') + rand(b, 'a', bericht) + lijn('s', 'a') + lijn('a', 'e'));
  const instantie = await begin(id, model('b'));
  expect(await neemMee(model('anders'))).toEqual([{ casus: instantie, wat: 'blijft', reasons: [`op het bericht '${id}-bericht' wacht nu een gebeurtenis met een ander id; geef haar haar oude id terug`] }]);
});

test('een herinnering die al afging gaat niet nog eens af; een nieuwe wachttijd gaat wel lopen', async () => {
  const id = `${merk}-herinnering`;
  const model = (erbij = '') => proces(id, taak('a') + rand('b', 'a', wachttijd('PT0.1S'), ' cancelActivity="false"') + erbij + lijn('s', 'a') + lijn('a', 'e'));
  const timers = (instantie: string, intent: string) => gezien.filter((r) => r.valueType === 'TIMER' && r.intent === intent && String(r.value['processInstanceKey']) === instantie).map((r) => r.value['targetElementId']);
  const instantie = await begin(id, model());
  await gezienDat(() => timers(instantie, 'TRIGGERED').length === 1, 'de herinnering ging af');
  expect(await neemMee(model(rand('nieuw', 'a', wachttijd('PT1H'))))).toMatchObject([{ wat: 'mee' }]);
  await gezienDat(() => timers(instantie, 'CREATED').length === 2, 'de nieuwe wachttijd loopt');
  expect(timers(instantie, 'CREATED')).toEqual(['b', 'nieuw']);
  expect(versie(instantie)).toBe(2);
});

test('een nieuwe wachttijd die rekent met wat de casus niet heeft, wordt geweigerd met de naam van dat gegeven', async () => {
  const id = `${merk}-gegeven`;
  const model = (erbij = '') => proces(id, taak('a') + erbij + lijn('s', 'a') + lijn('a', 'e'));
  const instantie = await begin(id, model());
  const uitkomsten = await neemMee(model(rand('nieuw', 'a', wachttijd('=eindeVierweken'))));
  expect(uitkomsten).toEqual([{ casus: instantie, wat: 'blijft', reasons: ["een nieuwe gebeurtenis in het model rekent met 'eindeVierweken', en dat gegeven heeft deze casus niet"] }]);
  expect(versie(instantie)).toBe(1);
});

test('een bericht dat het lopende werk afbrak en dat nu laat doorlopen: de casus gaat mee, en het breekt niets meer af', async () => {
  const id = `${merk}-loopt-door`;
  const model = (breektAf: boolean) => proces(id, `${taak('a')}${lijn('s', 'a')}${lijn('a', 'e')}<bpmn:subProcess id="es" triggeredByEvent="true"><bpmn:startEvent id="es_s" isInterrupting="${breektAf}"><bpmn:outgoing>f_es_s_es_t</bpmn:outgoing>${bericht}</bpmn:startEvent>${taak('es_t')}<bpmn:endEvent id="es_e"/>${lijn('es_s', 'es_t')}${lijn('es_t', 'es_e')}</bpmn:subProcess>`);
  const instantie = await begin(id, model(true));
  expect(await neemMee(model(false))).toMatchObject([{ wat: 'mee' }]);
  await zeebe.publishMessage({ name: `${id}-bericht`, correlationKey: id, timeToLive: 60_000, variables: {} });
  await gezienDat(() => staatBij(instantie).includes('es_t'), 'het bericht kwam aan');
  expect(staatBij(instantie).sort()).toEqual(['a', 'es_t']);
});

test('wie intussen afliep wordt overgeslagen', async () => {
  const id = `${merk}-afgelopen`;
  const model = (naam: string) => proces(id, taak('a', naam) + lijn('s', 'a') + lijn('a', 'e'));
  const instantie = await begin(id, model('oud'));
  await taken.complete([...view.tasks.values()].find((t) => t.instance === instantie)!.key, {});
  // Het beeld is nog niet bijgewerkt, zoals Operate achter kan lopen.
  expect(await neemMee(model('nieuw'))).toEqual([]);
});
