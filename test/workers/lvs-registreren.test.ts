import { beforeEach, expect, test } from 'vitest';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import { makeLvsRegistreren } from '../../workers/lvs-registreren.ts';
import { open } from '../helpers/casus.ts';
import { runWorker, makeJob, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
const headers = { gesprek: 'gesprek-ouders' };
beforeEach(async () => {
  ({ casusId } = await open(bank.register));
});

const rijen = () => bank.register.db.selectFrom('lvs').selectAll().execute();

test('legt de uitkomst vast met de afspraken uit het logboek; een herhaling geeft geen tweede rij', async () => {
  await bank.register.db.transaction().execute((tx) =>
    voegLogboekToe(tx, { casusId, tijdstip: bank.klok.nu(), stap: 'KT-01a', formulier: 'gesprek-ouders', actie: 'Gesprek', actor: 'ib-er', rol: 'ib-er', uitkomst: 'x', velden: { gesprekDatum: '2025-09-07', datumVolledigTerug: '2025-09-08', afspraken: 'Elke dag even bellen.' }, sleutel: 'g' }),
  );
  const zelfde = makeJob({ type: 'lvs-registreren' });
  for (const _ of [1, 2]) await runWorker(makeLvsRegistreren(bank.deps()), { casusId }, { ...zelfde, headers });
  expect(await rijen()).toEqual([{ casusId, datum: '2025-09-07', uitkomst: 'Het verzuim is gestopt. Volledig terug sinds 8 september 2025.', afspraken: 'Elke dag even bellen.' }]);
});

test('zonder gesprek telt vandaag', async () => {
  await runWorker(makeLvsRegistreren(bank.deps()), { casusId }, { headers });
  expect(await rijen()).toEqual([{ casusId, datum: '2025-09-08', uitkomst: 'Het verzuim is gestopt.', afspraken: null }]);
});

test.each(['casus-signaal', 'monitoring-week', 'verzuimstand'])('"volledig terug sinds" op %s komt in het leerlingvolgsysteem, en de laatste keer telt', async (formulier) => {
  const schrijf = (naam: string, datumVolledigTerug: string) =>
    bank.register.db.transaction().execute((tx) =>
      voegLogboekToe(tx, { casusId, tijdstip: bank.klok.nu(), stap: 'KT-01a', formulier: naam, actie: 'x', actor: 'ib-er', rol: 'ib-er', uitkomst: 'x', velden: { datumVolledigTerug }, sleutel: `${naam}-${datumVolledigTerug}` }),
    );
  await schrijf('gesprek-ouders', '2025-09-01');
  await schrijf(formulier, '2025-09-05');
  await runWorker(makeLvsRegistreren(bank.deps()), { casusId }, { headers });
  expect((await rijen())[0]?.uitkomst).toBe('Het verzuim is gestopt. Volledig terug sinds 5 september 2025.');
});
