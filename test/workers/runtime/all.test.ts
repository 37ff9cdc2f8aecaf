import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { alleWerkers } from '../../../workers/all.ts';

it('elk werkerbestand staat in alleWerkers, en zijn type is zijn bestandsnaam', () => {
  const map = new URL('../../../workers/', import.meta.url);
  const bestanden = readdirSync(map)
    .filter((naam) => naam.endsWith('.ts') && naam !== 'all.ts' && /\): Werker</.test(readFileSync(new URL(naam, map), 'utf8')))
    .map((naam) => naam.replace('.ts', ''));
  const types = alleWerkers({} as never).map((werker) => werker.type);
  expect([...types].sort()).toEqual(bestanden.sort());
});
