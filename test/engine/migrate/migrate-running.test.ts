import { expect, test } from 'vitest';
import type { Instance } from '../../../engine/reads/reads.ts';
import { migrateRunning } from '../../../engine/migrate/migrate-running.ts';
import type { Migrate } from '../../../engine/migrate/migrate-command.ts';
import { carryCasussenOver } from '../../../engine/migrate/carry-over.ts';
import { report } from '../../../engine/migrate/report.ts';

const xml = (id: string, task: string) => `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><bpmn:process id="${id}"><bpmn:userTask id="${task}" name="Bellen" /></bpmn:process></bpmn:definitions>`;
const file = (id: string, task: string) => ({ name: `${id}.bpmn`, content: Buffer.from(xml(id, task)) });
/** Twee processen staan nu op versie 2; in `deel` is de stap verdwenen, in `route` niet. */
const files = [file('route', 'a'), file('deel', 'nieuw')];
const deployed = ['route', 'deel'].map((id) => ({ kind: 'proces' as const, id, version: 2, key: `${id}-2` }));
const instance = (key: string, processId: string, version: number, parent: string | null = null): Instance => ({ key, processId, version, parent, definition: `${processId}-${version}` });

async function migreer(instances: Instance[], migrate: Migrate = async () => undefined, model = async (definition: string) => xml(definition.split('-')[0] as string, 'a')) {
  const over: string[] = [];
  const requested: string[] = [];
  const outcomes = await migrateRunning({
    reads: { instances: async () => instances, activeElements: async (i) => { requested.push(i); return ['a']; }, elementKeys: async () => [], model },
    migrate: async (i, definition, mappings) => { over.push(`${i} → ${definition}`); return migrate(i, definition, mappings); }, deployed, files,
  });
  return { outcomes, over, requested };
}

test('wie op een oude versie loopt gaat mee, wie al nieuw is of niet bij ons hoort blijft ongemoeid', async () => {
  const { outcomes: outcomes, over, requested: requested } = await migreer([instance('1', 'route', 1), instance('2', 'route', 2), instance('3', 'iets-anders', 1)]);
  expect(over).toEqual(['1 → route-2']);
  expect(outcomes).toEqual([{ casus: '1', wat: 'mee', reasons: [] }]);
  expect(requested).toEqual([]);
});

test('kan een aangeroepen proces niet mee, dan blijft de hele casus', async () => {
  const { outcomes: outcomes, over } = await migreer([instance('2', 'deel', 1, '1'), instance('1', 'route', 1)]);
  expect(over).toEqual([]);
  expect(outcomes).toEqual([{ casus: '1', wat: 'blijft', reasons: ["de stap 'Bellen' (a) bestaat niet meer"] }]);
});

test('de route gaat voorop: weigert de engine haar, dan is er niets verplaatst', async () => {
  const reject: Migrate = async (i) => (i === '1' ? { geweigerd: 'nee' } : undefined);
  const { outcomes: outcomes, over } = await migreer([instance('3', 'route', 1, '2'), instance('2', 'route', 1, '1'), instance('1', 'route', 1)], reject);
  expect(over).toEqual(['1 → route-2']);
  expect(outcomes).toMatchObject([{ casus: '1', wat: 'blijft', reasons: ['nee'] }]);
});

test('weigert de engine een aangeroepen proces, dan zegt het verslag dat de casus deels mee is', async () => {
  const reject: Migrate = async (i) => (i === '2' ? { geweigerd: 'nee' } : undefined);
  const { outcomes: outcomes } = await migreer([instance('1', 'route', 1), instance('2', 'route', 1, '1')], reject);
  expect(report(outcomes, new Map([['1', '2026-0147']]))).toEqual([
    '1 lopende casus blijft op de oude versie en loopt daar gewoon door:', '- 2026-0147 (de route zelf ging wel mee, een deelproces niet): nee',
  ]);
});

test('een casus die niet te lezen is houdt de andere niet tegen', async () => {
  const model = async (definition: string) => { if (definition === 'deel-1') throw new Error('De engine antwoordt 404.'); return xml('route', 'a'); };
  const { outcomes: outcomes, over } = await migreer([instance('1', 'deel', 1), instance('2', 'route', 1)], undefined, model);
  expect(over).toEqual(['2 → route-2']);
  expect(outcomes.find((u) => u.casus === '1')).toEqual({ casus: '1', wat: 'blijft', reasons: ['zij is niet te lezen: De engine antwoordt 404.'] });
});

test('wie intussen afliep telt niet mee', async () => {
  const { outcomes: outcomes } = await migreer([instance('1', 'route', 1)], async () => 'weg');
  expect(outcomes).toEqual([]);
  expect(report(outcomes)).toEqual([]);
});

test('antwoordt de leeskant niet, dan gaat de uitrol door en zegt het verslag dat er niets is nagekeken', async () => {
  const lost = () => Promise.reject(new Error('De engine antwoordt 503.'));
  const over = await carryCasussenOver({ zeebe: undefined as never, tasks: { complete: async () => undefined }, deployed, files, explain: () => '', reads: { instances: lost, activeElements: lost, elementKeys: lost, model: lost, incidents: lost, placeOf: lost, openTasks: lost } });
  expect(await over.report()).toEqual([
    'Lopende casussen zijn niet nagekeken en lopen door op hun eigen versie: De engine antwoordt 503. Herhaal het met npm run uitrollen.',
  ]);
});
