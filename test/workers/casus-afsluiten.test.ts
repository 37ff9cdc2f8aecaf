import { beforeEach, expect, test } from 'vitest';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import { makeCasusAfsluiten } from '../../workers/casus-afsluiten.ts';
import { makeCasusRegistreren } from '../../workers/casus-registreren.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { runWorker, makeJob, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
beforeEach(async () => {
  ({ casusId } = await open(bank.register));
  await runWorker(makeCasusRegistreren(bank.deps()), { casusId });
});

const headers = { notitie: 'afsluitnotitie' };
const afronding = { reden: 'VERZUIM_GESTOPT', resultaat: 'WEER_OP_SCHOOL', einddatum: '2025-10-01', nietsVanDit: 'x' };

test('het kwartaal volgt uit de einddatum, de notitie uit het logboek', async () => {
  await bank.register.db.transaction().execute((tx) =>
    voegLogboekToe(tx, { casusId, tijdstip: bank.klok.nu(), stap: 'KT-18', formulier: 'afsluitnotitie', actie: 'Afsluiten', actor: 'regisseur-swv', rol: 'regisseur-swv', uitkomst: 'x', velden: { notitie: 'Het ging beter.' }, sleutel: 'kt18' }),
  );
  const zelfde = makeJob({ type: 'casus-afsluiten' });
  for (const _ of [1, 2]) expect(await runWorker(makeCasusAfsluiten(bank.deps()), { casusId, afronding, bestemming: 'De Sprong' }, { ...zelfde, headers })).toEqual({ afrondingKwartaal: '2025-Q4' });
  expect(await bank.register.db.selectFrom('thuiszittersregistratie').selectAll().executeTakeFirst()).toMatchObject({
    eindDatum: '2025-10-01', reden: 'VERZUIM_GESTOPT', resultaat: 'WEER_OP_SCHOOL', kwartaal: '2025-Q4', notitie: 'Het ging beter.', bestemming: 'De Sprong',
  });
  expect(await bank.register.db.selectFrom('casus').select(['status', 'eindDatum', 'reden']).executeTakeFirst()).toEqual({ status: 'afgesloten', eindDatum: '2025-10-01', reden: 'VERZUIM_GESTOPT' });
});

test('na afsluiten kan hetzelfde kind opnieuw worden aangemeld: zonder heropenen wordt dat een nieuwe casus', async () => {
  await runWorker(makeCasusAfsluiten(bank.deps()), { casusId, afronding }, { headers });
  expect((await open(bank.register, nieuweCasus({ procesInstantieKey: 'b', aanmeldSleutel: 'b' }))).casusnummer).toBe('2025-0002');
});

test('een onbekende reden wordt geweigerd', async () => {
  await expect(runWorker(makeCasusAfsluiten(bank.deps()), { casusId, afronding: { ...afronding, reden: 'ZOMAAR' } }, { headers })).rejects.toThrow('Het veld "afronding.reden" voldoet niet aan de afspraak.');
});
