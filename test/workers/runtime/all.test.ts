import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allWorkers } from '../../../workers/all.ts';

const dir = new URL('../../../workers/', import.meta.url);
const files = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== 'all.ts').map(({ name }) => name.replace('.ts', ''));
const workers = allWorkers({} as never);

it('elk bestand in workers/ is een werker in allWorkers, en zijn type is zijn bestandsnaam', () => {
  expect(workers.map(({ type }) => type).sort()).toEqual(files.sort());
});

it('alleen wie een heel formulier bewaart haalt alle variabelen op', () => {
  expect(workers.filter(({ fetch }) => fetch === undefined).map(({ type }) => type)).toEqual(['logboek-schrijven', 'meldcode-vastleggen']);
});
