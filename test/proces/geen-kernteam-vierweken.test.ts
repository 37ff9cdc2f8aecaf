import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { example } from './helpers/example.ts';
import { eerder, escaleerZonderKernteam, perspectief, post, preludeB, VIER_DAGEN, wie } from './helpers/prelude-geen-kernteam.ts';
import { Proef } from './helpers/proef.ts';
import { registerVan } from './helpers/register.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

const ronde = (anders = {}) => example('monitoring-week', { weekNr: undefined, ...anders });
/** Een kind dat ook behandeling nodig heeft, met een overbrugging tot er plek is. */
const perspectiefMetZorg = (anders = {}) => perspectief({ behandelingVoorwaarde: 'JA', overbruggingNodig: 'ja', ...anders });
const verkenning = (anders = {}) =>
  example('brug-verkenning', { aanleiding: 'WACHTLIJST', individueleBegeleidingSBO: 'NEE', individueleBegeleidingASVZ: 'NEE', ruimteKDC: 'NEE', voOrientatie: 'nee', eigenSchoolOAbeschikbaar: 'NEE', allesIngezet: true, oudersAkkoord: 'ja', besprokenMetKernteamOfContactpersoon: true, aangepastAanbodSinds: '2025-11-03', ...anders });
const brug = (anders = {}) => example('brugplaats-handmatig', { resultaat: 'BESTEMMING', ...anders });

