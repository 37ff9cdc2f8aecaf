import { z } from 'zod';
import { makeAsk, type Ask } from './ask-opensearch.ts';

/** Zo lang na het einde van een casus tonen Operate en Tasklist wat er in haar taken en variabelen stond; gelijk aan camunda/application.yaml. */
export const HISTORY_DAYS = 90;
/** Zo lang blijven de records waar Operate en Tasklist uit lezen. Daarin staat nog wat op het startformulier is getypt. */
export const RECORD_DAYS = 7;

const DAY_MS = 86_400_000;
/** Routes per keer, zodat een vraag niet te groot wordt. */
const BATCH = 100;
/** Velden van Operate (getal) en van Tasklist (tekst) met de instantie waar een stuk bij hoort. */
const OWNER = { operate: 'processInstanceKey', tasklist: 'processInstanceId' };

const hits = z.object({ hits: z.object({ hits: z.array(z.object({ _source: z.looseObject({}) })) }) });
const root = z.object({ processInstanceKey: z.union([z.string(), z.number()]).transform(String) });
const position = z.object({ aliasName: z.string(), position: z.number() });
const task = z.object({ id: z.string() });

/**
 * Wist uit OpenSearch wat langer dan de bewaartermijn geleden is. De archivering van Operate en Tasklist kan dat hier niet
 * (`webapps.ts`), en de bewaartermijn van de exporter vraagt een onderdeel dat deze OpenSearch niet heeft. Nog eens draaien kan geen kwaad.
 * @returns hoeveel afgelopen routes er gewist zijn
 */
export async function forgetHistory(opensearchUrl: string, now: Date): Promise<number> {
  const ask = makeAsk(opensearchUrl, { refusal: (vraag, status) => new Error(`OpenSearch weigert ${vraag}: ${status}`) });
  await forgetRecords(ask, now.getTime() - RECORD_DAYS * DAY_MS);
  const before = new Date(now.getTime() - HISTORY_DAYS * DAY_MS);
  await remove(ask, 'operate-message-*', { range: { publishDate: { lt: before.toISOString() } } });
  let gone = 0;
  for (;;) {
    const roots = await finishedRoots(ask, before);
    if (roots.length === 0) break;
    await forgetInstances(ask, await withCalled(ask, roots));
    gone += roots.length;
  }
  // Gewiste stukken blijven anders op de schijf staan tot OpenSearch vanzelf eens opruimt.
  if (gone > 0) await ask('POST', 'operate-*,tasklist-*/_forcemerge?only_expunge_deletes=true');
  await ask('POST', 'zeebe-record_*/_forcemerge?only_expunge_deletes=true');
  return gone;
}

/** Zoekt in indexen die er nog niet hoeven te zijn. */
const search = async (ask: Ask, index: string, query: unknown, fields: string[]): Promise<unknown[]> =>
  hits.parse(await ask('POST', `${index}/_search?ignore_unavailable=true`, { size: 10_000, query, _source: fields })).hits.hits.map((hit) => hit._source);
/** Wat intussen veranderde blijft staan tot de volgende keer. */
const remove = (ask: Ask, index: string, query: unknown): Promise<unknown> => ask('POST', `${index}/_delete_by_query?conflicts=proceed&refresh=true&ignore_unavailable=true`, { query });

/** Routes die voor dit moment zijn afgelopen. Wat een ander aanriep hoort bij die ander, en blijft zolang die nog loopt. */
async function finishedRoots(ask: Ask, before: Date): Promise<string[]> {
  const query = { bool: { filter: [{ term: { joinRelation: 'processInstance' } }, { range: { endDate: { lt: before.toISOString() } } }], must_not: [{ exists: { field: 'parentProcessInstanceKey' } }] } };
  return (await search(ask, 'operate-list-view-*', query, [OWNER.operate])).slice(0, BATCH).map((item) => root.parse(item).processInstanceKey);
}

/** Deze routes en alles wat zij aanriepen: OpenSearch knipt het pad van een instantie (`PI_1/FN_x/FI_2/PI_3`) in elk begin ervan. */
async function withCalled(ask: Ask, roots: readonly string[]): Promise<string[]> {
  const query = { bool: { filter: [{ term: { joinRelation: 'processInstance' } }, { terms: { treePath: roots.map((key) => `PI_${key}`) } }] } };
  return [...roots, ...(await search(ask, 'operate-list-view-*', query, [OWNER.operate])).map((item) => root.parse(item).processInstanceKey)];
}

/** De gegevens eerst en de instanties zelf het laatst: wordt dit onderbroken, dan vindt de volgende keer ze terug. */
async function forgetInstances(ask: Ask, keys: readonly string[]): Promise<void> {
  const tasks = (await search(ask, 'tasklist-task-8*', { terms: { [OWNER.tasklist]: keys } }, ['id'])).map((item) => task.parse(item).id);
  await remove(ask, 'tasklist-task-variable-*,tasklist-draft-task-variable-*', { terms: { taskId: tasks } });
  await remove(ask, 'tasklist-*', { bool: { should: [{ terms: { [OWNER.tasklist]: keys } }, { bool: { filter: [{ terms: { id: keys } }, { wildcard: { _index: 'tasklist-process-instance-*' } }] } }] } });
  await remove(ask, 'operate-*,-operate-list-view-*,-operate-import-position-*', { terms: { [OWNER.operate]: keys } });
  await remove(ask, 'operate-list-view-*', { terms: { [OWNER.operate]: keys } });
}

/** Records van vóór dit moment, voor zover Operate en Tasklist ze hebben gelezen; wat zij niet lezen gaat alleen op leeftijd. */
async function forgetRecords(ask: Ask, before: number): Promise<void> {
  const imported = new Map<string, number>();
  for (const item of await search(ask, 'operate-import-position-*,tasklist-import-position-*', { match_all: {} }, ['aliasName', 'position'])) {
    const { aliasName, position: read } = position.parse(item);
    imported.set(aliasName, Math.min(read, imported.get(aliasName) ?? Infinity));
  }
  const aliases = Object.values((await ask('GET', '_alias/zeebe-record-*')) as Record<string, { aliases: Record<string, unknown> }>).flatMap((index) => Object.keys(index.aliases));
  for (const alias of new Set(aliases)) {
    const read = imported.get(alias);
    await remove(ask, alias, { bool: { filter: [{ range: { timestamp: { lt: before } } }, ...(read === undefined ? [] : [{ range: { position: { lte: read } } }])] } });
  }
}
