import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareOutcome } from '../../scripts/demo/outcome.ts';
import type { Verwacht } from '../../scripts/demo/scenario.ts';
import type { Player } from '../../scripts/demo/player.ts';
import { open } from '../helpers/casus.ts';
import { openTestDatabase, type TestDatabase } from '../helpers/databases.ts';

let proef: TestDatabase;
let casusId: string;
beforeAll(async () => {
  proef = await openTestDatabase('pglite');
  ({ casusId } = await open(proef.register));
}, 60_000);
afterAll(() => proef.close());

const speler = (verwacht: Verwacht, { leeft = true, taken = [] as string[] } = {}): Player =>
  ({ kind: { kenmerk: 'kind 1', scenario: { verwacht } }, leeft, casusId, openTaken: () => taken.map((elementId) => ({ elementId })), stapVan: ({ elementId }: { elementId: string }) => elementId }) as unknown as Player;
const vergelijk = (...spelers: Player[]): Promise<string[]> => compareOutcome(proef.register, spelers);

test('een kind dat is waar zijn scenario het wil hebben, wordt niet genoemd', async () => {
  expect(await vergelijk(speler({ open: ['KT-14'] }, { taken: ['KT-06w', 'KT-14'] }), speler({ open: [] }))).toEqual([]);
});

test('een kind op een andere plek krijgt een zin die zegt waar het is', async () => {
  expect(await vergelijk(speler({ open: ['JG-02', 'JG-02b'] }, { taken: ['CA-02-1'] }), speler({ open: ['KT-14'] }, { leeft: false }), speler({ afgerond: 'VERZUIM_GESTOPT' }))).toEqual([
    'kind 1: open staat CA-02-1, niet JG-02 of JG-02b', 'kind 1: de route is al afgerond', 'kind 1: de route loopt nog, er staat geen taak open',
  ]);
});

test('een afgeronde route telt pas als de casus in het register is afgesloten, om de goede reden', async () => {
  const done = speler({ afgerond: 'VERZUIM_GESTOPT' }, { leeft: false });
  expect(await vergelijk(done)).toEqual(['kind 1: de casus is in het register niet afgesloten']);
  await proef.register.db.updateTable('casus').set({ status: 'afgesloten', afgeslotenOp: new Date('2026-01-09T12:00:00+01:00'), reden: 'UITGESCHREVEN_VERHUISD' }).execute();
  expect(await vergelijk(done)).toEqual(['kind 1: afgesloten met UITGESCHREVEN_VERHUISD in plaats van VERZUIM_GESTOPT']);
  await proef.register.db.updateTable('casus').set({ reden: 'VERZUIM_GESTOPT' }).execute();
  expect(await vergelijk(done)).toEqual([]);
});
