import { expect, test } from 'vitest';
import { beginSluiten, sluitCasus } from '../../registratie/casus-afsluiten.ts';
import { makeCasusHeropenen } from '../../workers/casus-heropenen.ts';
import { openKaleCasus, registreer } from '../helpers/casus.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();

test.each(['terwijl de afsluittaak openstaat', 'in de minuut waarin de casus net gesloten is'])('%s: het einde vervalt en het logboek noemt wat is afgebroken', async (moment) => {
  const { register, klok } = bank;
  const { casusId } = await openKaleCasus(register);
  await registreer(register, casusId);
  await register.transaction((tx) => beginSluiten(tx, casusId, '2025-09-05'));
  if (moment.startsWith('in de minuut')) await register.transaction((tx) => sluitCasus(tx, casusId, { reden: 'VERZUIM_GESTOPT', resultaat: 'WEER_OP_SCHOOL', einddatum: '2025-09-08', op: klok.nu() }));
  await runWorker(makeCasusHeropenen(bank.deps()), { casusId, vervalt: 'Afsluitnotitie schrijven' });
  expect(await register.db.selectFrom('casus').selectAll().executeTakeFirst()).toMatchObject({ status: 'open', reden: null, eindDatum: null, afgeslotenOp: null, sluitVanaf: null, routeOpnieuwSinds: '2025-09-08' });
  expect(await register.db.selectFrom('thuiszittersregistratie').selectAll().executeTakeFirst()).toMatchObject({ eindDatum: null, reden: null, resultaat: null, kwartaal: null });
  expect(await register.db.selectFrom('logboekRegel').select(['actie', 'uitkomst']).execute()).toEqual([{ actie: 'Terugval tijdens het sluiten', uitkomst: expect.stringContaining('Afgebroken: Afsluitnotitie schrijven.') }]);
});
