import { beforeEach, describe, expect, test } from 'vitest';
import { BIJ_SCHOOL_VAN_TOEN, isBijSchoolVanToen, metSchoolVanToen, rollenVanNu } from '../../domein/taken/school-van-toen.ts';
import { modelstappen } from '../../domein/stappen/modelstappen.ts';
import { slaWijzigingOp } from '../../registratie/wijzigingen.ts';
import { makeCasusLezen } from '../../workers/casus-lezen.ts';
import { makeSchoolWijzigen } from '../../workers/school-wijzigen.ts';
import { nieuweCasus, open, registreer } from '../helpers/casus.ts';
import { fakeTakenbord } from '../helpers/takenbord.ts';
import { makeJob, runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
beforeEach(async () => {
  ({ casusId } = await open(bank.register));
  await registreer(bank.register, casusId);
});

const KADE = { brin: '30CD', naam: 'OBS De Kade', schooltype: 'BAO' as const, plaats: 'Dordrecht', email: 'info@kade.example', heeftKernteam: false, gebied: 'Dordrecht', schoolbestuur: 'Stichting De Brug' };
async function wijziging(anders: Record<string, unknown> = {}): Promise<string> {
  const wijzigingId = crypto.randomUUID();
  const school = { school: KADE, leerlingnummer: 'NIEUW-0001', contacten: [{ rol: 'ib-er', userId: 'nieuw', naam: 'K. Nieuw', email: 'k@kade.example' }], ...anders };
  await bank.register.transaction((tx) => slaWijzigingOp(tx, { wijzigingId, casusId, soort: 'school', rol: null, userId: null, naam: null, email: null, groep: null, school, vanaf: '2025-09-08', ontvangenOp: bank.klok.nu() }));
  return wijzigingId;
}
const nu = async () => (await bank.register.db.selectFrom('contact').select(['rol', 'userId']).where('casusId', '=', casusId).where('tot', 'is', null).orderBy('rol').execute());

test('school, kind, registratie, groepen en mensen zijn die van nu; nog eens doen verandert niets', async () => {
  const { db } = bank.register;
  const bord = fakeTakenbord([
    { elementId: 'gesprek_ouders', key: '1', casusId, assignee: 'ib', groepen: ['ib-er-10AB'] },
    { elementId: 'CA_02_1', key: '2', casusId, assignee: 'ib', groepen: ['ib-er-10AB'] },
    { elementId: 'een_taak', key: '3', casusId, assignee: null, groepen: ['regisseur-schoolbestuur-10AB', 'regisseur-swv'] },
  ]);
  const worker = makeSchoolWijzigen({ ...bank.deps(), takenbord: bord });
  const wijzigingId = await wijziging();
  const job = makeJob({ type: worker.type });
  for (const _ of [1, 2]) expect(await runWorker(worker, { casusId, wijzigingId }, { job })).toEqual({ overgang: { vorigeSchool: 'OBS De Wilgenbrug', anderBestuur: false, ingeschrevenOp: '2025-09-08' } });
  expect(await db.selectFrom('casus').select(['brin', 'casusnummer', 'status']).executeTakeFirst()).toEqual({ brin: '30CD', casusnummer: '2025-0001', status: 'open' });
  expect(await db.selectFrom('leerling').select(['brin', 'leerlingnummer']).executeTakeFirst()).toEqual({ brin: '30CD', leerlingnummer: 'NIEUW-0001' });
  expect(await db.selectFrom('thuiszittersregistratie').select(['brin', 'schoolbestuur']).executeTakeFirst()).toEqual({ brin: '30CD', schoolbestuur: 'Stichting De Brug' });
  expect(await nu()).toEqual([{ rol: 'ib-er', userId: 'nieuw' }, { rol: 'schoolbestuur', userId: null }]);
  expect(bord.taken.map(({ assignee, groepen }) => [assignee, ...groepen])).toEqual([
    ['nieuw', 'ib-er-30CD'],
    ['ib', 'ib-er-10AB'],
    [null, 'regisseur-schoolbestuur-30CD', 'regisseur-swv'],
  ]);
  const stand = await runWorker(makeCasusLezen(bank.deps()), { casusId, rollen: { gesprek: { rol: 'ib-er', kandidaten: ['ib-er-10AB'] } }, groepen: { ibEr: 'ib-er-10AB' } });
  expect(stand).toMatchObject({ school: { brin: '30CD', heeftKernteam: false }, groepen: { ibEr: 'ib-er-30CD' }, personen: { ibEr: 'nieuw' }, rollen: { gesprek: { rol: 'ib-er', kandidaten: ['ib-er-30CD'] } } });
  expect((await db.selectFrom('logboekRegel').select('actie').execute()).map((r) => r.actie)).toEqual(['Leerling naar een andere school']);
});

test('een proces dat bij de vorige school hoort houdt haar groepen en mensen', async () => {
  await runWorker(makeSchoolWijzigen(bank.deps()), { casusId, wijzigingId: await wijziging() });
  const toen = { casusId, groepen: { ibEr: 'ib-er-10AB', leerplichtambtenaar: 'leerplichtambtenaar-sliedrecht' }, personen: { ibEr: 'ib' } };
  const uit = await runWorker(makeCasusLezen(bank.deps()), toen, { bpmnProcessId: 'meldcode' });
  expect(uit).toMatchObject({ groepen: { ibEr: 'ib-er-10AB' }, personen: { ibEr: 'ib' } });
  expect(uit).not.toHaveProperty('school');
});

test('verhuisde het kind ook, dan hoort de casus dat; stond het nergens ingeschreven, dan nu wel', async () => {
  const { db } = bank.register;
  await db.updateTable('leerling').set({ ingeschreven: false }).execute();
  await runWorker(makeSchoolWijzigen(bank.deps()), { casusId, wijzigingId: await wijziging({ woongemeente: 'Dordrecht' }) });
  expect(await db.selectFrom('leerling').select('ingeschreven').executeTakeFirst()).toEqual({ ingeschreven: true });
  expect(await db.selectFrom('signaal').select(['bericht', 'inhoud']).execute()).toEqual([{ bericht: 'woongemeente-gewijzigd', inhoud: { nieuweGemeente: 'Dordrecht', signaalDatum: '2025-09-08' } }]);
});

test('bij een ander schoolbestuur hoort de regisseur van het vorige er niet meer bij', async () => {
  await bank.register.db.insertInto('contact').values({ contactId: crypto.randomUUID(), casusId, rol: 'regisseur-schoolbestuur', userId: 'r', naam: null, email: null, sinds: bank.klok.nu() }).execute();
  const { overgang } = await runWorker(makeSchoolWijzigen(bank.deps()), { casusId, wijzigingId: await wijziging({ school: { ...KADE, schoolbestuur: 'Stichting Ander' } }) });
  expect(overgang).toMatchObject({ anderBestuur: true });
  expect((await nu()).map((c) => c.rol)).toEqual(['ib-er']);
});

describe('wat bij de school van toen hoort', () => {
  test('elk zo genoemd proces bestaat, en zijn taken zijn te herkennen', async () => {
    for (const proces of BIJ_SCHOOL_VAN_TOEN) expect((await modelstappen(proces, 'SE_start')).inLogboek, proces).not.toBeUndefined();
    expect(await isBijSchoolVanToen(modelstappen, 'CA_02_1')).toBe(true);
    expect(await isBijSchoolVanToen(modelstappen, 'gesprek_ouders')).toBe(false);
  });
  test('zonder andere school verandert er niets', () => {
    expect(rollenVanNu({ a: ['ib-er-10AB'] }, { ibEr: 'ib-er-10AB' }, { ibEr: 'ib-er-10AB' })).toBeUndefined();
    expect(metSchoolVanToen({ ibEr: 'ib-er-30CD', jeugdteam: 'j' }, null)).toEqual({ ibEr: 'ib-er-30CD', jeugdteam: 'j' });
  });
});

test('een ander kind met hetzelfde nummer op die school: dat hoort niet stil te gebeuren', async () => {
  const ander = nieuweCasus({ school: KADE, leerling: { ...nieuweCasus().leerling, leerlingnummer: 'NIEUW-0001', roepnaam: 'Sara', geboortedatum: '2017-01-01' } }, 'NIEUW-0001');
  await open(bank.register, ander);
  await expect(runWorker(makeSchoolWijzigen(bank.deps()), { casusId, wijzigingId: await wijziging() })).rejects.toThrow();
});
