import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PARAGRAPHS, sourceLines } from '../../scripts/traceability/paragraphs.ts';
import { readRows } from '../../scripts/traceability/rows.ts';
import { page, rowsOf } from '../../scripts/traceability/table.ts';

const rows = await readRows();

test('elke paragraaf van het routeboek met een handeling heeft een stap in een model', () => {
  expect(PARAGRAPHS.filter((paragraph) => rowsOf(paragraph, rows).length === 0).map(({ naam }) => naam)).toEqual([]);
});

test('elke taak met een stap wordt door een procestest genoemd', () => {
  expect(rows.filter(({ formulier, tests }) => formulier !== undefined && tests.length === 0).map(({ model, stappen }) => `${model}: ${stappen.join(' ')}`)).toEqual([]);
});

test('docs/herleiding.md past bij de modellen en de tests; zo niet, draai npm run traceability', () => {
  const eerder = readFileSync(new URL('../../docs/herleiding.md', import.meta.url), 'utf8');
  expect(eerder.replaceAll('\r\n', '\n')).toBe(page(rows));
});

test.each([
  ['Bron: routeboek r. 51–55, 145–148.', [[51, 55], [145, 148]]],
  ['Bron: routeboek r. 84-86 en r. 178-180', [[84, 86], [178, 180]]],
  ['Bron: voorstel.', []],
])('een bronvermelding noemt regels: %s', (tekst, verwacht) => {
  expect(sourceLines(tekst)).toEqual(verwacht);
});
