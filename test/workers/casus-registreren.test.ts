import { expect, test } from 'vitest';
import { werkCasusBij } from '../../registratie/casus-bijwerken.ts';
import { bewaarThuisperiode } from '../../registratie/thuisperiode-bewaren.ts';
import { makeCasusRegistreren } from '../../workers/casus-registreren.ts';
import { open, openKaleCasus } from '../helpers/casus.ts';
import { runWorker, makeJob, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();

const rijen = () => bank.register.db.selectFrom('thuiszittersregistratie').selectAll().execute();

test('opent het logboek met de raming en maakt de rij met wat al bekend is', async () => {
  const { casusId } = await open(bank.register);
  const uit = await runWorker(makeCasusRegistreren(bank.deps()), { casusId });
  expect(uit).toEqual({ logboek: { gestart: true, urenRamingMin: 6, urenRamingMax: 10 } });
  expect(await rijen()).toMatchObject([{ registratieStatus: 'DREIGEND_THUISZITTER', gemeldOp: '2025-09-08', groep: 4, route: 'kernteam', schoolbestuur: 'Stichting De Brug' }]);
  expect(await bank.register.db.selectFrom('casus').select(['logboekGestartOp', 'urenRamingMax']).executeTakeFirst()).toEqual({ logboekGestartOp: bank.klok.nu(), urenRamingMax: 10 });
});

test('een kind dat niet leerplichtig is krijgt een logboek en geen rij', async () => {
  const { casusId } = await openKaleCasus(bank.register, '2021-09-20');
  expect(await runWorker(makeCasusRegistreren(bank.deps()), { casusId })).toMatchObject({ logboek: { gestart: true } });
  expect(await rijen()).toEqual([]);
});

test('een herhaalde opdracht verandert niets', async () => {
  const { casusId } = await open(bank.register);
  const zelfde = makeJob({ type: 'casus-registreren' });
  const invoer = { casusId };
  const a = await runWorker(makeCasusRegistreren(bank.deps()), invoer, zelfde);
  bank.klok.zet('2025-10-01T09:00:00Z');
  expect(await runWorker(makeCasusRegistreren(bank.deps()), invoer, zelfde)).toEqual(a);
  expect(await rijen()).toMatchObject([{ gemeldOp: '2025-09-08' }]);
  bank.klok.zet('2025-09-08T09:00:00+02:00');
});

test('een onbekende casus is een incident en geen nieuwe poging', async () => {
  await expect(runWorker(makeCasusRegistreren(bank.deps()), { casusId: '00000000-0000-4000-8000-000000000000' })).rejects.toMatchObject({ kind: 'permanent' });
});

test('opent een escalatie de registratie eerder dan stap 4, dan blijft haar status staan en staat er één regel in het logboek', async () => {
  const { casusId } = await open(bank.register);
  const { db } = bank.register;
  const opdracht = (elementInstanceKey: string) => runWorker(makeCasusRegistreren(bank.deps()), { casusId }, makeJob({ type: 'casus-registreren', elementInstanceKey }));
  await opdracht('1');
  await db.transaction().execute((tx) => werkCasusBij(tx, casusId, { verzuimstatus: 'DREIGEND_THUISZITTER_GEESCALEERD' }));
  await opdracht('2');
  expect(await rijen()).toMatchObject([{ registratieStatus: 'DREIGEND_THUISZITTER_GEESCALEERD' }]);
  expect(await db.selectFrom('logboekRegel').select('actie').where('actie', '=', 'Logboek geopend').execute()).toHaveLength(1);
});

test('errata §3: is het kind al langer dan vier weken thuis, dan begint de rij als thuiszitter', async () => {
  const { casusId } = await open(bank.register);
  await bank.register.transaction((tx) => bewaarThuisperiode(tx, casusId, { eersteDag: '2025-08-11', nergensIngeschrevenSinds: null, eindDag: null, eindeReden: null }, bank.klok.nu()));
  await runWorker(makeCasusRegistreren(bank.deps()), { casusId });
  expect(await rijen()).toMatchObject([{ registratieStatus: 'THUISZITTER' }]);
});
