import { beforeEach, describe, expect, test } from 'vitest';
import { makeCasusBijwerken } from '../../workers/casus-bijwerken.ts';
import { makeCasusLezen } from '../../workers/casus-lezen.ts';
import { makeCasusRegistreren } from '../../workers/casus-registreren.ts';
import { open } from '../helpers/casus.ts';
import { businessError, runWorker, makeJob, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
beforeEach(async () => {
  ({ casusId } = await open(bank.register));
});

const bijwerken = (invoer: Record<string, unknown>, meer: Parameters<typeof runWorker>[2] = {}) => runWorker(makeCasusBijwerken(bank.deps()), { casusId, ...invoer }, meer);
const registreren = () => runWorker(makeCasusRegistreren(bank.deps()), { casusId });
const rij = () => bank.register.db.selectFrom('thuiszittersregistratie').selectAll().executeTakeFirst();

test('zet de genoemde kolommen en laat de rest staan', async () => {
  await registreren();
  await bijwerken({ velden: { escalatieDatum: '2025-09-24', cyclus: 1, dagenThuisWeek: 3.5, leerplichtBetrokken: true, jeugdteamBetrokken: null } });
  expect(await rij()).toMatchObject({ escalatieDatum: '2025-09-24', cyclus: 1, dagenThuisWeek: 3.5, leerplichtBetrokken: true, jeugdteamBetrokken: false, registratieStatus: 'DREIGEND_THUISZITTER' });
});

test('een nieuwe regisseur wordt contact en komt in de rij voor de cijfers, ook als die rij er pas later is', async () => {
  const contacten = [{ rol: 'regisseur-swv', userId: 'regisseur', naam: 'R. Regie', email: 'r@swv.example' }];
  await bijwerken({ velden: {}, contacten });
  await registreren();
  expect(await rij()).toMatchObject({ regisseurSwv: 'R. Regie' });
  await bijwerken({ contacten: [{ rol: 'regisseur-swv', userId: null, naam: 'S. Nieuw', email: 's@swv.example' }] });
  expect(await rij()).toMatchObject({ regisseurSwv: 'S. Nieuw' });
});

test('wordt een kind tijdens de route leerplichtig, dan komt de rij er alsnog', async () => {
  await bank.register.db.updateTable('leerling').set({ geboortedatum: '2021-09-20' }).execute();
  await registreren();
  await bijwerken({ velden: { registratieStatus: 'NIET_LEERPLICHTIG', dagenThuisWeek: 2 } });
  expect(await rij()).toBeUndefined();
  await bijwerken({ velden: { registratieStatus: 'DREIGEND_THUISZITTER', dagenThuisWeek: 3 } });
  expect(await rij()).toMatchObject({ registratieStatus: 'DREIGEND_THUISZITTER', dagenThuisWeek: 3 });
});

test('een kind dat zijn groep overdoet houdt die groep, en gaat het jaar erna weer mee', async () => {
  const lees = async () => (await runWorker(makeCasusLezen(bank.deps()), { casusId })).leerling;
  bank.klok.zet('2026-09-01T09:00:00+02:00');
  expect(await lees()).toMatchObject({ groep: 5 });
  await bijwerken({ velden: { groep: 4 } });
  expect(await lees()).toMatchObject({ groep: 4 });
  bank.klok.zet('2027-08-02T09:00:00+02:00');
  expect(await lees()).toMatchObject({ groep: 5 });
});

test('vóór het logboek open is komt er geen rij', async () => {
  await bijwerken({ velden: { registratieStatus: 'DREIGEND_THUISZITTER' } });
  expect(await rij()).toBeUndefined();
});

describe('wat niet mag', () => {
  test.each([
    ['een kolom buiten de lijst', { leerlingId: 'x' }, /"velden\.leerlingId"/],
    ['een sleutel', { casusnummer: '2025-9999' }, /"velden\.casusnummer"/],
    ['zes dagen thuis', { dagenThuisWeek: 6 }, /"velden\.dagenThuisWeek"/],
    ['een datum die niet bestaat', { escalatieDatum: '2025-02-30' }, /"velden\.escalatieDatum"/],
  ])('%s wordt een incident dat het veld noemt', async (_naam, velden, verwacht) => {
    await registreren();
    const voor = await rij();
    await expect(bijwerken({ velden })).rejects.toThrow(verwacht);
    expect(await rij()).toEqual(voor);
  });
});

test('een formulier met fouten gaat terug en verandert niets', async () => {
  await registreren();
  const invoer = { overlegDatum: '2025-12-01' };
  const error = await businessError(bijwerken({ velden: { cyclus: 2 }, invoer }, { headers: { controle: 'regisseurs-voorstel' } }));
  expect(error.code).toBe('ONVOLDOENDE_GEGEVENS');
  expect((error.variables.validatieFouten as string[]).length).toBeGreaterThan(0);
  expect((await rij())?.cyclus).toBeNull();
  await bijwerken({ velden: { cyclus: 2 }, invoer: { overlegDatum: '2025-09-08' } }, { headers: { controle: 'regisseurs-voorstel' } });
  expect((await rij())?.cyclus).toBe(2);
});

test('een herhaalde opdracht overschrijft geen nieuwere waarde', async () => {
  await registreren();
  const oud = makeJob({ type: 'casus-bijwerken' });
  await bijwerken({ velden: { cyclus: 1 } }, oud);
  await bijwerken({ velden: { cyclus: 2 } });
  await bijwerken({ velden: { cyclus: 1 } }, oud);
  expect((await rij())?.cyclus).toBe(2);
});

test('niemand wordt regisseur onder een gebruikersnaam die niet bestaat', async () => {
  const contacten = [{ rol: 'regisseur-swv', userId: 'onbekend', naam: 'R. Regie', email: 'r@swv.example' }];
  expect((await businessError(bijwerken({ contacten }))).variables.validatieFouten).toEqual([expect.stringMatching(/^Gebruikersnaam: deze gebruikersnaam bestaat niet/)]);
  expect(await bank.register.db.selectFrom('contact').select('rol').where('rol', '=', 'regisseur-swv').execute()).toEqual([]);
});
