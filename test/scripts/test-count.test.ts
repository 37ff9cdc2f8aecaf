import { expect, test } from 'vitest';
// @ts-expect-error gewone JavaScript zonder typen
import { countResults, failures, sumRuns } from '../../scripts/test-count.mjs';

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

test('runs worden opgeteld; wat fout eindigt zonder foute test, of zonder test of rapport, is één fout', () => {
  const goed = { testResults: [file('passed', 'passed', 'passed')] };
  expect(sumRuns([{ code: 0, report: goed }, { code: 0, report: goed }])).toEqual({ passed: 4, failed: 0 });
  expect(sumRuns([{ code: 0, report: goed }, { code: 1, report: goed }])).toEqual({ passed: 4, failed: 1 });
  expect(sumRuns([{ code: 1, report: { testResults: [file('failed', 'passed', 'failed')] } }])).toEqual({ passed: 1, failed: 1 });
  expect(sumRuns([{ code: 0, report: goed }, { code: null, report: undefined }, { code: 0, report: { testResults: [] } }])).toEqual({ passed: 2, failed: 2 });
});

test('wat er mis is staat aan het eind, ook van een bestand dat niet laadt', () => {
  const fout = { name: 'a.test.ts', status: 'failed', assertionResults: [{ status: 'passed', fullName: 'goed' }, { status: 'failed', fullName: 'een kind wacht', failureMessages: ['Error: te laat\n  at x'] }] };
  const laadtNiet = { name: 'b.test.ts', status: 'failed', message: 'Cannot find module\nx', assertionResults: [] };
  expect(failures([{ report: { testResults: [fout, laadtNiet] } }, { report: undefined }])).toEqual(['FOUT a.test.ts > een kind wacht: Error: te laat', 'FOUT b.test.ts: Cannot find module']);
});
