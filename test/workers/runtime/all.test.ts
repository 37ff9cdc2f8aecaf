import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allWorkers } from '../../../workers/all.ts';

it('elk werkerbestand staat in allWorkers, en zijn type is zijn bestandsnaam', () => {
  const dir = new URL('../../../workers/', import.meta.url);
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.ts') && name !== 'all.ts' && /\): Worker</.test(readFileSync(new URL(name, dir), 'utf8')))
    .map((name) => name.replace('.ts', ''));
  const types = allWorkers({} as never).map((worker) => worker.type);
  expect([...types].sort()).toEqual(files.sort());
});
