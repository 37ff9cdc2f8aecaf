import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { escaleer, metTwijfel, preludeA, stand, vierDagenThuis } from './helpers/prelude.ts';
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

const VER = '2027-03-01';
const aanbod = (anders = {}) => example('onderwijsaanbod-4wk', { vorm: ['DEELTIJD'], av1Gewenst: false, minderUrenDanVerplicht: 'nee', ...anders });
const ronde = (anders = {}) => example('monitoring-week', { cceGewenst: false, leerlingVolledigTerug: 'nee', perspectiefHelder: 'nee', ...anders });
const herweging = (m: string) => example('herweging-maatwerk', { lijn: 'STABIEL', partnerschap: 'VOLDOENDE', maatwerkOndervangt: m, afwijkenBesluit: undefined, motivering: undefined });
const perspectief = (anders = {}) =>
  example('perspectief', { onderwijsMogelijk: 'JA', behandelingVoorwaarde: 'NEE', ondersteuningThuisNodig: 'NEE', afwijkendeConclusie: undefined, motiveringAfwijking: undefined, aanbodplek: 'SBO', perspectiefHelder: 'ja', besprokenInOT: 'ja', wachttijdWeken: 14, wachtlijst: 'ja', huidigAanbodAfdoende: 'nee', ...anders });
const duo = example('duo-verzuimmelding', { gronden: ['ESCALATIE_THUIS'], periodeVan: '2025-09-22', periodeTot: '2025-09-29', urenOngeoorloofd: 0, aantalTeLaat: 0 });

