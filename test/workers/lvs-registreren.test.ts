import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import { makeLvsRegistreren } from '../../workers/lvs-registreren.ts';
import { open } from '../helpers/casus.ts';
import { runWorker, makeJob, openWorkbench, type Workbench } from '../helpers/worker.ts';

let bank: Workbench;
let casusId: string;
beforeAll(async () => void (bank = await openWorkbench()), 60_000);
beforeEach(async () => {
  await bank.clear();
  ({ casusId } = await open(bank.register));
});
afterAll(() => bank.close());

const rijen = () => bank.register.db.selectFrom('lvs').selectAll().execute();

test('legt de uitkomst vast met de afspraken uit het logboek; een herhaling geeft geen tweede rij', async () => {
  await bank.register.db.transaction().execute((tx) =>
    voegLogboekToe(tx, { casusId, tijdstip: bank.klok.nu(), stap: 'KT-01a', actie: 'Gesprek', actor: 'ib-er', rol: 'ib-er', uitkomst: 'x', velden: { afspraken: 'Elke dag even bellen.' }, sleutel: 'g' }),
  );
  const zelfde = makeJob({ type: 'lvs-registreren' });
  const invoer = { casusId, gesprekOuders: { gesprekDatum: '2025-09-07', datumVolledigTerug: '2025-09-08' } };
  for (const _ of [1, 2]) await runWorker(makeLvsRegistreren(bank.deps()), invoer, { job: zelfde });
  expect(await rijen()).toEqual([{ casusId, datum: '2025-09-07', uitkomst: 'Het verzuim is gestopt. Volledig terug sinds 8 september 2025.', afspraken: 'Elke dag even bellen.' }]);
});

test('zonder gesprek telt vandaag', async () => {
  await runWorker(makeLvsRegistreren(bank.deps()), { casusId, gesprekOuders: null });
  expect(await rijen()).toEqual([{ casusId, datum: '2025-09-08', uitkomst: 'Het verzuim is gestopt.', afspraken: null }]);
});
