import { beforeEach, expect, test } from 'vitest';
import { leesThuisperioden } from '../../registratie/thuisperiode-lezen.ts';
import { makeAfrondingControleren } from '../../workers/afronding-controleren.ts';
import { makeCasusLezen } from '../../workers/casus-lezen.ts';
import { makeInschrijvingBijwerken } from '../../workers/inschrijving-bijwerken.ts';
import { open, registreer } from '../helpers/casus.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
beforeEach(async () => {
  bank.klok.zet('2025-10-14T09:00:00+02:00');
  ({ casusId } = await open(bank.register));
  await registreer(bank.register, casusId);
});

const zet = (ingeschreven: boolean, sinds: string) => runWorker(makeInschrijvingBijwerken(bank.deps()), { casusId, ingeschreven, sinds }, { elementInstanceKey: `ei-${sinds}` });
const periode = async () => (await leesThuisperioden(bank.register.db, casusId)).at(-1);
const thuiszitter = () => bank.register.db.selectFrom('thuiszittersregistratie').select(['registratieStatus', 'reden']).executeTakeFirst();

test('op geen enkele school: de klok loopt van dag één, de status is absoluut verzuim, en de taken zeggen het (errata §3, r. 315–316)', async () => {
  expect(await zet(false, '2025-10-13')).toMatchObject({ leerling: { ingeschreven: false }, leerlingStatus: { registratieStatus: 'ABSOLUUT_VERZUIM' } });
  expect(await periode()).toMatchObject({ eersteDag: '2025-10-13', nergensIngeschrevenSinds: '2025-10-13', eindDag: null });
  expect(await thuiszitter()).toMatchObject({ registratieStatus: 'ABSOLUUT_VERZUIM' });
  const { klok } = await runWorker(makeCasusLezen(bank.deps()), { casusId });
  expect(klok).toMatchObject({ tekst: 'Staat op geen enkele school ingeschreven. Thuis sinds 13 oktober 2025: 1 dag. Over 27 dagen: 4 weken thuis (10 november 2025).' });
});

test('weer ingeschreven: het kind blijft thuiszitter en de klok loopt door, tot het echt naar school gaat (errata §3)', async () => {
  await zet(false, '2025-10-13');
  bank.klok.zet('2025-10-20T09:00:00+02:00');
  expect(await zet(true, '2025-10-17')).toMatchObject({ leerling: { ingeschreven: true }, leerlingStatus: { registratieStatus: 'THUISZITTER' } });
  expect(await periode()).toMatchObject({ eersteDag: '2025-10-13', nergensIngeschrevenTot: '2025-10-17', eindDag: null });
  expect((await runWorker(makeCasusLezen(bank.deps()), { casusId })).klok).toMatchObject({ nergensIngeschreven: false, thuisSinds: '2025-10-13' });
});

test('een melding die administratief bleek sluit zonder notitie en telt nergens mee', async () => {
  await zet(false, '2025-10-13');
  await bank.register.db.updateTable('casus').set({ logboekGestartOp: bank.klok.nu() }).execute();
  expect(await runWorker(makeAfrondingControleren(bank.deps()), { casusId, afronding: { reden: 'ADMINISTRATIEF' } })).toEqual({ registratieGestart: false });
  expect([await periode(), await thuiszitter()]).toEqual([undefined, undefined]);
  expect(await bank.register.db.selectFrom('casus').innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId').select(['status', 'reden', 'ingeschreven']).executeTakeFirst()).toEqual({ status: 'afgesloten', reden: 'ADMINISTRATIEF', ingeschreven: true });
});

test('een bevestigde inschrijving op een andere school eindigt de klok op die dag, en het kind is weer ingeschreven', async () => {
  await zet(false, '2025-10-13');
  await runWorker(makeAfrondingControleren(bank.deps()), { casusId, afronding: { reden: 'UITGESCHREVEN_VERHUISD', datumVolledigTerug: '2025-10-16' } });
  expect(await periode()).toMatchObject({ eindDag: '2025-10-16', eindeReden: 'UITGESCHREVEN_VERHUISD' });
  expect(await bank.register.db.selectFrom('leerling').select('ingeschreven').executeTakeFirst()).toEqual({ ingeschreven: true });
});
