import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { example } from './helpers/example.ts';
import { escaleer, preludeA, stand, vierDagenThuis, ziek } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { meldingenVan, registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

const VOOR = ziek(['2025-09-15', '2025-09-16', '2025-09-17', '2025-09-18']);
const NA = ziek(['2025-09-29', '2025-09-30', '2025-10-01', '2025-10-02']);

test('errata §1 CA-01-5: terugval tijdens het sluiten, een aanmelding erbij, en weer thuis na het sluiten: steeds dezelfde casus', async () => {
  const kind = { leerlingLeerlingId: 'L-TERUGVAL', signaalDatumSignaal: '2025-09-05' };
  const casus = await preludeA(proef, kind);
  proef.las.vergeetAlles();
  const { casusId } = casus;
  const nummer = casus.variabele('casusnummer');
  await casus.bericht('verzuim-gestopt', { datumVolledigTerug: '2025-09-22' }, '2025-09-24T11:00');
  expect(casus.teDoen()).toEqual(['KT-18']);
  await casus.bericht('verzuimstand', stand('2025-09-19', VOOR), '2025-09-24T12:00');
  expect(casus.teDoen(), 'de dagen van vóór de terugkeer waren de reden van de casus').toContain('KT-18');

  await casus.bericht('verzuimstand', stand('2025-10-03', NA), '2025-10-03T16:00');
  expect(casus.teDoen(), 'de route begint opnieuw en de escalatie is er meteen').toEqual(expect.arrayContaining(['KT-01a', 'KT-07a']));
  expect(casus.teDoen()).not.toContain('KT-18');
  const { logboek } = await registerVan(proef, casusId);
  expect(logboek.find((r) => r.actie === 'Terugval tijdens het sluiten')?.uitkomst).toContain('Afsluitnotitie schrijven');
  expect(proef.beeld.variable('afronding', casus.instantie)).toBeNull();

  const tweede = await proef.meldAan(startForm({ ...kind, signaalDatumSignaal: '2025-10-01', verzuimRegels: ziek(['2025-09-26']) }));
  await tweede.afgelopen();
  expect([tweede.pad().at(-1), tweede.incidenten()]).toEqual(['EE_loopt_al', []]);
  const rijen = await proef.register.db.selectFrom('verzuimRegel').select('datum').where('datum', '=', '2025-09-26').execute();
  expect(rijen).toEqual([{ datum: '2025-09-26' }]);
  const leeg = await proef.meldAan(startForm({ ...kind, signaalDatumSignaal: '2025-10-02', verzuimRegels: [] }));
  await leeg.afgelopen();
  expect(leeg.pad()).toContain('EE_niets_nieuw');
  expect(await meldingenVan(proef, casusId)).toEqual(expect.arrayContaining(['N-50', 'N-51']));

  await casus.bericht('verzuim-gestopt', { datumVolledigTerug: '2025-10-13' }, '2025-10-14T11:00');
  await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'WEER_OP_SCHOOL', einddatum: '2025-10-14' }), '2025-10-14T12:00');
  expect(casus.pad()).toContain('EE_klaar');
  await proef.zetKlok('2025-11-10T09:00');
  const terug = await proef.meldAan(startForm({ ...kind, signaalDatumSignaal: '2025-11-07', verzuimRegels: ziek(['2025-11-04', '2025-11-05']) }));
  expect([terug.casusId, terug.variabele('casusnummer')]).toEqual([casusId, nummer]);
  expect(terug.teDoen()).toContain('KT-01a');
  const register = await registerVan(proef, casusId);
  expect(register.thuiszitter).toMatchObject([{ eindDatum: null, reden: null }]);
  expect(register.logboek.map((r) => r.actie)).toContain('Casus heropend');
  expect(terug.incidenten()).toEqual([]);
});

test('een signaal wacht tot de route het kan gebruiken; wat niet meer kan komt terug, en een melding aan DUO overleeft het sluiten', async () => {
  const casus = await preludeA(proef);
  const { casusId } = casus;
  const signaal = (signaalType: string, datum: string, anders = {}) =>
    example('casus-signaal', { casusnummer: casus.variabele('casusnummer'), signaalType, datum, datumVolledigTerug: undefined, toelichting: undefined, ...anders });
  const stand = async () => (await proef.register.db.selectFrom('signaal').select(['bericht', 'stand']).where('casusId', '=', casusId).where('bericht', 'in', ['cce-gewenst', 'inschrijving-bevestigd']).orderBy('bericht').execute()).map((s) => `${s.bericht}: ${s.stand}`);
  await proef.zetKlok('2025-09-18T10:00');
  for (const soort of ['cce-gewenst', 'inschrijving-bevestigd']) await proef.start('casus-signaal', signaal(soort, '2025-09-18', { ingeschrevenOp: '2025-09-18' }));
  await proef.quiesce();
  expect(await stand(), 'de overstap is er nog niet, dus de inschrijving wacht').toEqual(['cce-gewenst: GEVANGEN', 'inschrijving-bevestigd: ONTVANGEN']);
  const uitkomsten = (await registerVan(proef, casusId)).logboek.filter((r) => r.actie === 'Consult CCE gewenst').map((r) => r.uitkomst);
  expect(uitkomsten).toEqual([expect.stringMatching(/^Ontvangen/), expect.stringMatching(/^Doorgegeven/)]);
  await escaleer(proef, casus, '2025-09-26', vierDagenThuis, '2025-09-29');

  proef.las.vergeetAlles();
  await casus.bericht('verzuim-gestopt', { datumVolledigTerug: '2025-10-01' }, '2025-10-02T11:00');
  const impasse = await proef.start('casus-signaal', signaal('impasse', '2025-10-02'));
  await proef.quiesce();
  expect(JSON.stringify(proef.beeld.variable('fouten_CA_18_2', impasse))).toMatch(/wordt gesloten; alleen de afsluitnotitie staat nog open/);
  expect(casus.teDoen()).toEqual(['CA-02-1', 'KT-18']);
  await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'WEER_OP_SCHOOL', einddatum: '2025-10-02' }), '2025-10-02T12:00');
  await casus.afgelopen();
  expect((await registerVan(proef, casusId)).logboek.find((r) => r.actie === 'Casus afgesloten')?.uitkomst).toContain('Niet meer opgepakt: Inschrijving bevestigd (18 september 2025)');
  const laat = await proef.start('casus-signaal', signaal('cce-gewenst', '2025-10-02'));
  await proef.quiesce();
  expect(JSON.stringify(proef.beeld.variable('fouten_CA_18_2', laat))).toMatch(/is gesloten op 2 oktober 2025/);
  await proef.complete([...proef.beeld.tasks.values()].find((t) => t.instance === laat)?.key ?? '', signaal('cce-gewenst', '2025-10-02', { intrekken: true }));
  await proef.quiesce();
  expect(proef.beeld.isAlive(laat)).toBe(false);
  await casus.doe('CA-02-1', example('duo-verzuimmelding', { gronden: ['ESCALATIE_THUIS'], periodeVan: '2025-09-22', periodeTot: '2025-09-29', urenOngeoorloofd: 0, aantalTeLaat: 0, aardVerzuim: 'ZIEKTE' }));
  expect((await registerVan(proef, casusId)).duo.map((d) => d.soort)).toContain('MELDING');
  expect(casus.incidenten()).toEqual([]);
});
