import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { example } from './helpers/example.ts';
import { escaleer, preludeA, vierDagenThuis } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { meldingenVan, registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

test('KT-05: een bestuur dat niet akkoord gaat houdt de eerste einddatum, en de sectordirecteur hoort het op de dag die er al stond', async () => {
  await proef.zetKlok('2025-09-08T09:00');
  const casus = await proef.meldAan(startForm());
  await casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-09', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee', zorgenToelichting: undefined }), '2025-09-09T10:00');
  await casus.doe('KT-01b', example('bespreking-team', { datum: '2025-09-11', otNodig: 'nee', otVorm: undefined }), '2025-09-11T10:00');
  await casus.doe('KT-02', example('verzuimstand', { peildatum: '2025-09-11', regels: [], teLaat: [], tweeWekenGroteMoeite: false, verzuimGestopt: undefined }), '2025-09-11T11:00');
  await casus.doe('KT-03', example('regisseurs-voorstel', { overlegDatum: '2025-09-12' }), '2025-09-12T09:00');
  const aanwijzing = (akkoordBekostiging: string) => example('aanwijzing-regisseur-bestuur', { akkoordMetVoorstel: 'ja', akkoordBekostiging, startDatum: '2025-09-15' });

  expect((await casus.taak('KT-05')).uiterlijk).toMatch(/^2025-09-17T17:00/);
  await casus.doe('KT-05', aanwijzing('nee'), '2025-09-17T16:00');
  expect((await casus.taak('KT-05')).uiterlijk, 'na de eerste weigering').toMatch(/^2025-09-17T17:00/);
  await casus.doe('KT-05', aanwijzing('nee'), '2025-09-19T16:00');
  expect((await casus.taak('KT-05')).uiterlijk, 'na de tweede weigering').toMatch(/^2025-09-17T17:00/);

  const opgeschaald = async () => (await registerVan(proef, casus.casusId)).post.filter((p) => p.melding === 'N-11b').map((p) => p.aanRol);
  expect(await opgeschaald()).toEqual([]);
  await proef.zetKlok('2025-09-19T17:00');
  expect(await opgeschaald()).toEqual(['sectordirecteur-swv']);
  await casus.doe('KT-05', aanwijzing('ja'), '2025-09-22T10:00');
  expect(casus.incidenten()).toEqual([]);
});

const perspectief = (anders: Record<string, unknown> = {}) =>
  example('perspectief', {
    onderwijsMogelijk: 'JA', inGroepFunctioneren: 'JA', behandelingVoorwaarde: 'NEE', ondersteuningThuisNodig: 'NEE', afwijkendeConclusie: undefined, motiveringAfwijking: undefined,
    aanbodplek: 'SBO', perspectiefHelder: 'ja', besprokenInOT: 'nee', wachttijdWeken: 4, wachtlijst: 'ja', huidigAanbodAfdoende: 'nee', overbruggingNodig: 'nee', ...anders,
  });
const ronde = (anders: Record<string, unknown> = {}) =>
  example('monitoring-week', { lijn: 'STABIEL', partnerLeerling: 'VOLDOENDE', partnerOuders: 'VOLDOENDE', partnerJeugdhulp: 'VOLDOENDE', cceGewenst: false, leerlingVolledigTerug: 'nee', perspectiefHelder: 'nee', ...anders });
const ot = (datum: string, perspectiefBesproken: boolean) => example('ot-bespreking', { datum, otVorm: 'BREED', doel: 'PERSPECTIEF_BESPREKEN', perspectiefBesproken });
const aanbod = (startDatum: string) => example('onderwijsaanbod-4wk', { startDatum, vorm: ['DEELTIJD'], av1Gewenst: false, minderUrenDanVerplicht: 'nee', urenPerWeek: 12 });

