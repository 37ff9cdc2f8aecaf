import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dag, escaleer, preludeA, vierDagenThuis } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { meldingenVan, registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';
import { example } from './helpers/example.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

describe('casus-signaal vanuit Tasklist', () => {
  const signaal = (anders = {}) => example('casus-signaal', { signaalType: 'verzuim-gestopt', datum: '2025-09-22', datumVolledigTerug: '2025-09-22', ...anders });

  test('het casusnummer brengt het signaal bij de juiste casus', async () => {
    const casus = await preludeA(proef);
    await proef.zetKlok('2025-09-24T11:00');
    await proef.start('casus-signaal', signaal({ casusnummer: casus.variabele('casusnummer') }));
    await proef.quiesce();
    expect(casus.teDoen()).toEqual(['KT-18']);
  });

  test('na de escalatie komt een verzuimstand met de hand gewoon in het register; een dag na de peildatum komt terug', async () => {
    const casus = await preludeA(proef);
    await escaleer(proef, casus, '2025-09-26', vierDagenThuis, '2025-09-29');
    proef.las.vergeetAlles();
    await proef.zetKlok('2025-10-03T15:00');
    const regels = ['2025-09-29', '2025-09-30', '2025-10-01', '2025-10-02', '2025-10-03'].map((d) => dag(d, 2, 5, 'VERMOEDELIJK_ONGEOORLOOFD'));
    const opgave = (anders: Record<string, unknown>) =>
      signaal({ casusnummer: casus.variabele('casusnummer'), signaalType: 'verzuimstand', datum: '2025-10-03', datumVolledigTerug: undefined, toelichting: undefined, regels, teLaat: [], tweeWekenGroteMoeite: true, ...anders });
    const instantie = await proef.start('casus-signaal', opgave({ datum: '2025-10-02' }));
    await proef.quiesce();
    expect(JSON.stringify(proef.beeld.variable('fouten_CA_18_2', instantie))).toMatch(/Verzuim per dag, rij 5 \(3 oktober 2025\): deze dag ligt na de peildatum/);
    expect(casus.variabele('verzuim')).toMatchObject({ peildatum: '2025-09-26' });
    const taak = [...proef.beeld.tasks.values()].find((t) => t.instance === instantie);
    await proef.complete(taak?.key ?? '', opgave({}));
    await proef.quiesce();
    // Vijf dagen van vijf uur, en de dag waaraan de school bij de escalatie twijfelde: die melding staat nog open.
    expect(casus.variabele('verzuim')).toMatchObject({ peildatum: '2025-10-03', dagenThuisWeek: 5, urenOngeoorloofd4wk: 30 });
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toMatchObject([{ dagenThuisWeek: 5 }]);
    // Het wordt ook een grond om te melden, naast de melding van de escalatie die nog openstaat.
    expect(casus.openTaken().filter((t) => t.elementId === 'CA_02_1')).toHaveLength(2);
    expect(casus.incidenten()).toEqual([]);
  });

  test('een onbekend casusnummer komt terug met uitleg', async () => {
    await proef.zetKlok('2025-09-24T11:00');
    const instantie = await proef.start('casus-signaal', signaal({ casusnummer: '2025-9999' }));
    await proef.quiesce();
    const taak = [...proef.beeld.tasks.values()].find((t) => t.instance === instantie);
    expect(taak).toMatchObject({ elementId: 'CA_18_2', groepen: ['contactpersoon-swv'] });
    expect(JSON.stringify(proef.beeld.variable('fouten_CA_18_2', instantie))).toMatch(/casusnummer/i);
  });

  test('een tweede impasse wordt geweigerd zolang de eerste loopt, met uitleg', async () => {
    const casus = await preludeA(proef);
    await casus.bericht('impasse', { signaalDatum: '2025-09-18' }, '2025-09-18T10:00');
    expect(casus.teDoen()).toEqual(['DZ-hand']);
    const impasse = signaal({ casusnummer: casus.variabele('casusnummer'), signaalType: 'impasse', datum: '2025-09-18', datumVolledigTerug: undefined });
    const instantie = await proef.start('casus-signaal', impasse);
    await proef.quiesce();
    expect(JSON.stringify(proef.beeld.variable('fouten_CA_18_2', instantie))).toMatch(/loopt al een doorzettingsmacht/);
    expect(casus.teDoen()).toEqual(['DZ-hand']);
    await casus.doe('DZ-hand', example('doorzettingsmacht-handmatig', { status: 'ROUTE_VERVOLGEN' }));
    const taak = [...proef.beeld.tasks.values()].find((t) => t.instance === instantie);
    await proef.complete(taak?.key ?? '', { ...impasse, toelichting: 'Er is nu echt geen plek meer te vinden.' });
    await proef.quiesce();
    expect(casus.teDoen()).toEqual(['DZ-hand']);
    const { logboek } = await registerVan(proef, casus.casusId);
    expect(logboek.filter((r) => r.formulier === 'casus-signaal').at(-1)?.uitkomst, 'wat bij het verbeteren is getypt').toContain('Er is nu echt geen plek meer te vinden.');
    expect(proef.beeld.variable('toelichting', instantie)).toBeNull();
  });
});

describe('een ander contactpersoon', () => {
  test('op de dag zelf, en niet eerder, gaan de open taak en de volgende taken naar de nieuwe IB-er', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm({ ibErUserId: 'j.jansen' }));
    const wie = async (stap: string) => (await casus.taak(stap)).assignee;
    const wissel = (anders = {}) => ({
      casusnummer: casus.variabele('casusnummer'), signaalType: 'ander-contactpersoon', datum: '2025-09-08', wijzigingVanaf: '2025-09-10', contactRol: 'ib-er', contactNaam: 'K. Nieuw', contactEmail: 'k.nieuw@wilgenbrug.example', contactUserId: 'k.nieuw', ...anders,
    });
    const instantie = await proef.start('casus-signaal', wissel({ contactUserId: 'onbekend' }));
    await proef.quiesce();
    const terug = [...proef.beeld.tasks.values()].find((t) => t.instance === instantie);
    expect(terug).toMatchObject({ elementId: 'CA_18_2', groepen: ['ib-er-10AB'] });
    await proef.complete(terug?.key ?? '', wissel());
    await proef.quiesce();
    expect(proef.beeld.variable('contactNaam', instantie)).toBeNull();
    await proef.zetKlok('2025-09-09T23:00');
    expect(await wie('KT-01a')).toBe('j.jansen');
    await proef.zetKlok('2025-09-10T00:01');
    expect(await wie('KT-01a')).toBe('k.nieuw');
    expect(proef.beeld.isAlive(instantie)).toBe(false);
    await casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-10', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee', zorgenToelichting: undefined }), '2025-09-10T10:00');
    await casus.doe('KT-01b', example('bespreking-team', { datum: '2025-09-10', otNodig: 'nee', otVorm: undefined }));
    expect(await wie('KT-02')).toBe('k.nieuw');
    expect(await meldingenVan(proef, casus.casusId)).toContain('N-41');
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('het volgen van het verzuim', () => {
  test('PRE-A: zonder LAS gaat de vraag van dinsdag over de week ervoor, en vier zieke dagen daarin zijn een escalatie', async () => {
    const casus = await preludeA(proef);
    proef.las.vergeetAlles();
    await proef.zetKlok('2025-09-23T10:00');
    const dagen = ['2025-09-16', '2025-09-17', '2025-09-18', '2025-09-19'];
    const week = (anders: Record<string, unknown>) => example('verzuimweek', { peildatum: '2025-09-23', heleDagen: [], regels: [], verzuimGestopt: 'nee', ...anders });
    await casus.doe('KT-06w', week({ aantalRegels: 0 }));
    expect((await casus.taak('KT-06w')).uiterlijk, 'een lege lijst is geen antwoord').toMatch(/^2025-09-24T17:00/);
    await casus.doe('KT-06w', week({ heleDagen: dagen, soortHeleDagen: 'ZIEKTE', urenHeleDag: 5 }));
    expect(casus.teDoen()).toEqual(['KT-07a']);
    expect(casus.variabele('verzuim')).toMatchObject({ peildatum: '2025-09-23', dagenThuisWeek: 4, thuisTot: '2025-09-19' });
    expect(casus.incidenten()).toEqual([]);
  });

  test('elke week zonder opgave van de school vraagt het systeem erom; met opgave niet', async () => {
    const casus = await preludeA(proef);
    await proef.zetKlok('2025-09-23T09:30');
    expect(casus.teDoen()).toEqual([]);
    proef.las.vergeetAlles();
    // Elke week die niet beantwoord is wordt gevraagd, de oudste eerst.
    await proef.zetKlok('2025-10-07T09:30');
    expect(proef.beeld.variableBelow('week', casus.instantie)).toMatchObject({ maandag: '2025-09-22', tekst: 'Week 39: maandag 22 september tot en met vrijdag 26 september 2025' });
    expect(casus.teDoen()).toEqual(['KT-06w']);
    await casus.doe('KT-06w', example('verzuimweek', { peildatum: '2025-10-07', geenVerzuim: true, heleDagen: [], regels: [], verzuimGestopt: 'ja', datumVolledigTerug: '2025-10-06' }), '2025-10-07T10:00');
    await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'WEER_OP_SCHOOL', einddatum: '2025-10-08' }), '2025-10-08T10:00');
    await casus.afgelopen();
    expect(casus.pad()).toContain('EE_verzuim_gestopt');
  });
});

describe('het volgen na de escalatie', () => {
  test('zonder stand van de school wordt er ook na de escalatie elke week om gevraagd; is het verzuim gestopt, dan sluit de casus', async () => {
    const casus = await preludeA(proef);
    await escaleer(proef, casus, '2025-09-26', vierDagenThuis, '2025-09-29');
    await proef.zetKlok('2025-10-06T12:00');
    expect(casus.teDoen()).not.toContain('KT-06w');
    proef.las.vergeetAlles();
    await proef.zetKlok('2025-10-13T12:00');
    expect((await casus.taak('KT-06w')).uiterlijk).toMatch(/^2025-10-14T17:00/);
    await casus.doe('KT-06w', example('verzuimweek', { peildatum: '2025-10-13', geenVerzuim: true, heleDagen: [], regels: [], verzuimGestopt: 'ja', datumVolledigTerug: '2025-10-13' }));
    expect(casus.pad()).toContain('te_KT_06');
    expect(casus.variabele('afronding')).toMatchObject({ reden: 'VERZUIM_GESTOPT' });
    expect(casus.teDoen().filter((taak) => taak !== 'CA-02-1')).toEqual(['KT-18']);
    expect(casus.incidenten()).toEqual([]);
  });
});