describe('GK-07 tot en met GK-12 de vier weken (r. 150–185)', () => {
  /** De vier weken begonnen, met een aanbod. */
  async function vierWeken(analyse: Record<string, unknown> = {}): Promise<Casusverloop> {
    const casus = await preludeB(proef);
    await escaleerZonderKernteam(proef, casus, '2025-10-31', VIER_DAGEN, '2025-11-03');
    await casus.doe('GK-07a', example('onderwijsaanbod-4wk', { startDatum: '2025-11-05' }), '2025-11-05T10:00');
    expect(await wie(casus, 'GK-07b')).toEqual(['ib-er-20XY']);
    await casus.doe('GK-07b', example('belemmeringsanalyse', analyse), '2025-11-05T11:00');
    return casus;
  }

  test('de IB-er maakt het plan en kan de contactpersoon om advies vragen; het plan wacht daar niet op', async () => {
    const casus = await vierWeken();
    expect((await casus.taak('GK-10a')).groepen).toEqual(['ib-er-20XY']);
    await casus.doe('GK-10a', example('opbouwplan', { startDatum: '2025-11-10', adviesContactpersoonGevraagd: true }), '2025-11-06T10:00');
    expect(await wie(casus, 'GK-03b')).toEqual(['contactpersoon-swv']);
    expect(await eerder(proef, casus, 'GK-03b')).toContain('Binnen zes weken weer hele dagen');
    await proef.zetKlok('2025-11-13T16:00');
    expect(casus.teDoen(), 'de evaluatie komt, ook zonder advies').toEqual(expect.arrayContaining(['GK-03b', 'GK-10b']));
    expect(casus.incidenten()).toEqual([]);
  });

  test('errata §1 GK-07b: de vraag aan het SWV wordt een taak van de contactpersoon', async () => {
    const casus = await vierWeken({ hulpvraagSwv: true });
    expect(await eerder(proef, casus, 'GK-03b')).toContain('Tijdelijk extra begeleiding in de klas');
    expect(casus.teDoen()).toContain('GK-10a');
    await casus.doe('GK-03b', example('consult-advies'), '2025-11-06T10:00');
    await casus.doe('GK-03c', example('consult-vervolg', { nogEenVraag: 'nee', vraag: undefined }), '2025-11-06T11:00');
    expect(casus.pad()).toContain('ee_ES_CONSULT');
  });

  test('errata §1 GK-07w, GK-12a: de IB-er volgt en beslist, de contactpersoon kijkt mee, en stilte geeft een bericht', async () => {
    const casus = await vierWeken();
    await proef.zetKlok('2025-11-10T10:00');
    expect(await wie(casus, 'GK-07w')).toEqual(['ib-er-20XY']);
    await proef.zetKlok('2025-11-13T10:00');
    expect(await post(proef, casus, 'N-70'), 'twee schooldagen stil: de contactpersoon hoort het').toEqual(['contactpersoon-swv']);
    await casus.doe('GK-07w', ronde({ lijn: 'STABIEL' }), '2025-11-13T11:00');
    expect(await post(proef, casus, 'N-12')).toEqual(['contactpersoon-swv']);
    expect(await wie(casus, 'GK-12a')).toEqual(['contactpersoon-swv']);
    expect(await eerder(proef, casus, 'GK-12a')).toContain('drie ochtenden');
    await proef.zetKlok('2025-11-17T10:00');
    expect(casus.teDoen(), 'de volgende ronde wacht niet op de contactpersoon').toEqual(expect.arrayContaining(['GK-07w', 'GK-12a']));
    await casus.doe('GK-12a', example('voortgang-meekijken'), '2025-11-17T10:30');
    await casus.doe('GK-07w', ronde({ leerlingVolledigTerug: 'ja', datumVolledigTerug: '2025-11-17' }), '2025-11-17T11:00');
    expect(casus.variabele('vierwekenUitkomst'), 'AS-17: de IB-er zegt dat de leerling terug is').toBe('HERSTEL');
    const taak = await casus.taak('GK-17');
    expect(taak.groepen).toEqual(['contactpersoon-swv']);
    await casus.doe('GK-17', example('afsluitnotitie', { resultaat: 'WEER_OP_SCHOOL', einddatum: '2025-11-18' }), '2025-11-18T10:00');
    await casus.afgelopen();
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toMatchObject([{ reden: 'VERZUIM_GESTOPT', kwartaal: '2025-Q4' }]);
    expect(casus.incidenten()).toEqual([]);
  });

  test('een helder perspectief opent het besluit eerder, bij de IB-er', async () => {
    const casus = await vierWeken();
    await casus.doe('GK-07w', ronde({ perspectiefHelder: 'ja' }), '2025-11-10T11:00');
    expect(await wie(casus, 'GK-13')).toEqual(['ib-er-20XY']);
    expect(await post(proef, casus, 'N-13')).toEqual(expect.arrayContaining(['ib-er', 'contactpersoon-swv']));
  });

  test('na vier weken weegt de contactpersoon extra maatwerk van het SWV (r. 184–185)', async () => {
    const casus = await vierWeken();
    await proef.zetKlok('2025-12-01T10:00');
    expect(await wie(casus, 'GK-12b')).toEqual(['contactpersoon-swv']);
    await casus.doe('GK-12b', example('herweging-maatwerk', { lijn: 'STABIEL', partnerschap: 'VOLDOENDE', maatwerkOndervangt: 'JA', afwijkenBesluit: undefined, motivering: undefined }), '2025-12-01T10:00');
    expect(await wie(casus, 'GK-12c')).toEqual(['contactpersoon-swv']);
    await casus.doe('GK-12c', example('inzet-maatwerk', { vanDatum: '2025-12-01', totDatum: '2025-12-22' }));
    expect(casus.pad()).toContain('ee_GK_12b');
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('GK-13 tot en met GK-17 het besluit en de brugplaats (r. 187–216)', () => {
  /** De vier weken voorbij: het besluit ligt bij de IB-er. */
  async function naVierWeken(leerling: Record<string, unknown> = {}): Promise<Casusverloop> {
    const casus = await preludeB(proef, leerling);
    await escaleerZonderKernteam(proef, casus, '2025-10-31', VIER_DAGEN, '2025-11-03');
    await casus.doe('GK-07a', example('onderwijsaanbod-4wk', { startDatum: '2025-11-05' }), '2025-11-05T10:00');
    await proef.zetKlok('2025-12-01T10:00');
    expect(await wie(casus, 'GK-13')).toEqual([`ib-er-${(leerling['schoolBrin'] as string | undefined) ?? '20XY'}`]);
    return casus;
  }

  test('AS-14 een SO-leerling naar het KDC: de IB-er zoekt en volgt, het SWV hoort elke week hoe het gaat, de contactpersoon sluit', async () => {
    const casus = await naVierWeken({ leerlingGeboortedatum: '2015-01-20', leerlingGroep: 7 });
    await casus.doe('GK-13', perspectiefMetZorg({ aanbodplek: 'JEUGDHULP_BEHANDELING', wachttijdWeken: 12 }), '2025-12-01T14:00');
    expect(await post(proef, casus, 'N-18')).toEqual(expect.arrayContaining(['ib-er', 'contactpersoon-swv']));
    expect(await wie(casus, 'GK-15a'), 'het initiatief voor een brugplaats is van de IB-er').toEqual(['ib-er-20XY']);
    await casus.doe('GK-15a', verkenning({ individueleBegeleidingASVZ: 'JA', ruimteKDC: 'JA' }), '2025-12-02T10:00');
    expect(casus.variabele('brugOpties')).toEqual(['kdc-asvz']);
    await casus.doe('GK-15b', example('brug-keuze', { gekozenOptie: 'kdc-asvz', startwens: '2025-12-08' }), '2025-12-02T11:00');
    await casus.doe('KDC-hand', brug({ locatie: 'KDC ASVZ', startDatum: '2025-12-08', eindDatum: '2026-02-02' }), '2025-12-04T10:00');
    await proef.zetKlok('2025-12-10T10:00');
    await casus.doe('GK-16', example('brug-voortgang', { datum: '2025-12-10' }), '2025-12-10T10:30');
    expect(await post(proef, casus, 'N-12'), 'r. 210–212: de ontwikkelingen gaan door naar het SWV').toContain('contactpersoon-swv');
    expect(casus.teDoen()).not.toContain('GK-12a');
    await casus.bericht('inschrijving-bevestigd', { ingeschrevenOp: '2026-02-02' }, '2026-02-02T08:30');
    await casus.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'SO De Boei', bestemmingType: 'SO', geplandeStart: '2026-02-02', besprokenInOT: true, ingeschrevenOp: '2026-02-02' }), '2026-02-02T10:00');
    await casus.doe('GK-17', example('afsluitnotitie', { resultaat: 'SO', einddatum: '2026-02-06' }), '2026-02-06T10:00');
    await casus.afgelopen();
    const register = await registerVan(proef, casus.casusId);
    expect(register.thuiszitter).toMatchObject([{ reden: 'PASSEND_AANBOD_GEREALISEERD', resultaat: 'SO', brugType: 'kdc-asvz', kwartaal: '2026-Q1' }]);
    expect(register.logboek.some((r) => r.rol?.startsWith('regisseur') === true), 'geen regisseurstaak wordt er een van de contactpersoon of de school').toBe(false);
    expect(casus.incidenten()).toEqual([]);
  });

  test('AS-16 een SBO-leerling met oriëntatie op het VO: GOAL wijst af, en er blijft een keuze over', async () => {
    const casus = await naVierWeken({ schoolNaam: 'De Steenen Kamer', schoolBrin: '30QR', schoolSchooltype: 'SBO', leerlingGeboortedatum: '2013-04-02', leerlingGroep: 8, leerlingDidactischeLeeftijdMaanden: 62 });
    await casus.doe('GK-13', perspectiefMetZorg({ behandelingVoorwaarde: 'NEE', aanbodplek: 'VO', wachttijdWeken: 30 }), '2025-12-01T14:00');
    await casus.doe('GK-15a', verkenning({ voOrientatie: 'ja' }), '2025-12-02T10:00');
    expect(casus.variabele('brugOpties')).toEqual(['goal']);
    await casus.doe('GK-15b', example('brug-keuze', { gekozenOptie: 'goal', startwens: '2025-12-08' }), '2025-12-02T11:00');
    expect(await wie(casus, 'GO-hand')).toEqual(['ib-er-30QR']);
    await casus.doe('GO-hand', brug({ resultaat: 'GEEN_PLAATS', startDatum: undefined, eindDatum: undefined, locatie: undefined, bestemming: undefined }), '2025-12-04T10:00');
    await casus.doe('GK-15a', verkenning({ voOrientatie: 'ja' }), '2025-12-05T10:00');
    expect(await wie(casus, 'GK-15y')).toEqual(['ib-er-30QR']);
    await casus.doe('GK-15y', example('geen-brug', { keuze: 'NIEUWE_CYCLUS' }), '2025-12-05T11:00');
    expect(casus.variabele('termijnen')).toMatchObject({ cyclus: 2 });
    expect(casus.incidenten()).toEqual([]);
  });

  test('errata §1 DMN-14 r4: onduidelijk en het aanbod schiet tekort, dan een overbrugging; anders één keer de sectordirecteur en zijn advies', async () => {
    const casus = await naVierWeken();
    await casus.doe('GK-13', perspectiefMetZorg({ onderwijsMogelijk: 'ONDUIDELIJK', inGroepFunctioneren: undefined, behandelingVoorwaarde: 'ONDUIDELIJK', aanbodplek: 'NOG_ONBEKEND', perspectiefHelder: 'nee', huidigAanbodAfdoende: 'ja', overbruggingNodig: 'nee', wachttijdWeken: undefined }), '2025-12-01T14:00');
    await casus.doe('CA-04-2', example('sectordirecteur-consult', { advies: 'ANDERE_ROUTE', datum: '2025-12-02' }), '2025-12-02T10:00');
    await casus.doe('GK-13', perspectiefMetZorg({ onderwijsMogelijk: 'ONDUIDELIJK', inGroepFunctioneren: undefined, behandelingVoorwaarde: 'ONDUIDELIJK', aanbodplek: 'NOG_ONBEKEND', perspectiefHelder: 'nee', huidigAanbodAfdoende: 'ja', overbruggingNodig: 'nee', wachttijdWeken: undefined }), '2025-12-02T14:00');
    expect(casus.teDoen(), 'geen tweede rondje: het advies wordt gevolgd').toContain('GK-15a');
    expect(casus.teDoen()).not.toContain('CA-04-2');
    expect(casus.incidenten()).toEqual([]);
  });

  test('een overstap op korte termijn, begeleid door de IB-er (r. 192–193)', async () => {
    const casus = await naVierWeken();
    await casus.doe('GK-13', perspectiefMetZorg({ aanbodplek: 'SO', behandelingVoorwaarde: 'NEE', wachttijdWeken: 2, huidigAanbodAfdoende: 'ja', wachtlijst: 'nee', overbruggingNodig: 'nee' }), '2025-12-01T14:00');
    expect(await wie(casus, 'CA-06-2')).toEqual(['ib-er-20XY']);
    expect(casus.pad()).toContain('GK_13');
    expect(casus.incidenten()).toEqual([]);
  });

  test('een doorzettingsbesluit geldt ook hier boven wat de route nog zocht', async () => {
    const casus = await naVierWeken();
    await casus.bericht('doorzettingsbesluit', { dzm: { status: 'DOORZETTINGSBESLUIT', bestemming: 'SO De Boei' } }, '2025-12-02T10:00');
    expect(casus.teDoen()).toEqual(expect.arrayContaining(['CA-06-2']));
    await casus.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'SO De Boei', bestemmingType: 'SO', geplandeStart: '2025-12-02', besprokenInOT: true, ingeschrevenOp: '2025-12-02' }), '2025-12-02T11:00');
    await casus.doe('GK-17', example('afsluitnotitie', { resultaat: 'SO', einddatum: '2025-12-03' }), '2025-12-03T10:00');
    await casus.afgelopen();
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toMatchObject([{ reden: 'DOORZETTINGSBESLUIT_UITGEVOERD' }]);
    expect(casus.incidenten()).toEqual([]);
  });
});
