import { expect, test } from 'vitest';
// @ts-expect-error gewone JavaScript zonder typen
import { countResults } from '../../scripts/test-count.mjs';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((uitkomst) => ({ status: uitkomst })) });

test('goede tests tellen als goed', () => {
  expect(countResults({ testResults: [file('passed', 'passed', 'passed'), file('passed', 'passed', 'skipped')] })).toEqual({ passed: 3, failed: 0 });
});

test('wat in een mislukt bestand niet aan de beurt kwam is fout, niet overgeslagen', () => {
  expect(countResults({ testResults: [file('failed', 'passed', 'skipped', 'skipped'), file('failed', 'failed', 'passed')] })).toEqual({ passed: 2, failed: 3 });
});

test('een bestand dat niet laadt is één fout', () => {
  expect(countResults({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1 });
});
