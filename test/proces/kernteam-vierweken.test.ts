import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { dag, escaleer, preludeA, stand } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { meldingenVan, registerVan } from './helpers/register.ts';
import { example } from './helpers/example.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

const ziek = (...dagen: [string, number][]) => dagen.map(([d, n]) => dag(d, n, n * 2.5, 'ZIEKTE'));

const aanbod = (anders = {}) => example('onderwijsaanbod-4wk', { vorm: ['DEELTIJD'], av1Gewenst: false, minderUrenDanVerplicht: 'nee', urenPerWeek: 12, ...anders });
const analyse = (anders = {}) =>
  example('belemmeringsanalyse', { maatwerkOndervangt: 'JA', ozaMogelijk: 'JA', wegNaarJeugdhulp: 'JA', rolSwvJeugdhulp: undefined, hulpvraagSwv: false, twijfel: false, ...anders });
const opbouw = (anders = {}) => example('opbouwplan', { evaluatieFrequentie: 'WEKELIJKS', oudersInstemming: 'ja', ...anders });
const ronde = (anders = {}) =>
  example('monitoring-week', { lijn: 'OPGAAND', partnerLeerling: 'VOLDOENDE', partnerOuders: 'VOLDOENDE', partnerJeugdhulp: 'VOLDOENDE', cceGewenst: false, leerlingVolledigTerug: 'nee', perspectiefHelder: 'nee', ...anders });
const evaluatie = (anders = {}) => example('evaluatie-opbouwplan', { besluit: 'DOORGAAN', ...anders });

async function meldEscalatieBijDuo(casus: Casusverloop, op: string): Promise<void> {
  await casus.doe('CA-02-1', example('duo-verzuimmelding', { gronden: ['ESCALATIE_THUIS'], periodeVan: op.slice(0, 10), periodeTot: op.slice(0, 10), urenOngeoorloofd: 0, aantalTeLaat: 0 }), op);
}

/** AS-04 tot en met het escalatiegesprek van 29 september. */
async function totEscalatie04(anders: Record<string, unknown> = {}, gesprek: Record<string, unknown> = {}): Promise<Casusverloop> {
  const casus = await preludeA(proef, { leerlingRoepnaam: 'Yara', leerlingAchternaam: 'Bos', leerlingGeboortedatum: '2016-05-12', leerlingGroep: 6, ...anders });
  const week38 = ['2025-09-15', '2025-09-16', '2025-09-18'].map((d) => dag(d, 2, 5, 'VERMOEDELIJK_ONGEOORLOOFD'));
  await casus.bericht('verzuimstand', stand('2025-09-19', week38), '2025-09-19T16:00');
  expect(casus.variabele('verzuim')).toMatchObject({ urenOngeoorloofd4wk: 15, dagenThuisWeek: 3 });
  expect(casus.teDoen()).toEqual([]);
  await escaleer(proef, casus, '2025-09-26', [...week38, ...ziek(['2025-09-22', 2], ['2025-09-23', 2], ['2025-09-25', 2], ['2025-09-26', 1])], '2025-09-29', gesprek);
  return casus;
}

