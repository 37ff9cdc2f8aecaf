import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { install } from '../../../engine/embedded/install.ts';
import { findJava } from '../../../engine/embedded/find-jdk.ts';
import { startOpensearch } from '../../../engine/embedded/opensearch.ts';
import type { JvmProcess } from '../../../engine/embedded/jvm-process.ts';
import { updateTasklistSchema } from '../../../engine/embedded/tasklist-schema.ts';
import { freePorts } from '../../helpers/free-port.ts';

const INDEX = 'tasklist-list-view-8.6.0_';
const ALIAS = 'tasklist-list-view-8.6.0_alias';
/** Zo schrijft Tasklist een tijd die precies op een hele seconde valt; haar andere tijden hebben milliseconden of geen seconden. */
const HELE_SECONDE = '2026-01-13T15:00:01+01:00';

let url: string;
let proces: JvmProcess;
let dir: string;
let nieuw: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'routeboek-opensearch-'));
  const java = await findJava();
  const installatie = await install(java);
  nieuw = readFileSync(join(installatie.tasklist, 'schema/os/create/template/tasklist-list-view.json'), 'utf8');
  const [port, transportPoort] = (await freePorts(2)) as [number, number];
  ({ url, proces } = await startOpensearch({ java, installation: installatie, dir, port, transportPort: transportPoort, onStarted: () => undefined }));
}, 240_000);
afterAll(async () => {
  await proces?.stop();
  await rm(dir, { recursive: true, force: true });
});
afterEach(() => vraag('DELETE', '*tasklist-*?ignore_unavailable=true'));

async function vraag(methode: string, path: string, inhoud?: unknown): Promise<{ status: number; json: Record<string, unknown> }> {
  const antwoord = await fetch(`${url}/${path}`, { method: methode, headers: { 'content-type': 'application/json' }, ...(inhoud === undefined ? {} : { body: JSON.stringify(inhoud) }) });
  return { status: antwoord.status, json: (await antwoord.json()) as Record<string, unknown> };
}

const makeIndex = (naam: string, schema: string, aliases: Record<string, unknown> = { [ALIAS]: {} }): Promise<unknown> =>
  vraag('PUT', naam, { settings: { number_of_shards: 1, number_of_replicas: 0 }, mappings: JSON.parse(schema) as unknown, aliases });
const schrijfTaak = async (naam: string, id: string, creationTime: string): Promise<number> =>
  (await vraag('PUT', `${naam}/_doc/${id}?routing=7&refresh=true`, { id, creationTime, join: { name: 'task', parent: '7' } })).status;
const aantal = async (naam: string): Promise<unknown> => (await vraag('GET', `${naam}/_count`)).json['count'];
const zoalsCamunda = (): string => nieuw.replaceAll('date_time || date_time_no_millis ||', 'date_time ||');

test('een taak die op een hele seconde ontstaat past in het verbeterde schema, en niet in dat van Camunda', async () => {
  expect(zoalsCamunda()).not.toBe(nieuw);
  await makeIndex(INDEX, zoalsCamunda());
  expect(await schrijfTaak(INDEX, '1', HELE_SECONDE)).toBe(400);
  await vraag('DELETE', INDEX);
  await makeIndex(INDEX, nieuw);
  expect(await schrijfTaak(INDEX, '1', HELE_SECONDE)).toBe(201);
  expect(await schrijfTaak(INDEX, '2', '2026-01-13T15:00:01.123+01:00')).toBe(201);
});

test('een index van vóór de verbetering gaat over met al haar taken, en een tweede keer verandert niets', async () => {
  await makeIndex(INDEX, zoalsCamunda());
  for (const id of ['1', '2']) await schrijfTaak(INDEX, id, '2026-01-13T15:00:01.5+01:00');
  await updateTasklistSchema(url);
  expect(await aantal(ALIAS)).toBe(2);
  expect(await schrijfTaak(INDEX, '3', HELE_SECONDE)).toBe(201);
  await updateTasklistSchema(url);
  expect(await aantal(ALIAS)).toBe(3);
  expect((await vraag('GET', '_resolve/index/*tasklist-*')).json['indices']).toHaveLength(1);
});

test('een onderbroken overgang gaat bij de volgende start verder, waar zij ook ophield', async () => {
  // De nieuwe is half gevuld, de oude is er nog.
  await makeIndex(INDEX, zoalsCamunda());
  for (const id of ['1', '2']) await schrijfTaak(INDEX, id, '2026-01-13T15:00:01.5+01:00');
  await makeIndex(`routeboek-${INDEX}`, nieuw, {});
  await schrijfTaak(`routeboek-${INDEX}`, '1', '2026-01-13T15:00:01.5+01:00');
  await updateTasklistSchema(url);
  expect(await aantal(ALIAS)).toBe(2);

  // De oude is al weg, de nieuwe heeft haar naam nog niet.
  await vraag('DELETE', INDEX);
  await makeIndex(`routeboek-${INDEX}`, nieuw);
  await schrijfTaak(`routeboek-${INDEX}`, '1', HELE_SECONDE);
  await vraag('PUT', `routeboek-${INDEX}/_settings`, { 'index.blocks.write': true });
  await updateTasklistSchema(url);
  expect(await aantal(ALIAS)).toBe(1);
  expect(await schrijfTaak(INDEX, '2', HELE_SECONDE)).toBe(201);
});

test('zonder index van Tasklist, bij een allereerste start, gebeurt er niets', async () => {
  await updateTasklistSchema(url);
  expect((await vraag('GET', '_resolve/index/*tasklist-*')).json['indices']).toEqual([]);
});
