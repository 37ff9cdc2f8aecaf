import { beforeEach, expect, test } from 'vitest';
import type { OpenTask } from '../../engine/reads/reads.ts';
import { makeTakenHerinneren } from '../../workers/taken-herinneren.ts';
import { open } from '../helpers/casus.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
beforeEach(async () => {
  bank.klok.zet('2025-09-10T08:00:00+02:00');
  ({ casusId } = await open(bank.register));
});

const taak = (anders: Partial<OpenTask> = {}): OpenTask => ({
  key: '77', elementInstanceKey: '78', elementId: 'KT_01a', name: 'Met ouders spreken', casusId, uiterlijk: '2025-09-09T17:00:00+02:00', assignee: null, groepen: ['ib-er-10AB'], ...anders,
});
const herinner = (...taken: OpenTask[]) => runWorker(makeTakenHerinneren({ ...bank.deps(), takenLezen: { openTasks: async () => taken } }), {});
const post = () => bank.register.db.selectFrom('uitgaand').selectAll().orderBy('id').execute();

test('één herinnering per taak die te laat is, met een link naar die taak', async () => {
  await herinner(taak());
  await herinner(taak());
  const rijen = await post();
  expect(rijen).toMatchObject([{ melding: 'N-29', aanRol: 'ib-er', adres: 'ib@wilgenbrug.example' }]);
  expect(rijen[0]?.tekst).toContain('Taak: Met ouders spreken');
  expect(rijen[0]?.tekst).toContain('dinsdag 9 september 2025 om 17:00');
  expect(rijen[0]?.tekst).toContain('/77');
});

test('wie de taak op naam heeft krijgt de herinnering; onbekend in het register dan de groepen', async () => {
  await herinner(taak({ assignee: 'ib', groepen: ['regisseur-swv'] }), taak({ elementInstanceKey: '79', assignee: 'onbekend', groepen: ['regisseur-swv', 'regisseur-schoolbestuur-10AB'] }));
  expect((await post()).map((p) => p.aanRol)).toEqual(['ib-er', 'regisseur-swv', 'regisseur-schoolbestuur']);
});

test('nog niet te laat, zonder datum of zonder casus: geen herinnering', async () => {
  await herinner(taak({ uiterlijk: '2025-09-10T17:00:00+02:00' }), taak({ uiterlijk: null }), taak({ casusId: null }), taak({ casusId: 'geen-uuid' }));
  expect(await post()).toEqual([]);
});

test('in het weekend wacht de herinnering tot de volgende schooldag', async () => {
  bank.klok.zet('2025-09-13T08:00:00+02:00');
  await herinner(taak());
  expect(await post()).toEqual([]);
  bank.klok.zet('2025-09-15T08:00:00+02:00');
  await herinner(taak());
  expect(await post()).toHaveLength(1);
});
