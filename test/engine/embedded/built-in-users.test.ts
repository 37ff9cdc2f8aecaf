import { expect, test } from 'vitest';
import { removeBuiltInUsers } from '../../../engine/embedded/built-in-users.ts';
import { startStandIn } from '../helpers/webserver.ts';

test('de accounts act en view verdwijnen uit elke index met gebruikers, en alleen die', async () => {
  const opensearch = await startStandIn(({ method, path }) => {
    if (path.startsWith('/_cat/')) return { json: [{ index: 'operate-user-1' }, { index: 'tasklist-user-1' }] };
    if (method === 'POST') return { json: { hits: { hits: path.includes('operate') ? [{ _id: 'act' }, { _id: 'view' }] : [{ _id: 'a/1' }] } } };
    return { json: {} };
  });
  await removeBuiltInUsers(opensearch.url).finally(() => opensearch.stop());
  const [, eerste] = opensearch.requests;
  expect(eerste?.content).toEqual({ size: 10, query: { terms: { userId: ['act', 'view'] } } });
  expect(opensearch.requests.filter((r) => r.method === 'DELETE').map((r) => r.path)).toEqual([
    '/operate-user-1/_doc/act?refresh=true', '/operate-user-1/_doc/view?refresh=true', '/tasklist-user-1/_doc/a%2F1?refresh=true',
  ]);
});

test('weigert OpenSearch, dan start Routeboek niet met een open account', async () => {
  const opensearch = await startStandIn(() => ({ status: 500, json: {} }));
  await expect(removeBuiltInUsers(opensearch.url).finally(() => opensearch.stop())).rejects.toThrow(/ingebouwde accounts/);
});
