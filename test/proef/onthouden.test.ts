import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Deelnemers } from '../../proef/deelnemers.ts';
import { onthoud } from '../../proef/onthouden.ts';
import { VASTGELOPEN } from '../../proef/opname.ts';
import type { DemoKind } from '../../scripts/demo/kind.ts';
import { opname } from './opnames.ts';

let dir: string;
beforeAll(async () => { dir = await mkdtemp(join(tmpdir(), 'proef-onthoud-')); });
afterAll(() => rm(dir, { recursive: true, force: true }));

const kind = (naam: string, anders = {}) => ({ scenario: { naam }, aanmelding: {}, aangemeldOp: new Date('2026-09-07'), ...anders }) as never as DemoKind;
const wie = (...namen: string[]): Deelnemers => ({ kinderen: namen.map((naam) => kind(naam)), begin: new Date('2026-09-07'), einde: new Date('2027-03-31') });
const [een, twee] = [new Map([['bpmn/a.bpmn', 'een']]), new Map([['bpmn/a.bpmn', 'twee']])];

/** Een veld dat zegt wie het speelt. */
function opstelling(afloop = 'loopt nog') {
  const gespeeld: string[] = [];
  const veld = onthoud({
    speel: async (_kant, bestanden, { kinderen }) => {
      if (kinderen.length > 0) gespeeld.push(`${[...bestanden.values()].join()}: ${kinderen.map(({ scenario }) => scenario.naam).join(' ')}`);
      return kinderen.map(({ scenario: { naam } }) => opname({ naam, afloop }));
    },
    stop: async () => undefined,
  }, dir);
  return { gespeeld, speel: async (bestanden: typeof een, deelnemers: Deelnemers, kant = 'nu') => (await veld.speel(kant, bestanden, deelnemers)).map(({ naam }) => naam) };
}

test('een kind wordt met dezelfde bestanden één keer gespeeld, en alleen wie er bij komt nog', async () => {
  const { gespeeld, speel } = opstelling();
  expect(await speel(een, wie('a', 'b'))).toEqual(['a', 'b']);
  expect(await speel(een, wie('b', 'a'))).toEqual(['b', 'a']);
  expect(await speel(een, wie('a', 'c', 'b'))).toEqual(['a', 'c', 'b']);
  await speel(een, { ...wie('a'), merk: 'andere paden' });
  await speel(een, { ...wie('a'), einde: new Date('2027-05-31') });
  await speel(een, { ...wie('a'), kinderen: [kind('a', { aangemeldOp: new Date('2026-09-14') })] });
  expect(gespeeld).toEqual(['een: a b', 'een: c', 'een: a', 'een: a', 'een: a']);
});

test('wat geprobeerd is en daarna wordt uitgerold, is de volgende keer al gespeeld', async () => {
  const { gespeeld, speel } = opstelling();
  await speel(twee, wie('a'), 'straks');
  await speel(twee, wie('a', 'b'), 'nu');
  expect(gespeeld).toEqual(['twee: a', 'twee: b']);
});

test('wat vastliep wordt de volgende keer opnieuw geprobeerd', async () => {
  const { gespeeld, speel } = opstelling(`${VASTGELOPEN}geen antwoord`);
  const drie = new Map([['bpmn/a.bpmn', 'drie']]);
  await speel(drie, wie('a'));
  await speel(drie, wie('a'));
  expect(gespeeld).toEqual(['drie: a', 'drie: a']);
});