describe('AS-04 escalatie, helder perspectief, soepele overstap', () => {
  test('van meer dan drie dagen thuis tot een plek op het SBO', async () => {
    const casus = await totEscalatie04();
    expect(casus.variabele('verzuim')).toMatchObject({ dagenThuisWeek: 3.5 });
    expect(casus.variabele('escalatieSignaal')).toMatchObject({ dagenThuisWeek: 3.5 });
    expect(casus.variabele('termijnen')).toMatchObject({
      cyclus: 1,
      t0: '2025-09-29',
      week1: '2025-10-06T09:00:00+02:00',
      week2: '2025-10-13T09:00:00+02:00',
      week3: '2025-10-20T09:00:00+02:00',
      eindeVierweken: '2025-10-27T09:00:00+01:00',
      perspectiefDeadline: '2025-10-27T17:00:00+01:00',
    });
    expect(casus.teDoen()).toEqual(['CA-02-1', 'KT-08a']);
    expect((await casus.taak('CA-02-1')).uiterlijk).toMatch(/^2025-10-01T17:00/);
    await meldEscalatieBijDuo(casus, '2025-09-29T15:00');
    let register = await registerVan(proef, casus.casusId);
    expect(register.duo.filter((d) => d.soort === 'MELDING')).toMatchObject([{ gronden: ['ESCALATIE_THUIS'] }]);
    expect(register.thuiszitter).toMatchObject([{ duoMeldingOp: '2025-09-29', escalatieDatum: '2025-09-29', cyclus: 1 }]);

    await casus.doe('KT-08a', aanbod({ startDatum: '2025-10-01' }), '2025-10-01T10:00');
    await casus.doe('KT-08b', analyse(), '2025-10-01T11:00');
    expect(casus.variabele('acties')).toEqual(['MAATWERK_IN_PLAN', 'PLAN_OZA']);
    expect(casus.pad()).not.toContain('CA-04-2');
    await casus.doe('KT-11a', opbouw({ startDatum: '2025-10-02' }), '2025-10-02T10:00');
    await casus.doe('KT-13a', ronde(), '2025-10-06T09:00');
    await casus.doe('KT-11b', evaluatie({ datum: '2025-10-09' }), '2025-10-09T15:00');
    await casus.doe('KT-13a', ronde({ perspectiefHelder: 'ja' }), '2025-10-13T09:00');
    expect(casus.variabele('vierwekenUitkomst')).toBe('VROEG_BESLUIT');

    await casus.doe(
      'KT-14',
      example('perspectief', { onderwijsMogelijk: 'JA', inGroepFunctioneren: 'JA', behandelingVoorwaarde: 'NEE', ondersteuningThuisNodig: 'NEE', afwijkendeConclusie: undefined, motiveringAfwijking: undefined, aanbodplek: 'SBO', perspectiefHelder: 'ja', besprokenInOT: 'nee', wachttijdWeken: 4, wachtlijst: 'ja', huidigAanbodAfdoende: 'nee', overbruggingNodig: 'nee' }),
      '2025-10-14T14:00',
    );
    expect(casus.teDoen()).toEqual(['OT-01']);
    await casus.doe('OT-01', example('ot-plannen', { otOp: '2025-10-16' }));
    await casus.doe('KT-14o', example('ot-bespreking', { datum: '2027-03-01', otVorm: 'BREED', doel: 'PERSPECTIEF_BESPREKEN', perspectiefBesproken: true }));
    expect(casus.teDoen(), 'een datum in de toekomst komt terug').toEqual(['KT-14o']);
    await casus.doe('KT-14o', example('ot-bespreking', { datum: '2025-10-16', otVorm: 'BREED', doel: 'PERSPECTIEF_BESPREKEN', perspectiefBesproken: true }), '2025-10-16T10:00');
    expect(casus.teDoen()).toEqual(['CA-06-2']);
    await casus.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'De Kameleon', bestemmingType: 'SBO', geplandeStart: '2025-11-10', besprokenInOT: true, ingeschrevenOp: undefined }), '2025-10-17T10:00');
    await casus.doe('CA-06-3', aanbod({ startDatum: '2025-10-17' }), '2025-10-17T11:00');
    await proef.zetKlok('2025-10-27T09:00');
    // Het plan en het volgen lopen naast de overstap door.
    expect(casus.teDoen()).toEqual(['KT-11b', 'KT-13a', 'KT-13b']);
    await casus.doe('KT-13b', example('herweging-maatwerk', { lijn: 'OPGAAND', partnerschap: 'VOLDOENDE', maatwerkOndervangt: 'JA', afwijkenBesluit: undefined, motivering: undefined }), '2025-10-28T10:00');
    expect(casus.pad()).not.toContain('KT-13c');
    await casus.bericht('inschrijving-bevestigd', { ingeschrevenOp: '2025-11-10' }, '2025-11-10T09:00');
    await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'SBO', einddatum: '2025-11-12' }), '2025-11-12T10:00');
    await casus.afgelopen();

    register = await registerVan(proef, casus.casusId);
    expect(register.thuiszitter).toMatchObject([{ bestemming: 'De Kameleon', voorliggend: 'ONDERWIJS', resultaat: 'SBO', reden: 'PASSEND_AANBOD_GEREALISEERD', kwartaal: '2025-Q4' }]);
    expect(await meldingenVan(proef, casus.casusId)).toEqual(['N-01', 'N-02', 'N-03', 'N-04', 'N-05', 'N-06', 'N-07', 'N-08', 'N-09', 'N-10', 'N-13', 'N-18', 'N-19', 'N-24', 'N-70', 'N-90']);
    expect(register.inspectie).toEqual([]);
    expect(casus.pad()).toContain('EE_passend_aanbod');
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('AS-08 twijfel, CCE, extra maatwerk, nieuwe cyclus en herstel', () => {
  test('de tweede vier weken beginnen opnieuw te tellen en het kind komt terug', async () => {
    const casus = await preludeA(proef, { leerlingRoepnaam: 'Finn', leerlingAchternaam: 'Hoogland', leerlingGeboortedatum: '2017-02-02', leerlingGroep: 5 });
    await escaleer(proef, casus, '2025-11-07', ziek(['2025-11-03', 2], ['2025-11-04', 2], ['2025-11-05', 2], ['2025-11-06', 2]), '2025-11-10');
    await meldEscalatieBijDuo(casus, '2025-11-10T15:00');
    expect(casus.variabele('termijnen')).toMatchObject({ eindeVierweken: '2025-12-08T09:00:00+01:00' });
    await casus.doe('KT-08a', aanbod({ startDatum: '2025-11-12' }), '2025-11-12T10:00');
    await casus.doe('KT-08b', analyse({ twijfel: true }), '2025-11-12T11:00');
    await casus.doe('CA-04-2', example('sectordirecteur-consult', { advies: 'MAATWERK_SWV', datum: '2025-11-13' }), '2025-11-13T10:00');
    await casus.doe('KT-11a', opbouw({ startDatum: '2025-11-14' }), '2025-11-14T10:00');
    await casus.doe('KT-13a', ronde({ lijn: 'STABIEL', cceGewenst: true }), '2025-11-17T09:00');
    await casus.doe('CA-05-2', example('cce-consult', { uitkomst: 'ADVIES', consultDatum: '2025-11-19T10:00' }), '2025-11-19T11:00');
    await casus.doe('CA-05-5', example('cce-vervolg', { vraag: undefined }));
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toMatchObject([{ cceGeraadpleegd: true }]);
    await casus.doe('KT-11b', evaluatie({ datum: '2025-11-21' }), '2025-11-21T15:00');
    await casus.doe('KT-13a', ronde({ lijn: 'STABIEL' }), '2025-11-24T09:00');
    await casus.doe('KT-11b', evaluatie({ datum: '2025-11-28', besluit: 'BIJSTELLEN' }), '2025-11-28T15:00');
    await casus.doe('KT-11a', opbouw({ startDatum: '2025-11-28' }), '2025-11-28T16:00');
    await proef.zetKlok('2025-12-01T09:00');
    expect(await meldingenVan(proef, casus.casusId)).toContain('N-13');
    await casus.doe('KT-13a', ronde({ lijn: 'STABIEL' }), '2025-12-01T10:00');
    await proef.zetKlok('2025-12-08T09:00');
    expect(casus.teDoen()).toEqual(['KT-11b', 'KT-13b', 'KT-14', 'OT-01']);
    await casus.doe('KT-13b', example('herweging-maatwerk', { lijn: 'STABIEL', partnerschap: 'VOLDOENDE', maatwerkOndervangt: 'JA', afwijkenBesluit: undefined, motivering: undefined }), '2025-12-08T11:00');
    await casus.doe('KT-13c', example('inzet-maatwerk', { vanDatum: '2025-12-09', totDatum: '2026-01-05' }), '2025-12-08T12:00');
    await casus.doe(
      'KT-14',
      example('perspectief', { onderwijsMogelijk: 'JA', inGroepFunctioneren: 'JA', behandelingVoorwaarde: 'NEE', ondersteuningThuisNodig: 'NEE', afwijkendeConclusie: undefined, motiveringAfwijking: undefined, aanbodplek: 'EIGEN_SCHOOL_MET_ARRANGEMENT', perspectiefHelder: 'ja', besprokenInOT: 'ja', wachttijdWeken: 0, wachtlijst: 'nee', huidigAanbodAfdoende: 'nee', overbruggingNodig: 'nee' }),
      '2025-12-08T14:00',
    );
    expect(await meldingenVan(proef, casus.casusId)).not.toContain('N-14');
    expect(casus.variabele('termijnen')).toMatchObject({ cyclus: 2, t0: '2025-12-08', week1: '2025-12-15T09:00:00+01:00', eindeVierweken: '2026-01-05T09:00:00+01:00' });
    await casus.doe('KT-08a', aanbod({ startDatum: '2025-12-10' }), '2025-12-10T10:00');
    await casus.doe('KT-08b', analyse(), '2025-12-10T11:00');
    await casus.doe('KT-11a', opbouw({ startDatum: '2025-12-10' }), '2025-12-10T12:00');
    await casus.doe('KT-13a', ronde({ leerlingVolledigTerug: 'ja' }), '2025-12-15T09:00');
    await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'WEER_OP_SCHOOL', einddatum: '2025-12-17' }), '2025-12-17T10:00');
    await casus.afgelopen();
    const register = await registerVan(proef, casus.casusId);
    expect(register.thuiszitter).toMatchObject([{ reden: 'VERZUIM_GESTOPT', resultaat: 'WEER_OP_SCHOOL', cyclus: 2, kwartaal: '2025-Q4' }]);
    expect(register.lvs).toHaveLength(1);
    expect(await meldingenVan(proef, casus.casusId)).toEqual(expect.arrayContaining(['N-11', 'N-13', 'N-15', 'N-35', 'N-24']));
    expect(casus.incidenten()).toEqual([]);
  });

  test('een besluit na de termijn geeft precies één bericht dat de vier weken voorbij zijn', async () => {
    const casus = await preludeA(proef);
    await escaleer(proef, casus, '2025-11-07', ziek(['2025-11-03', 2], ['2025-11-04', 2], ['2025-11-05', 2], ['2025-11-06', 2]), '2025-11-10');
    await proef.zetKlok('2025-12-08T09:00');
    expect(await meldingenVan(proef, casus.casusId)).not.toContain('N-14');
    await proef.zetKlok('2025-12-08T17:00');
    const { post } = await registerVan(proef, casus.casusId);
    const n14 = post.filter((p) => p.melding === 'N-14').map((p) => p.aanRol).sort();
    expect(n14).toEqual(['regisseur-schoolbestuur', 'regisseur-swv', 'sectordirecteur-swv']);
  });
});

