import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install } from '../../../engine/embedded/install.ts';
import { findJava } from '../../../engine/embedded/find-jdk.ts';
import { startOpensearch } from '../../../engine/embedded/opensearch.ts';
import { forgetHistory } from '../../../engine/embedded/retention.ts';
import type { JvmProcess } from '../../../engine/embedded/jvm-process.ts';
import { freePorts } from '../../helpers/free-port.ts';

const INDEXEN = Array.from({ length: 40 }, (_, i) => `zeebe-record_job_8.6.0_dag-${i}`);

let dir: string;
let lopend: JvmProcess | undefined;
let start: () => Promise<string>;
let url: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'routeboek-opensearch-'));
  const java = await findJava();
  const installation = await install(java);
  const [port, transportPort] = (await freePorts(2)) as [number, number];
  start = async () => {
    const gestart = await startOpensearch({ java, installation, dir, port, transportPort, onStarted: (nieuw) => { lopend = nieuw; } });
    lopend = gestart.proces;
    return gestart.url;
  };
  url = await start();
}, 120_000);
afterAll(async () => {
  await lopend?.stop();
  await rm(dir, { recursive: true, force: true });
});

const vraag = async (method: string, path: string, inhoud?: unknown): Promise<any> => { // eslint-disable-line @typescript-eslint/no-explicit-any
  const antwoord = await fetch(`${url}/${path}`, { method, headers: { 'content-type': 'application/json' }, ...(inhoud === undefined ? {} : { body: JSON.stringify(inhoud) }) });
  expect([path, antwoord.ok]).toEqual([path, true]);
  return antwoord.json();
};

test('na een herstart is alles te lezen zodra OpenSearch klaar heet, ook met veel indexen', async () => {
  for (const index of INDEXEN) await vraag('PUT', `${index}/_doc/1`, { a: 1 });
  await lopend?.stop();
  await start();
  const antwoorden = await Promise.all(INDEXEN.map(async (index) => (await fetch(`${url}/${index}/_search`)).status));
  expect(antwoorden.filter((status) => status !== 200)).toEqual([]);
}, 120_000);

test('wat langer dan de bewaartermijn geleden is verdwijnt; een lopende casus houdt wat zij al afrondde', async () => {
  const nu = new Date('2026-03-01T00:00:00Z');
  const dagenGeleden = (dagen: number): string => new Date(nu.getTime() - dagen * 86_400_000).toISOString();
  // De velden en de ontleding van het pad zoals Operate 8.6 ze maakt.
  await vraag('PUT', 'operate-list-view-8.3.0_', {
    settings: { analysis: { analyzer: { ca_path_tree: { tokenizer: 'pad' } }, tokenizer: { pad: { type: 'path_hierarchy' } } } },
    mappings: { properties: { joinRelation: { type: 'join', relations: { processInstance: ['variable'] } }, treePath: { type: 'text', analyzer: 'ca_path_tree' }, endDate: { type: 'date' } } },
  });
  for (const [index, veld] of [['tasklist-task-8.5.0_', 'processInstanceId'], ['tasklist-task-variable-8.3.0_', 'taskId'], ['tasklist-process-instance-8.3.0_', 'id']] as const) {
    await vraag('PUT', index, { mappings: { properties: { id: { type: 'keyword' }, [veld]: { type: 'keyword' } } } });
  }
  // 1 is lang geleden afgelopen en riep 2 aan; 3 loopt nog en rondde 4 lang geleden af; 5 is pas afgelopen.
  const instanties = [{ key: 1, einde: 100 }, { key: 2, einde: 120, pad: 'PI_1/FN_a/FI_9/PI_2', ouder: 1 }, { key: 3 }, { key: 4, einde: 120, pad: 'PI_3/FN_a/FI_8/PI_4', ouder: 3 }, { key: 5, einde: 60 }];
  const bewaar = (index: string, id: string, stuk: object) => vraag('PUT', `${index}/_doc/${id}?refresh=true`, stuk);
  for (const { key, einde, pad = `PI_${key}`, ouder } of instanties) {
    await bewaar('operate-list-view-8.3.0_', `${key}`, { processInstanceKey: key, joinRelation: 'processInstance', treePath: pad, endDate: einde ? dagenGeleden(einde) : null, parentProcessInstanceKey: ouder ?? null });
    await bewaar('operate-variable-8.3.0_', `${key}-naam`, { processInstanceKey: key, value: `"Milan ${key}"` });
    await bewaar('tasklist-task-8.5.0_', `t${key}`, { id: `t${key}`, processInstanceId: `${key}` });
    await bewaar('tasklist-task-variable-8.3.0_', `t${key}-naam`, { taskId: `t${key}`, value: `"Milan ${key}"` });
    await bewaar('tasklist-process-instance-8.3.0_', `${key}`, { id: `${key}` });
  }
  await vraag('PUT', 'zeebe-record_variable_8.6.0_2026-02', { aliases: { 'zeebe-record-variable': {} } });
  await vraag('PUT', 'zeebe-record_job-batch_8.6.0_2026-02', { aliases: { 'zeebe-record-job-batch': {} } });
  for (const [position, dagen] of [[10, 20], [20, 8], [30, 8], [40, 2]] as const) {
    for (const soort of ['variable', 'job-batch']) await bewaar(`zeebe-record_${soort}_8.6.0_2026-02`, `${position}`, { position, timestamp: Date.parse(dagenGeleden(dagen)) });
  }
  // Operate is tot 30 gekomen, Tasklist pas tot 20.
  await bewaar('operate-import-position-8.3.0_', '1', { aliasName: 'zeebe-record-variable', position: 30 });
  await bewaar('tasklist-import-position-8.2.0_', '1', { aliasName: 'zeebe-record-variable', position: 20 });

  expect(await forgetHistory(url, nu)).toBe(1);
  const over = async (index: string): Promise<string[]> => (await vraag('POST', `${index}/_search?size=100`)).hits.hits.map((hit: { _id: string }) => hit._id).sort();
  expect(await over('operate-list-view-*')).toEqual(['3', '4', '5']);
  expect(await over('operate-variable-*')).toEqual(['3-naam', '4-naam', '5-naam']);
  expect(await over('tasklist-task-8*')).toEqual(['t3', 't4', 't5']);
  expect(await over('tasklist-task-variable-*')).toEqual(['t3-naam', 't4-naam', 't5-naam']);
  expect(await over('tasklist-process-instance-*')).toEqual(['3', '4', '5']);
  expect(await over('zeebe-record-variable'), 'wat Tasklist nog niet las blijft').toEqual(['30', '40']);
  expect(await over('zeebe-record-job-batch'), 'dit leest niemand').toEqual(['40']);
  expect(await forgetHistory(url, nu), 'nog eens kan geen kwaad').toBe(0);
}, 120_000);
