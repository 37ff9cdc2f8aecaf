import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { example } from './helpers/example.ts';
import { escaleerZonderKernteam, perspectief, preludeB, VIER_DAGEN } from './helpers/prelude-geen-kernteam.ts';
import { Proef } from './helpers/proef.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

const dzm = (anders = {}) => example('doorzettingsmacht-handmatig', { bestemming: undefined, ingangsdatum: undefined, ...anders });

test('een impasse, een besluit en een overstap die niet werkt: steeds komt de casus terug bij de school, en een nieuwe periode begint opnieuw te tellen', async () => {
  const casus = await preludeB(proef);
  await escaleerZonderKernteam(proef, casus, '2025-10-31', VIER_DAGEN, '2025-11-03');
  await casus.doe('GK-07a', example('onderwijsaanbod-4wk', { startDatum: '2025-11-05' }), '2025-11-05T10:00');
  await casus.doe('GK-13', perspectief({ onderwijsMogelijk: 'ONDUIDELIJK', inGroepFunctioneren: undefined, behandelingVoorwaarde: 'ONDUIDELIJK', aanbodplek: 'NOG_ONBEKEND', perspectiefHelder: 'nee', huidigAanbodAfdoende: 'ja', wachttijdWeken: undefined }), '2025-12-01T14:00');
  await casus.doe('CA-04-2', example('sectordirecteur-consult', { advies: 'OPSCHALEN_DOORZETTINGSMACHT', datum: '2025-12-02' }), '2025-12-02T10:00');
  await casus.doe('DZ-hand', dzm({ status: 'GEZAMENLIJKE_AANPAK' }), '2025-12-03T10:00');
  await casus.doe('GK-13', perspectief({ aanbodplek: 'SO', wachttijdWeken: 20 }), '2025-12-04T10:00');
  await casus.doe('GK-15a', example('brug-verkenning', { aanleiding: 'WACHTLIJST', individueleBegeleidingSBO: 'NEE', individueleBegeleidingASVZ: 'NEE', ruimteKDC: 'NEE', voOrientatie: 'nee', eigenSchoolOAbeschikbaar: 'NEE', aangepastAanbodSinds: '2025-11-03' }), '2025-12-04T11:00');
  await casus.doe('GK-15y', example('geen-brug', { keuze: 'DOORZETTINGSMACHT' }), '2025-12-04T12:00');
  await casus.doe('DZ-hand', dzm({ status: 'DOORZETTINGSBESLUIT' }), '2025-12-05T10:00');
  await casus.doe('DZ-besluit', dzm({ status: 'DOORZETTINGSBESLUIT', bestemming: 'SO De Zandplaat', ingangsdatum: '2025-12-08' }), '2025-12-08T10:00');
  await casus.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'SO De Zandplaat', bestemmingType: 'EIGEN_SCHOOL', geplandeStart: '2025-12-08', besprokenInOT: true, ingeschrevenOp: undefined }), '2025-12-08T11:00');
  await casus.doe('CA-06-8', example('arrangement-evalueren', { verder: 'OPNIEUW_BEPALEN' }), '2026-01-12T10:00');
  await casus.doe('GK-13', perspectief({ aanbodplek: 'EIGEN_SCHOOL_MET_ARRANGEMENT', wachttijdWeken: 0 }), '2026-01-13T10:00');
  expect(casus.pad()).toEqual(expect.arrayContaining(['ee_GK_13', 'gw_GK_15z', 'gw_GK_14e']));
  expect(casus.variabele('termijnen')).toMatchObject({ cyclus: 2, t0: '2026-01-13' });
  expect(casus.incidenten()).toEqual([]);
});

test('na een doorzettingsbesluit blijft ook hier de wekelijkse vraag komen tot de leerling er is', async () => {
  const casus = await preludeB(proef);
  proef.las.vergeetAlles();
  await casus.bericht('doorzettingsbesluit', { dzm: { status: 'DOORZETTINGSBESLUIT', bestemming: 'SO De Boei', ingangsdatum: '2025-12-01' } }, '2025-09-17T10:00');
  await casus.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'SO De Boei', bestemmingType: 'SO', geplandeStart: '2025-12-01', besprokenInOT: false, ingeschrevenOp: undefined }));
  await proef.zetKlok('2025-10-15T12:00');
  expect((await casus.taak('CA-06-7')).groepen, 'de school houdt de regie').toEqual(['ib-er-20XY']);
  await casus.doe('CA-06-7', example('tussenaanbod-volgen', { datum: '2025-10-15', verder: 'OPNIEUW_BEPALEN', tussenaanbodTot: undefined }));
  expect(casus.teDoen(), 'het besluit staat: de overstap wordt opnieuw gepland').toContain('CA-06-2');
  await casus.doe('GK-05w', example('verzuimstand', { peildatum: '2025-10-15', regels: [], verzuimGestopt: 'ja', datumVolledigTerug: '2025-10-15' }));
  expect(casus.pad()).toContain('te_GK_05w');
  expect(casus.teDoen()).toContain('GK-17');
  expect(casus.incidenten()).toEqual([]);
});

test('een plan dat stopt houdt de vier weken niet vast', async () => {
  const casus = await preludeB(proef);
  await escaleerZonderKernteam(proef, casus, '2025-10-31', VIER_DAGEN, '2025-11-03');
  await casus.doe('GK-07a', example('onderwijsaanbod-4wk', { startDatum: '2025-11-05' }), '2025-11-05T10:00');
  await casus.doe('GK-07b', example('belemmeringsanalyse', { hulpvraagSwv: false }), '2025-11-05T11:00');
  await casus.doe('GK-10a', example('opbouwplan', { startDatum: '2025-11-06', evaluatieFrequentie: 'WEKELIJKS' }), '2025-11-06T10:00');
  for (const dag of ['2025-11-10', '2025-11-17', '2025-11-24']) await casus.doe('GK-07w', example('monitoring-week', { weekNr: undefined }), `${dag}T10:00`);
  await casus.doe('GK-10b', example('evaluatie-opbouwplan', { datum: '2025-11-24', besluit: 'STOPPEN' }), '2025-11-24T16:00');
  expect(casus.pad()).toContain('ee_GK_07p');
  expect(casus.teDoen()).toContain('GK-13');
  expect(casus.incidenten()).toEqual([]);
});