describe('AS-10 leerling ingeschreven op een andere school', () => {
  test('de open taken vervallen en de casus sluit met de nieuwe school als bestemming', async () => {
    const casus = await totEscalatie04();
    await meldEscalatieBijDuo(casus, '2025-09-29T15:00');
    await casus.doe('KT-08a', aanbod({ startDatum: '2025-10-01' }), '2025-10-01T10:00');
    await casus.doe('KT-08b', analyse(), '2025-10-01T11:00');
    await casus.doe('KT-11a', opbouw({ startDatum: '2025-10-02' }), '2025-10-02T10:00');
    await casus.doe('KT-13a', ronde(), '2025-10-06T09:00');
    await proef.zetKlok('2025-10-13T09:00');
    expect(casus.teDoen()).toEqual(['KT-11b', 'KT-13a']);
    await casus.bericht('leerling-uitgeschreven', { nieuweSchool: 'CBS De Regenboog', nieuweGemeente: 'Gorinchem' }, '2025-10-14T10:00');
    expect(casus.teDoen()).toEqual(['KT-18']);
    await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'UITGESCHREVEN', einddatum: '2025-10-16' }), '2025-10-16T10:00');
    await casus.afgelopen();
    const register = await registerVan(proef, casus.casusId);
    expect(register.thuiszitter).toMatchObject([{ reden: 'UITGESCHREVEN_VERHUISD', resultaat: 'UITGESCHREVEN', bestemming: 'CBS De Regenboog', kwartaal: '2025-Q4' }]);
    expect(register.duo.filter((d) => d.soort === 'MELDING')).toHaveLength(1);
    expect(casus.pad()).toContain('EE_uitgeschreven');
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('AS-24 eigen school met arrangement, AV1 en categorie B', () => {
  test('aanpassing van onderwijstijd houdt de route niet op en gaat niet naar de inspectie', async () => {
    const casus = await preludeA(proef, { leerlingRoepnaam: 'Mees', leerlingAchternaam: 'Prins', leerlingGeboortedatum: '2017-09-19', leerlingGroep: 5 });
    await escaleer(proef, casus, '2025-10-31', ziek(['2025-10-27', 2], ['2025-10-28', 2], ['2025-10-29', 2], ['2025-10-30', 2]), '2025-11-03');
    await meldEscalatieBijDuo(casus, '2025-11-03T15:00');
    await casus.doe('KT-08a', aanbod({ startDatum: '2025-11-05', vorm: ['AFSTAND_AV1'], av1Gewenst: true, minderUrenDanVerplicht: 'ja' }), '2025-11-05T10:00');
    expect(casus.teDoen()).toEqual(expect.arrayContaining(['CA-03-1', 'KT-08b']));
    await casus.doe('CA-03-1', example('aot-feiten', { reden: 'MEDISCH_PARAMEDISCH_OF_ZIEKTE', bewijsstukAanwezig: true, isOverbrugging: false, stukkenAlsnogMogelijk: undefined }), '2025-11-06T10:00');
    const tussen = await registerVan(proef, casus.casusId);
    expect(tussen.thuiszitter).toMatchObject([{ aotCategorie: 'B' }]);
    expect(tussen.inspectie).toEqual([]);
    await casus.doe('KT-08b', analyse(), '2025-11-06T11:00');
    await casus.doe('KT-11a', opbouw({ startDatum: '2025-11-10' }), '2025-11-10T10:00');
    await casus.doe('KT-13a', ronde(), '2025-11-10T11:00');
    await casus.doe('KT-13a', ronde(), '2025-11-17T11:00');
    await casus.doe('KT-13a', ronde(), '2025-11-24T11:00');
    await proef.zetKlok('2025-12-01T09:00');
    await casus.doe('KT-13b', example('herweging-maatwerk', { lijn: 'OPGAAND', partnerschap: 'VOLDOENDE', maatwerkOndervangt: 'JA', afwijkenBesluit: undefined, motivering: undefined }), '2025-12-01T10:00');
    await casus.doe(
      'KT-14',
      example('perspectief', { onderwijsMogelijk: 'JA', inGroepFunctioneren: 'JA', behandelingVoorwaarde: 'NEE', ondersteuningThuisNodig: 'NEE', afwijkendeConclusie: undefined, motiveringAfwijking: undefined, aanbodplek: 'EIGEN_SCHOOL_MET_ARRANGEMENT', perspectiefHelder: 'ja', besprokenInOT: 'ja', wachttijdWeken: 0, wachtlijst: 'nee', huidigAanbodAfdoende: 'ja', overbruggingNodig: 'nee' }),
      '2025-12-01T11:00',
    );
    await casus.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'OBS De Wilgenbrug', bestemmingType: 'EIGEN_SCHOOL', geplandeStart: '2025-12-02', besprokenInOT: true, ingeschrevenOp: undefined }), '2025-12-02T10:00');
    // Het arrangement begint; de regisseurs blijven betrokken tot vaststaat dat het werkt (r. 95).
    expect(casus.teDoen()).not.toContain('KT-18');
    await casus.doe('CA-06-8', example('arrangement-evalueren', { verder: 'LOOPT_DOOR' }), '2026-01-06T12:00');
    expect(casus.teDoen()).not.toContain('KT-18');
    await casus.doe('CA-06-8', example('arrangement-evalueren', { verder: 'WERKT' }), '2026-02-04T12:00');
    await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'ARRANGEMENT_EIGEN_SCHOOL', einddatum: '2026-02-04' }));
    await casus.afgelopen();
    const register = await registerVan(proef, casus.casusId);
    expect(register.thuiszitter).toMatchObject([{ reden: 'PASSEND_AANBOD_GEREALISEERD', resultaat: 'ARRANGEMENT_EIGEN_SCHOOL', kwartaal: '2026-Q1' }]);
    expect(register.duo.map((d) => d.soort).sort()).toEqual(['MELDING', 'REGISTRATIE']);
    expect(await meldingenVan(proef, casus.casusId)).not.toContain('N-16');
    expect(casus.incidenten()).toEqual([]);
  });
});
