import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { example } from './helpers/example.ts';
import { stand } from './helpers/prelude.ts';
import { bespreek, eerder, escaleerZonderKernteam, gesprek, logboek, post, preludeB, regie, VIER_DAGEN, wie } from './helpers/prelude-geen-kernteam.ts';
import { Proef } from './helpers/proef.ts';
import { meldingenVan, registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';
import { ZONDER_KERNTEAM } from '../helpers/aanmelding.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());


describe('GK-01 tot en met GK-05: de school begint (r. 128–143)', () => {
  test('eerst de ouders, dan de orthopedagoog van de school; consult, logboek en regie liggen daarna naast elkaar klaar', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm(ZONDER_KERNTEAM));
    proef.las.volg(casus.casusId, 0);
    expect(casus.teDoen()).toEqual(['GK-00c', 'GK-01a']);
    await casus.doe('GK-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-09', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' }), '2025-09-09T10:00');
    expect(await wie(casus, 'GK-01b')).toEqual(['ib-er-20XY', 'school-orthopedagoog-20XY']);
    expect(await post(proef, casus, 'N-01')).toEqual(['school-orthopedagoog']);
    await casus.doe('GK-01b', example('bespreking-team', { datum: '2025-09-11', otNodig: 'ja', otVorm: 'SMAL' }), '2025-09-11T10:00');
    await casus.doe('OT-01', example('ot-plannen', { otOp: '2025-09-11', otVorm: 'SMAL', genodigden: ['ouders', 'orthopedagoog'] }));
    await casus.doe('GK-13o', example('ot-bespreking', { datum: '2025-09-11', otVorm: 'SMAL' }), '2025-09-11T10:30');
    await casus.doe('GK-02', example('verzuimstand', { peildatum: '2025-09-11', geenVerzuim: true, regels: [], teLaat: [], tweeWekenGroteMoeite: false, verzuimGestopt: undefined }), '2025-09-11T11:00');
    expect(casus.teDoen(), 'errata §1 GK-03b, GK-04: de school wacht niet op advies of logboek').toEqual(['GK-00c', 'GK-03a', 'GK-04', 'GK-05']);
    expect(await wie(casus, 'GK-04')).toEqual(['contactpersoon-swv']);
    expect(await wie(casus, 'GK-05'), 'wat een gedeelde fase niet mag vervagen: de regie is van de school').toEqual(['ib-er-20XY']);

    await casus.doe('GK-05', regie(), '2025-09-16T09:00');
    expect(await meldingenVan(proef, casus.casusId)).toEqual(expect.arrayContaining(['N-05', 'N-06']));
    expect(await post(proef, casus, 'N-03')).toEqual([]);
    await casus.doe('GK-04', logboek(), '2025-09-16T10:00');
    expect(casus.variabele('logboek'), 'de 6 tot 10 uur horen alleen bij een kernteam (r. 42–43)').not.toMatchObject({ urenRamingMin: 6 });
    const register = await registerVan(proef, casus.casusId);
    expect(register.thuiszitter).toMatchObject([{ route: 'geen-kernteam' }]);
    expect(register.logboek.map((r) => r.stap)).toEqual(expect.arrayContaining(['GK-01a', 'GK-01b', 'GK-05', 'GK-04']));
    expect(casus.incidenten()).toEqual([]);
  });

  test('errata §1 GK-00e: ontbreekt de contactpersoon, dan wijst de sectordirecteur er een aan terwijl de school doorgaat', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm(ZONDER_KERNTEAM));
    proef.las.volg(casus.casusId, 0);
    expect(await wie(casus, 'GK-00c')).toEqual(['sectordirecteur-swv']);
    await bespreek(casus);
    await casus.doe('GK-00c', { ...example('contactpersoon-toewijzen'), contactpersoonEmail: 'geen-adres' }, '2025-09-12T09:00');
    expect(casus.teDoen(), 'een adres dat niet kan komt terug').toContain('GK-00c');
    await casus.doe('GK-00c', example('contactpersoon-toewijzen'), '2025-09-12T09:10');
    await casus.doe('GK-03a', example('consult-vraag'), '2025-09-12T09:20');
    expect((await casus.taak('GK-03b')).assignee).toBe('n.vanbeek');
    expect(casus.incidenten()).toEqual([]);
  });

  test('errata §1 F-08b: zijn de ouders niet bereikt, dan gaat leerplicht toch door en doet het jeugdteam nog niet mee', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm(ZONDER_KERNTEAM));
    proef.las.volg(casus.casusId, 0);
    await bespreek(casus);
    const stil = { oudersNietBereikt: true, gesprekMetOudersDatum: undefined, afspraakMetOuders: undefined, jeugdteamBetrekken: undefined, jeugdteamWijze: undefined, jeugdteamContact: undefined };
    await casus.doe('GK-05', regie({ ...stil, aantalPogingen: 1, schriftelijkVerstuurdOp: '2025-09-15' }), '2025-09-16T09:00');
    expect(casus.teDoen(), 'één poging is te weinig').toContain('GK-05');
    await casus.doe('GK-05', regie({ ...stil, aantalPogingen: 3, schriftelijkVerstuurdOp: '2025-09-15' }), '2025-09-16T09:10');
    expect(await meldingenVan(proef, casus.casusId)).toContain('N-05');
    expect(await meldingenVan(proef, casus.casusId)).not.toContain('N-06');
    expect(casus.incidenten()).toEqual([]);
  });

  test('een kind van vier: geen leerplicht, wel de route', async () => {
    const casus = await preludeB(proef, { leerlingGeboortedatum: '2021-06-15', leerlingGroep: 1 });
    expect(await meldingenVan(proef, casus.casusId)).not.toContain('N-05');
    expect((await registerVan(proef, casus.casusId)).duo).toEqual([]);
    expect(casus.incidenten()).toEqual([]);
  });

  test('het verzuim stopt na het gesprek met de ouders', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm(ZONDER_KERNTEAM));
    await casus.doe('GK-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-09', verzuimGestopt: 'ja', datumVolledigTerug: '2025-09-08', zorgenVeiligheid: 'nee' }), '2025-09-09T10:00');
    await casus.afgelopen();
    expect(casus.pad()).toEqual(expect.arrayContaining(['te_GK_01', 'lvs_vastleggen']));
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('GK-03 het consult (r. 134–135)', () => {
  test('errata §1 F-09b: de contactpersoon adviseert, de IB-er leest het en kan doorvragen; de school wacht er niet op', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm(ZONDER_KERNTEAM));
    proef.las.volg(casus.casusId, 0);
    await bespreek(casus);
    await casus.doe('GK-03a', example('consult-vraag'), '2025-09-12T09:00');
    expect(await post(proef, casus, 'N-33')).toEqual(['contactpersoon-swv']);
    await casus.doe('GK-05', regie({ gesprekMetOudersDatum: '2025-09-12', leerplichtDatum: '2025-09-12' }), '2025-09-12T10:00');
    expect(await eerder(proef, casus, 'GK-03b'), 'de vraag staat boven het formulier').toContain('jeugdarts te vragen');
    await casus.doe('GK-03b', example('consult-advies'), '2025-09-15T09:00');
    expect(await wie(casus, 'GK-03c')).toEqual(['ib-er-20XY']);
    expect(await eerder(proef, casus, 'GK-03c')).toContain('bespreek de leerling in het OT');
    await casus.doe('GK-03c', example('consult-vervolg', { nogEenVraag: 'ja' }), '2025-09-16T09:00');
    await casus.doe('GK-03b', example('consult-advies'), '2025-09-17T09:00');
    await casus.doe('GK-03c', example('consult-vervolg', { nogEenVraag: 'nee', vraag: undefined }), '2025-09-18T09:00');
    expect(casus.teDoen()).toEqual(['GK-00c', 'GK-04']);
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('GK-06 de escalatie (r. 145–148)', () => {
  test('zonder vooroverleg: de IB-er voert het gesprek in het OT en kondigt de meldingen aan; de contactpersoon krijgt de melding aan het SWV', async () => {
    const casus = await preludeB(proef);
    await casus.bericht('verzuimstand', stand('2025-10-31', VIER_DAGEN), '2025-10-31T16:00');
    expect(casus.teDoen()).toEqual(['GK-00c', 'GK-06']);
    const taak = await casus.taak('GK-06');
    expect(taak.groepen).toEqual(['ib-er-20XY']);
    expect(taak.uiterlijk, 'het OT binnen vijf schooldagen').toMatch(/^2025-11-07T17:00/);
    await casus.doe('GK-06', gesprek('2025-11-03'), '2025-11-03T14:00');
    expect(await post(proef, casus, 'N-07')).toEqual(['ouders']);
    expect(await post(proef, casus, 'N-10')).toEqual(['contactpersoon-swv']);
    expect(casus.pad()).not.toContain('vooroverleg');
    expect(casus.variabele('termijnen')).toMatchObject({ t0: '2025-11-03', eindeVierweken: '2025-12-01T09:00:00+01:00' });
    expect(casus.teDoen()).toEqual(expect.arrayContaining(['GK-07a']));
    expect(casus.incidenten()).toEqual([]);
  });

  test('errata §1 GK-06, F-11: geen OT op tijd, dan nu het gesprek en het OT erna; een eerder gesprek en een herstel tellen gewoon', async () => {
    const casus = await preludeB(proef);
    await casus.bericht('verzuimstand', stand('2025-10-31', VIER_DAGEN), '2025-10-31T16:00');
    await casus.doe('GK-06', gesprek('2025-10-30', { inOT: 'nee', otVorm: undefined, otDeelnemers: undefined, dagenThuisWeek: 2 }), '2025-11-03T14:00');
    expect(casus.variabele('termijnen')).toMatchObject({ t0: '2025-10-30' });
    expect(casus.teDoen(), 'de vier weken lopen, het OT staat ernaast').toEqual(expect.arrayContaining(['GK-07a', 'OT-01']));
    await casus.doe('OT-01', example('ot-plannen', { otOp: '2025-11-10' }));
    await casus.doe('GK-13o', example('ot-bespreking', { datum: '2025-11-10', otVorm: 'BREED' }), '2025-11-10T14:00');
    expect(casus.pad()).toContain('ee_GK_06o');
    expect(casus.incidenten()).toEqual([]);
  });

  test('blijft het gesprek uit, dan hoort de sectordirecteur het', async () => {
    const casus = await preludeB(proef);
    await casus.bericht('verzuimstand', stand('2025-10-31', VIER_DAGEN), '2025-10-31T16:00');
    await proef.zetKlok('2025-11-11T09:00');
    expect(await post(proef, casus, 'N-11b')).toEqual(['sectordirecteur-swv']);
    expect(casus.teDoen()).toContain('GK-06');
  });

  test('errata §1 CA-01-5: een tweede week met meer dan drie dagen thuis komt in het logboek, en begint niets opnieuw', async () => {
    const casus = await preludeB(proef);
    await escaleerZonderKernteam(proef, casus, '2025-10-31', VIER_DAGEN, '2025-11-03');
    await casus.bericht('escalatie-thuis', { escalatieSignaal: { dagenThuisWeek: 4, weekNr: 45, gedetecteerdOp: '2025-11-07' } }, '2025-11-07T16:00');
    expect(casus.pad()).toContain('GK_06x');
    expect(casus.teDoen()).not.toContain('GK-06');
  });
});
