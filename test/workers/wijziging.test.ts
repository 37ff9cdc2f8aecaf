import { beforeEach, expect, test } from 'vitest';
import { makeCasusLezen } from '../../workers/casus-lezen.ts';
import { makeMeldingVersturen } from '../../workers/melding-versturen.ts';
import { makeWijzigingDoorvoeren } from '../../workers/wijziging-doorvoeren.ts';
import { makeWijzigingVastleggen } from '../../workers/wijziging-vastleggen.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { fakeTakenbord } from '../helpers/takenbord.ts';
import { businessError, makeJob, runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
let casusnummer: string;
beforeEach(async () => {
  ({ casusId, casusnummer } = await open(bank.register));
});

const wissel = (anders: Record<string, unknown> = {}) => ({
  casusnummer, signaalType: 'ander-contactpersoon', wijzigingVanaf: '2025-10-01', contactRol: 'ib-er', contactNaam: 'K. Nieuw', contactEmail: 'k.nieuw@wilgenbrug.example', contactUserId: 'k.nieuw', ...anders,
});
const vastleggen = (invoer: Record<string, unknown>) => runWorker(makeWijzigingVastleggen(bank.deps()), invoer);
const taken = () => fakeTakenbord([
  { elementId: 'een_taak', key: '1', casusId, assignee: 'ib', groepen: ['ib-er-10AB'] },
  { elementId: 'een_taak', key: '2', casusId, assignee: 'collega', groepen: ['ib-er-10AB'] },
  { elementId: 'een_taak', key: '3', casusId: crypto.randomUUID(), assignee: 'ib', groepen: ['ib-er-10AB'] },
]);
const ibEr = async () => ((await runWorker(makeCasusLezen(bank.deps()), { casusId })).personen as Record<string, string>).ibEr;

test('tot de dag blijft alles bij de vorige; daarna gaan taken, nieuwe taken, mails en teksten naar de nieuwe persoon', async () => {
  const uit = await vastleggen(wissel());
  expect(uit).toMatchObject({ casusId, wijzigingOp: '2025-10-01T00:00:00+02:00' });
  expect(JSON.stringify(uit)).not.toMatch(/Nieuw|nieuw@/);
  expect(await ibEr()).toBe('ib');

  bank.klok.zet('2025-10-01T00:00:00+02:00');
  const bord = taken();
  const worker = makeWijzigingDoorvoeren({ ...bank.deps(), takenbord: bord });
  const job = makeJob({ type: worker.type });
  for (const _ of [1, 2]) await runWorker(worker, { casusId, wijzigingId: uit.wijzigingId }, { job });
  expect(await ibEr()).toBe('k.nieuw');
  expect(bord.taken.map((t) => t.assignee)).toEqual(['k.nieuw', 'collega', 'ib']);
  await runWorker(makeMeldingVersturen(bank.deps()), { casusId }, { headers: { meldingen: 'N-12' } });
  const post = await bank.register.db.selectFrom('uitgaand').select(['melding', 'adres', 'tekst']).orderBy('id').execute();
  expect(post[0]).toMatchObject({ melding: 'N-41', adres: 'k.nieuw@wilgenbrug.example' });
  expect(post[0]?.tekst).toContain('vanaf nu IB-er');
  expect(post.slice(1).map((p) => p.tekst).join()).toContain('K. Nieuw');
  expect(post.map((p) => p.melding)).toEqual(['N-41', 'N-12']);
});

test('een andere groep geldt vanaf de dag, en schuift daarna weer mee', async () => {
  const { wijzigingId } = await vastleggen({ casusnummer, signaalType: 'andere-groep', wijzigingVanaf: '2026-08-01', nieuweGroep: '4' });
  bank.klok.zet('2026-08-03T09:00:00+02:00');
  const groep = async () => (await runWorker(makeCasusLezen(bank.deps()), { casusId })).leerling;
  expect(await groep()).toMatchObject({ groep: 5 });
  await runWorker(makeWijzigingDoorvoeren(bank.deps()), { casusId, wijzigingId });
  expect(await groep()).toMatchObject({ groep: 4 });
  expect(await bank.register.db.selectFrom('uitgaand').selectAll().execute()).toEqual([]);
});

test('alles wat niet klopt komt in één keer terug, bij de IB-er van die school', async () => {
  const fout = await businessError(vastleggen(wissel({ wijzigingVanaf: null, contactRol: null, contactNaam: '', contactEmail: 'geen adres' })));
  expect(fout).toMatchObject({ code: 'ONVOLDOENDE_GEGEVENS', variables: { verbeterGroep: 'ib-er-10AB' } });
  expect(fout.variables.validatieFouten).toHaveLength(4);
  expect((await businessError(vastleggen(wissel({ contactUserId: 'onbekend' })))).variables.validatieFouten).toEqual([expect.stringMatching(/^Gebruikersnaam: deze gebruikersnaam bestaat niet/)]);
  expect((await businessError(vastleggen(wissel({ signaalType: 'andere-groep', nieuweGroep: 9 })))).variables.validatieFouten).toEqual(['Groep: kies groep 1 tot en met 8.']);
});

test('een onbekend nummer gaat naar het samenwerkingsverband, en een gesloten casus verandert niet meer', async () => {
  expect((await businessError(vastleggen(wissel({ casusnummer: '2020-9999' })))).variables).toMatchObject({ verbeterGroep: 'contactpersoon-swv', validatieFouten: [expect.stringMatching(/^Casusnummer/)] });
  const { wijzigingId } = await vastleggen(wissel());
  await bank.register.db.updateTable('casus').set({ status: 'afgesloten', afgeslotenOp: bank.klok.nu(), reden: 'VERZUIM_GESTOPT' }).where('casusId', '=', casusId).execute();
  await runWorker(makeWijzigingDoorvoeren(bank.deps()), { casusId, wijzigingId });
  expect(await ibEr()).toBe('ib');
  await open(bank.register, nieuweCasus({}, 'L-2018-0088'));
});
