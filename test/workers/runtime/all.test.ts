import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { allWorkers } from '../../../workers/all.ts';
import type { Worker } from '../../../workers/runtime/worker.ts';

/** De werkers die een bestand maakt: wat zijn `make…` teruggeeft. Maken doet nog niets met de afhankelijkheden. */
async function workersIn(url: URL): Promise<Worker[]> {
  const module = await import(url.href) as Record<string, unknown>;
  return Object.entries(module)
    .filter((entry): entry is [string, (deps: object) => Worker] => entry[0].startsWith('make') && typeof entry[1] === 'function')
    .map(([, make]) => make({}));
}

it('elk werkerbestand staat in allWorkers, en zijn type is zijn bestandsnaam', { timeout: 60_000 }, async () => {
  const dir = new URL('../../../workers/', import.meta.url);
  const files = readdirSync(dir).filter((name) => name.endsWith('.ts') && name !== 'all.ts');
  const found = await Promise.all(files.map(async (name) => ({ file: basename(name, '.ts'), types: (await workersIn(new URL(name, dir))).map((worker) => worker.type) })));
  expect(found).toEqual(found.map(({ file }) => ({ file, types: [file] })));
  expect(allWorkers({} as never).map((worker) => worker.type).sort()).toEqual(found.map(({ file }) => file).sort());
});
