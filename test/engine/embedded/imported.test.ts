import { afterEach, expect, test } from 'vitest';
import { waitUntilImported } from '../../../engine/embedded/imported.ts';
import { StartError } from '../../../engine/embedded/start-error.ts';
import { startStandIn, type Answer } from '../helpers/webserver.ts';

const UITGEROLD = [
  { kind: 'proces', id: 'kernteam', version: 1, key: '11' },
  { kind: 'beslissing', id: 'termijnen', version: 1, key: '12' },
  { kind: 'formulier', id: 'gesprek-ouders', version: 1, key: '13' },
] as const;
const isAlive = new Promise<StartError>(() => undefined);
let index: Awaited<ReturnType<typeof startStandIn>>;
afterEach(() => index.stop());

/** De zoekindex van Tasklist, die na een aantal vragen alles kent. */
async function zoekindex(...responses: Answer[]): Promise<string> {
  index = await startStandIn(() => responses[Math.min(index.requests.length, responses.length) - 1] as Answer);
  return index.url;
}

test('wacht tot Tasklist elk proces en elk formulier kan vinden, en vraagt niet naar beslistabellen', async () => {
  const opensearchUrl = await zoekindex({ status: 503, json: {} }, { json: { count: 0 } }, { json: { count: 1 } }, { json: { count: 2 } });
  const gemeld: string[] = [];
  await waitUntilImported({ opensearchUrl, deployed: UITGEROLD, died: isAlive, report: (line) => gemeld.push(line) });
  expect(index.requests).toHaveLength(4);
  expect(index.requests[0]?.content).toEqual({ query: { ids: { values: ['11', '13'] } } });
  expect(gemeld).toEqual([expect.stringContaining('leest de nieuwe modellen')]);
});

test('is er niets nieuws, dan is één vraag genoeg en wordt er niets gemeld', async () => {
  const opensearchUrl = await zoekindex({ json: { count: 2 } });
  const gemeld: string[] = [];
  await waitUntilImported({ opensearchUrl, deployed: UITGEROLD, died: isAlive, report: (line) => gemeld.push(line) });
  expect(index.requests).toHaveLength(1);
  expect(gemeld).toEqual([]);
});

test('duurt het te lang, dan zegt de start wat er aan de hand is', async () => {
  const opensearchUrl = await zoekindex({ json: { count: 1 } });
  const attempt = waitUntilImported({ opensearchUrl, deployed: UITGEROLD, died: isAlive, budgetMs: 10 });
  await expect(attempt).rejects.toThrow(StartError);
  await expect(attempt).rejects.toThrow(/nog niet ingelezen/);
});

test('een JVM die sterft en Ctrl-C breken het wachten af', async () => {
  const opensearchUrl = await zoekindex({ json: { count: 0 } });
  const dead = new StartError('webapps is gestopt.');
  await expect(waitUntilImported({ opensearchUrl, deployed: UITGEROLD, died: Promise.resolve(dead) })).rejects.toBe(dead);
  await expect(waitUntilImported({ opensearchUrl, deployed: UITGEROLD, died: isAlive, signal: AbortSignal.abort(new Error('gestopt')) })).rejects.toThrow('gestopt');
});