describe('een taak met invoer die niet kan kloppen komt terug', () => {
  test('van het kernteam tot en met de regie', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm());
    await casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-09', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' }), '2025-09-09T10:00');
    for (const [taak, formulier, error, goed] of [
      ['KT-01b', 'bespreking-team', { datum: VER, otNodig: 'ja', otVorm: 'BREED' }, { datum: '2025-09-09', otNodig: 'ja', otVorm: 'BREED' }],
      ['OT-01', 'ot-plannen', { otOp: '2025-12-01' }, { otOp: '2025-09-09' }],
      ['KT-14o', 'ot-bespreking', { datum: VER }, { datum: '2025-09-09' }],
      ['KT-02', 'verzuimstand', { peildatum: VER, regels: [] }, { peildatum: '2025-09-09', regels: [] }],
      ['KT-03', 'regisseurs-voorstel', { overlegDatum: VER }, { overlegDatum: '2025-09-09' }],
      ['KT-04', 'logboek-start', { urenRamingMin: 12, urenRamingMax: 10, volgendeActieDatum: '2025-09-22' }, { urenRamingMin: 6, urenRamingMax: 10, volgendeActieDatum: '2025-09-22' }],
      ['KT-05', 'aanwijzing-regisseur-bestuur', { akkoordBekostiging: 'nee' }, { akkoordBekostiging: 'ja' }],
      ['KT-06', 'regie-afstemming', { overlegDatum: VER, jeugdteamBetrekken: 'nee' }, { overlegDatum: '2025-09-09', leerplichtDatum: '2025-09-09', jeugdteamBetrekken: 'nee' }],
    ] as const) {
      await casus.doe(taak, example(formulier, error));
      expect(casus.teDoen(), taak).toContain(taak);
      await casus.doe(taak, example(formulier, goed));
      expect(casus.teDoen(), taak).not.toContain(taak);
    }
    expect(await meldingenVan(proef, casus.casusId)).not.toContain('N-06');

    await proef.zetKlok('2025-09-23T09:30');
    await casus.doe('KT-06w', example('verzuimstand', { peildatum: VER, regels: [], verzuimGestopt: 'nee' }));
    await casus.doe('KT-06w', example('verzuimstand', { peildatum: '2025-09-23', regels: [], verzuimGestopt: 'nee' }));
    expect(casus.pad()).toContain('stand_doorgeven');
    expect(casus.teDoen(), 'na week 37 is ook week 38 nog niet beantwoord').toEqual(['KT-06w']);
    expect(casus.incidenten()).toEqual([]);
  });

  test('van de escalatie tot en met het afsluiten, met alles wat te laat is', async () => {
    const casus = await preludeA(proef, { signaalComplexeGedragsvraag: 'nee' });
    await casus.bericht('verzuimstand', stand('2025-09-26', metTwijfel(vierDagenThuis)), '2025-09-26T16:00');
    proef.las.vergeetAlles();
    await proef.zetKlok('2025-10-06T18:00');
    await casus.doe('KT-07a', example('vooroverleg-escalatie', { datum: '2025-10-06', dagenThuisWeek: 4 }));
    await proef.zetKlok('2025-10-14T18:00');
    expect((await registerVan(proef, casus.casusId)).post.filter((p) => p.melding === 'N-11b')).toHaveLength(2);
    const gesprek = (datum: string) => example('escalatiegesprek', { gesprekDatum: datum, inOT: 'nee', dagenThuisWeek: 4, oudersGeinformeerdOverMeldingen: true, oudersNietBereikt: false, zorgenVeiligheid: 'nee' });
    await casus.doe('KT-07b', gesprek(VER));
    expect(casus.teDoen()).toContain('KT-07b');
    await casus.doe('KT-07b', gesprek('2025-10-14'));
    // Zonder stand van de school vraagt de route er ook na de escalatie elke week om.
    await casus.doe('KT-06w', example('verzuimstand', { peildatum: VER, regels: [], verzuimGestopt: 'nee' }));
    expect(casus.teDoen()).toContain('KT-06w');
    await casus.doe('KT-06w', example('verzuimstand', { peildatum: '2025-10-14', regels: [], verzuimGestopt: 'nee' }));
    // Twee weken waren onbeantwoord.
    await casus.doe('KT-06w', example('verzuimstand', { peildatum: '2025-10-14', regels: [], verzuimGestopt: 'nee' }));
    proef.las.volg(casus.casusId, 4);
    await casus.doe('CA-02-1', duo);
    await casus.doe('KT-08a', { ...aanbod({}), startDatum: undefined }, '2025-10-15T10:00');
    await casus.doe('KT-08a', aanbod({ startDatum: '2025-10-15', av1Gewenst: true }));
    // De AV1-aanvraag is een eigen proces: de vier weken wachten er niet op.
    const av1 = () => [...proef.beeld.tasks.values()].filter((t) => t.elementId === 'AV_02');
    expect(av1()).toHaveLength(1);
    await casus.doe('KT-08b', example('belemmeringsanalyse', { twijfel: false }));
    await casus.doe('KT-11a', example('opbouwplan', { startDatum: VER }));
    await casus.doe('KT-11a', example('opbouwplan', { startDatum: '2025-10-15', evaluatieFrequentie: 'DAGELIJKS' }));
    await casus.doe('KT-11b', example('evaluatie-opbouwplan', { datum: '2025-10-16', besluit: 'STOPPEN' }), '2025-10-16T15:00');
    await casus.doe('KT-13a', ronde({ partnerJeugdhulp: 'NVT', cceGewenst: true }), '2025-10-21T09:00');
    expect(casus.pad()).toContain('CA_05_0n');

    await proef.zetKlok('2025-11-11T09:00');
    await casus.doe('KT-13b', herweging('TWIJFEL'));
    await casus.doe('CA-04-2', example('sectordirecteur-consult', { advies: 'MAATWERK_SWV', datum: '2025-11-11' }));
    await casus.doe('KT-13b', herweging('JA'));
    await casus.doe('KT-13c', example('inzet-maatwerk', { vanDatum: '2025-11-12', totDatum: '2026-06-01' }));
    await casus.doe('KT-13c', example('inzet-maatwerk', { vanDatum: '2025-11-12', totDatum: '2025-12-01' }));

    await casus.doe('KT-14', perspectief({ onderwijsMogelijk: 'NEE', behandelingVoorwaarde: 'NEE' }));
    expect(casus.teDoen()).toEqual(['AV-02', 'KT-13a', 'KT-14', 'OT-01']);
    await casus.doe('KT-14', perspectief({ aanbodplek: 'NOG_ONBEKEND' }));
    expect(casus.teDoen()).toContain('KT-14');
    // De beslistabel geeft in deze route nooit "sectordirecteur"; de proceseigenaar kan dat wel willen.
    await casus.zet('route', 'geen-kernteam');
    await casus.doe('KT-14', perspectief({ perspectiefHelder: 'nee', huidigAanbodAfdoende: 'ja' }));
    await casus.doe('CA-04-2', example('sectordirecteur-consult', { advies: 'OPSCHALEN_DOORZETTINGSMACHT', datum: '2025-11-11' }));
    await casus.doe('DZ-hand', example('doorzettingsmacht-handmatig', { status: 'DOORZETTINGSBESLUIT' }), '2025-11-12T10:00');
    await casus.doe('DZ-besluit', example('doorzettingsmacht-handmatig', { bestemming: 'OBS De Wilgenbrug', ingangsdatum: '2025-11-17' }));
    await casus.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'OBS De Wilgenbrug', bestemmingType: 'SBO', geplandeStart: '2025-11-17', besprokenInOT: true, ingeschrevenOp: undefined }));
    await casus.doe('CA-06-3', aanbod({ startDatum: '2025-11-12' }));
    await casus.bericht('inschrijving-bevestigd', { ingeschrevenOp: '2025-11-12' });
    expect(av1(), 'de nieuwe school heeft de leerling ingeschreven: de aanvraag vervalt').toEqual([]);
    await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'DOORZETTINGSBESLUIT', einddatum: VER }));
    await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'DOORZETTINGSBESLUIT', einddatum: '2025-11-12' }));
    await casus.afgelopen();
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('zijpaden van de route', () => {
  test('is de grens al gepasseerd als de regie geregeld is, dan begint de escalatie meteen', async () => {
    await proef.zetKlok('2025-09-26T09:00');
    const casus = await proef.meldAan(startForm({ signaalDatumSignaal: '2025-09-20' }));
    await casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-26', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' }));
    await casus.doe('KT-01b', example('bespreking-team', { datum: '2025-09-26', otNodig: 'nee' }));
    await casus.doe('KT-02', example('verzuimstand', { peildatum: '2025-09-26', geenVerzuim: false, regels: vierDagenThuis }));
    await casus.doe('KT-03', example('regisseurs-voorstel', { overlegDatum: '2025-09-26' }));
    await casus.doe('KT-04', example('logboek-start', { volgendeActieDatum: '2025-09-30' }));
    await casus.doe('KT-05', example('aanwijzing-regisseur-bestuur', { akkoordBekostiging: 'ja' }));
    await casus.doe('KT-06', example('regie-afstemming', { overlegDatum: '2025-09-26', leerplichtDatum: '2025-09-26' }));
    expect(casus.teDoen()).toEqual(['KT-07a']);
    expect(casus.variabele('escalatieSignaal')).toMatchObject({ dagenThuisWeek: 4 });
  });

  test('een brugplaats die zonder bestemming eindigt, gaat naar de sectordirecteur', async () => {
    const casus = await preludeA(proef);
    await escaleer(proef, casus, '2025-09-26', vierDagenThuis, '2025-09-29');
    await proef.zetKlok('2025-10-27T09:00');
    await casus.doe('KT-14', perspectief());
    const verken = (sbo: string) => example('brug-verkenning', { individueleBegeleidingSBO: sbo, individueleBegeleidingASVZ: 'NEE', ruimteKDC: 'NEE', voOrientatie: 'nee', aangepastAanbodSinds: '2025-09-29' });
    await casus.doe('KT-16a', verken('JA'));
    await casus.doe('KT-16b', example('brug-keuze', { gekozenOptie: 'sbo' }));
    await casus.doe('BS-hand', example('brugplaats-handmatig', { resultaat: 'BESTEMMING', locatie: 'De Kameleon', startDatum: '2025-10-28', eindDatum: '2025-12-19' }));
    await casus.doe('CA-03-1', example('aot-feiten', { reden: 'OVERIG', isOverbrugging: true }));
    await casus.doe('CA-03-4', example('aot-aanvraag', { vanDatum: '2025-10-28', totDatum: '2025-12-19', eerderVerzocht: 'nee' }));
    await casus.doe('CA-03-6', example('aot-melding', { vanDatum: '2025-10-28', totDatum: '2025-12-19' }));
    await casus.doe('CA-03-8', example('inspectie-antwoord', { besluit: 'INGESTEMD' }), '2025-11-10T10:00');
    await casus.doe('BS-eind', example('brugplaats-handmatig', { resultaat: 'EINDE_ZONDER_BESTEMMING', locatie: 'De Kameleon', startDatum: '2025-10-28', eindDatum: '2025-12-19', bestemming: undefined }), '2025-12-19T10:00');
    // De overbrugging gaat verder op de eigen school: een nieuwe melding, naast die van de brugplaats (r. 95-97).
    const overbruggingen = () => casus.openTaken().filter((t) => t.elementId === 'CA_03_1').length;
    expect(overbruggingen()).toBe(1);
    await casus.doe('DZ-hand', example('doorzettingsmacht-handmatig', { status: 'ROUTE_VERVOLGEN' }));
    await casus.doe('KT-14', perspectief());
    await casus.doe('KT-16a', verken('NEE'));
    await casus.doe('KT-16y', example('geen-brug', { keuze: 'EXTRA_ONDERSTEUNING' }));
    await casus.doe('KT-16x', example('inzet-maatwerk', { vanDatum: '2025-12-22', totDatum: '2026-06-01' }));
    await casus.doe('KT-16x', example('inzet-maatwerk', { vanDatum: '2025-12-22', totDatum: '2026-01-16' }));
    // De oude uitkomst van de brugplaats mag niet nog eens naar doorzettingsmacht leiden.
    expect(casus.teDoen()).toContain('CA-06-2');
    expect(overbruggingen()).toBe(1);
    expect(casus.incidenten()).toEqual([]);
  });

  test('loopt er al een doorzettingsmacht, dan wacht de route op die uitkomst en begint geen tweede', async () => {
    const casus = await preludeA(proef);
    await escaleer(proef, casus, '2025-09-26', vierDagenThuis, '2025-09-29');
    await proef.zetKlok('2025-10-27T09:00');
    await casus.bericht('impasse', { signaalDatum: '2025-10-27' });
    await casus.doe('KT-14', perspectief());
    await casus.doe('KT-16a', example('brug-verkenning', { individueleBegeleidingSBO: 'NEE', individueleBegeleidingASVZ: 'NEE', ruimteKDC: 'NEE', voOrientatie: 'nee', aangepastAanbodSinds: '2025-09-29' }));
    await casus.doe('KT-16y', example('geen-brug', { keuze: 'DOORZETTINGSMACHT' }));
    expect(casus.teDoen().filter((e) => e === 'DZ-hand')).toHaveLength(1);
    await casus.doe('DZ-hand', example('doorzettingsmacht-handmatig', { status: 'GEZAMENLIJKE_AANPAK' }));
    expect(casus.pad()).toContain('EE_overgenomen');
    expect(casus.teDoen()).toContain('KT-14');
    expect((await registerVan(proef, casus.casusId)).post.filter((p) => p.melding === 'N-25')).toHaveLength(1);
    expect(casus.incidenten()).toEqual([]);
  });

  test('een impasse met een gezamenlijke aanpak laat de route doorlopen; een besluit leidt naar de overstap', async () => {
    const casus = await preludeA(proef);
    await casus.bericht('impasse', { signaalDatum: '2025-09-18' }, '2025-09-18T10:00');
    await casus.doe('DZ-hand', example('doorzettingsmacht-handmatig', { status: 'GEZAMENLIJKE_AANPAK' }));
    expect(casus.pad()).toContain('be_impasse');
    await casus.bericht('impasse', { signaalDatum: '2025-09-19' }, '2025-09-19T10:00');
    await casus.doe('DZ-hand', example('doorzettingsmacht-handmatig', { status: 'DOORZETTINGSBESLUIT' }));
    await casus.doe('DZ-besluit', example('doorzettingsmacht-handmatig', { bestemming: 'OBS De Wilgenbrug', ingangsdatum: '2025-09-22' }));
    await casus.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'OBS De Wilgenbrug', bestemmingType: 'SBO', geplandeStart: '2025-09-22', besprokenInOT: true, ingeschrevenOp: '2025-09-19' }));
    expect(casus.teDoen()).toEqual(['KT-18']);
    expect(casus.variabele('afronding')).toMatchObject({ reden: 'DOORZETTINGSBESLUIT_UITGEVOERD' });
  });

  test('ouders die na een tweede uitnodiging niet reageren, komen bij leerplicht', async () => {
    const casus = await preludeA(proef);
    const situatie = { oudersSituatie: { signaalType: 'GEEN_REACTIE_GESPREK', aantalPogingen: 0, afsprakenOpgevolgd: null } };
    await casus.bericht('ouders-werken-niet-mee', situatie, '2025-09-18T10:00');
    await casus.doe('X-02h', example('herhaalde-uitnodiging', { datum: '2025-09-18', oudersGereageerd: 'nee' }));
    await casus.doe('X-02h', example('herhaalde-uitnodiging', { datum: '2025-09-19', oudersGereageerd: 'nee' }), '2025-09-19T10:00');
    await casus.doe('CA-14-1', example('leerplicht-vraag', { afsprakenOpgevolgd: 'JA', sprakeAot: 'nee' }));
    await casus.doe('CA-14-4', example('leerplicht-antwoord', { datum: '2025-09-19' }));
    expect(await meldingenVan(proef, casus.casusId)).toContain('N-67');
    await casus.bericht('ouders-werken-niet-mee', situatie, '2025-09-22T10:00');
    await casus.doe('X-02h', example('herhaalde-uitnodiging', { datum: '2025-09-22', oudersGereageerd: 'ja' }));
    expect(casus.teDoen()).toEqual([]);
    expect(casus.incidenten()).toEqual([]);
  });

  test('na een weigering van de inspectie bepaalt het schoolbestuur wat er gebeurt', async () => {
    const casus = await preludeA(proef);
    await casus.bericht('aot-nodig', { signaalDatum: '2025-09-18' }, '2025-09-18T10:00');
    await casus.doe('CA-03-1', example('aot-feiten', { reden: 'OVERIG', isOverbrugging: false }));
    await casus.doe('CA-03-4', example('aot-aanvraag', { vanDatum: '2025-10-01', totDatum: '2026-07-01', eerderVerzocht: 'nee' }));
    await casus.doe('CA-03-8', example('inspectie-antwoord', { besluit: 'GEWEIGERD' }), '2025-09-22T10:00');
    await casus.doe('KT-16j', example('afwijzing-verwerken', { datum: '2025-09-22' }));
    expect(casus.pad()).toContain('EE_besproken');
  });
});
