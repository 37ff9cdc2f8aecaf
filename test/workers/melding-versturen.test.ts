import { beforeEach, expect, test } from 'vitest';
import { makeMeldingVersturen } from '../../workers/melding-versturen.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';
import { runWorker, makeJob, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
beforeEach(async () => {
  ({ casusId } = await open(bank.register));
});

const post = () => bank.register.db.selectFrom('uitgaand').selectAll().orderBy('id').execute();
const stuur = (meldingen: string, invoer: Record<string, unknown> = {}, meer: { job?: ReturnType<typeof makeJob>; engine?: ReturnType<typeof fakeEngine> } = {}) =>
  runWorker(makeMeldingVersturen(bank.deps(meer.engine)), { casusId, ...invoer }, { headers: { meldingen }, ...meer.job });

test('errata §1.6 letters: elk adres krijgt een eigen bericht; ouders een eigen tekst en alleen wie gezag heeft', async () => {
  await stuur('N-24', { gegevens: { reden: 'VERZUIM_GESTOPT', resultaat: 'WEER_OP_SCHOOL' } });
  const rijen = await post();
  expect(rijen.map((r) => [r.aanRol, r.adres]).sort()).toEqual([
    ['ib-er', 'ib@wilgenbrug.example'],
    ['leerplichtambtenaar', 'leerplicht.sliedrecht@example.org'],
    ['ouders', 'ouder@voorbeeld.example'],
    ['schoolbestuur', 'bestuur@brug.example'],
  ]);
  const ouders = rijen.find((r) => r.aanRol === 'ouders');
  expect(ouders?.tekst).toMatch(/^Beste ouder of verzorger,/);
  expect(ouders?.tekst).not.toMatch(/localhost|takenlijst/);
  expect(rijen.find((r) => r.aanRol === 'ib-er')?.tekst).toContain('Resultaat: weer volledig op school');
  for (const { onderwerp, tekst } of rijen) {
    expect(onderwerp).toMatch(/2025-0001/);
    expect(`${onderwerp}${tekst}`).not.toMatch(/Milan|Koster|2018-03-14|LL-\d/);
  }
});

test('dezelfde opdracht nog eens, of tegelijk, geeft geen tweede bericht', async () => {
  const zelfde = makeJob({ type: 'melding-versturen' });
  await Promise.all([stuur('N-02,N-03', {}, { job: zelfde }), stuur('N-02, N-03', {}, { job: zelfde })]);
  await stuur('N-02,N-03', {}, { job: zelfde });
  expect((await post()).map((r) => r.melding)).toEqual(['N-02', 'N-03']);
  expect(await bank.register.db.selectFrom('logboekRegel').select('uitkomst').execute()).toEqual([{ uitkomst: 'N-02 aan schoolbestuur\nN-03 aan regisseur-swv' }]);
});

test('een nieuwe keer is een nieuw bericht, behalve als de gebeurtenis dezelfde is', async () => {
  await stuur('N-02');
  await stuur('N-02');
  expect(await post()).toHaveLength(2);
  await stuur('N-13', { gebeurtenis: 'cyclus-1' });
  await stuur('N-13', { gebeurtenis: 'cyclus-1' });
  await stuur('N-13', { gebeurtenis: 'cyclus-2' });
  expect((await post()).filter((r) => r.melding === 'N-13' && r.aanRol === 'regisseur-swv')).toHaveLength(2);
});

test('een rol zonder adres gaat niet verloren', async () => {
  await stuur('N-23', {}, { engine: fakeEngine({ adressen: { 'directeur-sbo': null } }) });
  expect(await post()).toMatchObject([{ aanRol: 'directeur-sbo', adres: null, status: 'dood', laatsteFout: 'geen adres bekend voor rol directeur-sbo' }]);
  expect(await bank.register.db.selectFrom('logboekRegel').select('uitkomst').execute()).toEqual([{ uitkomst: 'N-23 aan directeur-sbo: geen adres bekend' }]);
});

test('ouders zonder gezag of adres: zichtbaar en niet naar een ander', async () => {
  await bank.clear();
  const zonder = nieuweCasus({ ouders: [{ naam: 'B. Koster', relatie: 'ouder', email: 'zondergezag@voorbeeld.example', telefoon: null, gezag: false }] });
  casusId = (await open(bank.register, zonder)).casusId;
  await stuur('N-07');
  expect(await post()).toMatchObject([{ aanRol: 'ouders', adres: null, status: 'dood' }, { melding: 'N-45', aanRol: 'ib-er' }]);
});

test('errata §1.6 letters: een ouder met gezag zonder e-mailadres krijgt de brief op papier, ook als de andere ouder hem mailt', async () => {
  await bank.clear();
  const ouder = (naam: string, email: string | null) => ({ naam, relatie: 'ouder' as const, email, telefoon: null, gezag: true });
  casusId = (await open(bank.register, nieuweCasus({ ouders: [ouder('A. Koster', 'ouder@voorbeeld.example'), ouder('B. Koster', null)] }))).casusId;
  await stuur('N-07', { gegevens: { nietBereikt: true } });
  const rijen = await post();
  expect(rijen.map((r) => [r.melding, r.aanRol, r.adres]).sort((a, b) => String(a).localeCompare(String(b)))).toEqual([['N-07', 'ouders', null], ['N-07', 'ouders', 'ouder@voorbeeld.example'], ['N-45', 'ib-er', 'ib@wilgenbrug.example']]);
  expect(rijen.find((r) => r.melding === 'N-45')?.tekst).toContain('Het is ons nog niet gelukt u te bereiken');
});

test('over een kind van vier gaat geen bericht naar leerplicht, welke melding het ook is', async () => {
  await bank.clear();
  const { leerling, ...casus } = nieuweCasus();
  casusId = (await open(bank.register, { ...casus, leerling: { ...leerling, geboortedatum: '2021-03-14' } })).casusId;
  await stuur('N-05,N-18,N-24,N-27,N-30,N-34', { gegevens: { voorliggend: 'ONDERWIJS', reden: 'VERZUIM_GESTOPT', resultaat: 'WEER_OP_SCHOOL' } });
  const rijen = await post();
  expect(rijen.map((r) => r.aanRol)).not.toContain('leerplichtambtenaar');
  expect(rijen.map((r) => r.melding)).toEqual(expect.arrayContaining(['N-18', 'N-24', 'N-27']));
  for (const { tekst } of rijen) expect(tekst).not.toMatch(/leerplicht/i);
});

test('een vaste persoon gaat voor de beslistabel, en één adres krijgt één bericht', async () => {
  const engine = fakeEngine({ adressen: { 'regisseur-swv': { email: 'Zelfde@swv.example' }, 'sectordirecteur-swv': { email: 'zelfde@swv.example' } } });
  await stuur('N-31', { gegevens: { uren: 10.5, ramingMax: 10 } }, { engine });
  expect(await post()).toHaveLength(1);
  expect((await post())[0]?.tekst).toContain('Besteed: 10,5 uur. Geraamd: hoogstens 10 uur.');
});

test('wie ouder is en ook een rol heeft, krijgt de tekst van allebei', async () => {
  await bank.clear();
  const ouder = nieuweCasus({ ouders: [{ naam: 'J. Jansen', relatie: 'ouder', email: 'IB@wilgenbrug.example', telefoon: null, gezag: true }] });
  casusId = (await open(bank.register, ouder)).casusId;
  await stuur('N-24', { gegevens: { reden: 'VERZUIM_GESTOPT', resultaat: 'WEER_OP_SCHOOL' } });
  const zelfde = (await post()).filter((r) => r.adres?.toLowerCase() === 'ib@wilgenbrug.example');
  expect(zelfde.map((r) => r.aanRol).sort()).toEqual(['ib-er', 'ouders']);
  expect(new Set(zelfde.map((r) => r.messageId)).size).toBe(2);
});

test('de rol mag uit de gegevens komen', async () => {
  await stuur('N-29', { gegevens: { rol: 'leerplichtambtenaar', stap: 'CA-14-4' } });
  expect(await post()).toMatchObject([{ aanRol: 'leerplichtambtenaar', adres: 'leerplicht.sliedrecht@example.org' }]);
  await expect(stuur('N-29')).rejects.toThrow(/een rol nodig/);
});

test('een onbekende melding of casus is een incident', async () => {
  await expect(stuur('N-99')).rejects.toMatchObject({ kind: 'permanent', message: expect.stringContaining('"N-99"') });
  await expect(stuur('N-02', { casusId: '00000000-0000-4000-8000-000000000000' })).rejects.toMatchObject({ kind: 'permanent' });
});