test('KT-14: het besluit opent in de laatste week en is op dag 28 klaar; wat later klaar moet zijn breekt niet af, en een tussenaanbod komt elke maand langs', async () => {
  const casus = await preludeA(proef);
  await escaleer(proef, casus, '2025-09-26', vierDagenThuis, '2025-09-29');
  await casus.doe('KT-08a', aanbod('2025-10-01'), '2025-10-01T10:00');
  await casus.doe('KT-08b', example('belemmeringsanalyse', { maatwerkOndervangt: 'JA', ozaMogelijk: 'JA', wegNaarJeugdhulp: 'JA', rolSwvJeugdhulp: undefined, hulpvraagSwv: false, twijfel: false }));
  await casus.doe('KT-11a', example('opbouwplan', { startDatum: '2025-10-02', evaluatieFrequentie: 'WEKELIJKS', oudersInstemming: 'ja' }));
  await casus.doe('KT-13a', ronde(), '2025-10-06T09:00');
  await casus.doe('KT-13a', ronde(), '2025-10-13T09:00');
  expect(casus.teDoen()).not.toContain('KT-14');

  await proef.zetKlok('2025-10-20T09:00');
  expect((await casus.taak('KT-14')).uiterlijk).toMatch(/^2025-10-27T17:00/);
  // Twee schooldagen zou na de herfstvakantie (18 tot en met 26 oktober) zijn; plannen kan niet later dan de dag van het besluit.
  expect((await casus.taak('OT-01')).uiterlijk).toMatch(/^2025-10-27T17:00/);
  await casus.doe('OT-01', example('ot-plannen', { otOp: '2025-10-28' }));
  expect(casus.teDoen(), 'een OT na de dag van het besluit komt terug').toContain('OT-01');
  await casus.doe('OT-01', example('ot-plannen', { otOp: '2025-10-21' }));
  // Vijf schooldagen zou na de herfstvakantie zijn; het OT komt vóór de dag van het besluit.
  expect((await casus.taak('KT-14o')).uiterlijk).toMatch(/^2025-10-27T17:00/);
  expect(await meldingenVan(proef, casus.casusId)).toContain('N-13');
  await casus.doe('KT-13a', ronde({ cceGewenst: true }), '2025-10-20T10:00');
  expect((await casus.taak('CA-05-2')).uiterlijk).toMatch(/^2025-10-31T17:00/);
  await casus.doe('KT-14o', ot('2025-10-21', false), '2025-10-21T10:00');

  await proef.zetKlok('2025-10-27T09:00');
  expect(casus.teDoen()).toEqual(expect.arrayContaining(['CA-05-2', 'KT-11b', 'KT-13b', 'KT-14']));
  await proef.zetKlok('2025-10-27T18:00');
  expect(casus.teDoen()).toEqual(expect.arrayContaining(['CA-05-2', 'KT-14']));
  expect((await registerVan(proef, casus.casusId)).post.filter((p) => p.melding === 'N-14').map((p) => p.aanRol).sort()).toEqual(['regisseur-schoolbestuur', 'regisseur-swv', 'sectordirecteur-swv']);

  await casus.doe('KT-14', perspectief(), '2025-10-28T10:00');
  await casus.doe('OT-01', example('ot-plannen', { otOp: '2025-10-28' }));
  await casus.doe('KT-14o', ot('2025-10-28', true));
  expect(casus.teDoen()).toEqual(expect.arrayContaining(['CA-06-2', 'KT-11b']));
  await casus.doe('KT-11b', example('evaluatie-opbouwplan', { datum: '2025-10-28', besluit: 'STOPPEN' }));
  expect(casus.pad()).toContain('ee_KT_08p');
  await casus.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'De Kameleon', bestemmingType: 'SBO', geplandeStart: '2025-11-24', besprokenInOT: true, ingeschrevenOp: undefined }));
  await casus.doe('CA-06-3', aanbod('2025-10-28'));

  await proef.zetKlok('2025-11-25T10:00');
  expect((await casus.taak('CA-06-7')).groepen).toEqual(expect.arrayContaining(['regisseur-swv']));
  await casus.doe('CA-06-7', example('tussenaanbod-volgen', { datum: '2025-11-25', verder: 'OPNIEUW_BEPALEN', tussenaanbodTot: undefined }));
  expect((await registerVan(proef, casus.casusId)).post.find((p) => p.melding === 'N-54')?.tekst, 'de ouders horen dat het tussenaanbod eindigt').toContain('Dat aanbod past niet meer.');
  expect((await casus.taak('KT-14')).uiterlijk, 'een nieuw besluit heeft een eigen termijn').toMatch(/^2025-12-02T17:00/);
  expect(casus.teDoen()).toContain('CA-05-2');
  expect(casus.incidenten()).toEqual([]);
});

test('na een doorzettingsbesluit blijft de wekelijkse vraag komen en kijken de regisseurs mee tot de leerling er is', async () => {
  const casus = await preludeA(proef);
  proef.las.vergeetAlles();
  const plan = example('overdracht-overstap', { bestemmingSchool: 'SO De Zandplaat', bestemmingType: 'SO', geplandeStart: '2025-12-01', besprokenInOT: false, ingeschrevenOp: undefined });
  await casus.bericht('doorzettingsbesluit', { dzm: { status: 'DOORZETTINGSBESLUIT', bestemming: 'SO De Zandplaat', ingangsdatum: '2025-12-01' } }, '2025-09-17T10:00');
  expect(casus.teDoen()).toEqual(['CA-06-2']);
  await casus.doe('CA-06-2', plan);
  await proef.zetKlok('2025-10-15T12:00');
  expect(casus.teDoen()).toEqual(['CA-06-7', 'KT-06w']);
  await casus.doe('CA-06-7', example('tussenaanbod-volgen', { datum: '2025-10-15', verder: 'OPNIEUW_BEPALEN', tussenaanbodTot: undefined }));
  expect(casus.teDoen(), 'het besluit staat: de overstap wordt opnieuw gepland').toEqual(['CA-06-2', 'KT-06w']);
  await casus.doe('KT-06w', example('verzuimstand', { peildatum: '2025-10-15', regels: [], verzuimGestopt: 'ja', datumVolledigTerug: '2025-10-15' }));
  expect(casus.teDoen()).toEqual(['KT-18']);
  expect(casus.variabele('afronding')).toMatchObject({ reden: 'VERZUIM_GESTOPT' });
  expect(casus.incidenten()).toEqual([]);
});
