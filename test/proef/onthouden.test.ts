import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Deelnemers } from '../../proef/deelnemers.ts';
import { onthoud } from '../../proef/onthouden.ts';
import { opname } from './opnames.ts';

let dir: string;
beforeAll(async () => { dir = await mkdtemp(join(tmpdir(), 'proef-onthoud-')); });
afterAll(() => rm(dir, { recursive: true, force: true }));

test('wat er nu draait wordt één keer gespeeld; een andere uitrol, ander spel of de eigen bestanden elke keer', async () => {
  const gespeeld: string[] = [];
  const veld = onthoud({ speel: async (kant, bestanden) => { gespeeld.push(`${kant} ${[...bestanden.values()].join()}`); return [opname()]; }, stop: async () => undefined }, dir);
  const wie: Deelnemers = { kinderen: [], begin: new Date('2026-09-07'), einde: new Date('2027-03-31') };
  const [een, twee] = [new Map([['bpmn/a.bpmn', 'een']]), new Map([['bpmn/a.bpmn', 'twee']])];
  expect(await veld.speel('nu', een, wie)).toEqual([opname()]);
  expect(await veld.speel('nu', een, wie)).toEqual([opname()]);
  await veld.speel('nu', twee, wie);
  await veld.speel('nu', een, { ...wie, merk: 'andere paden' });
  await veld.speel('straks', een, wie);
  await veld.speel('straks', een, wie);
  expect(gespeeld).toEqual(['nu een', 'nu twee', 'nu een', 'straks een', 'straks een']);
});
