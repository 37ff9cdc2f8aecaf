import { describe, expect, test } from 'vitest';
import { useCalledProcess } from './helpers/called.ts';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { example } from './helpers/example.ts';
import { meldingenVan, registerVan } from './helpers/register.ts';

/**
 * De wegen in aangeroepen processen die de scenario's van de hele route niet gaan. Elk proces wordt hier los gestart, met
 * wat het frame of een fase meegeeft, bij een casus die echt in het register staat.
 */
const called = useCalledProcess();
async function goedGegaan(verloop: Casusverloop): Promise<void> {
  await verloop.afgelopen();
  expect(verloop.incidenten()).toEqual([]);
}
/** Een medische grond met bewijsstuk: alleen een melding aan de inspectie, geen aanvraag. */
async function regelOnderwijstijd(verloop: Casusverloop): Promise<void> {
  await verloop.doe('CA-03-1', example('aot-feiten', { reden: 'MEDISCH_PARAMEDISCH_OF_ZIEKTE', bewijsstukAanwezig: true, stukkenAlsnogMogelijk: undefined }));
  if (verloop.teDoen().includes('CA-03-6')) await verloop.doe('CA-03-6', example('aot-melding', { reden: 'MEDISCH_PARAMEDISCH_OF_ZIEKTE' }));
}

describe.each([
  ['goal', 'GO'],
  ['brugplaats-kdc-asvz', 'KDC'],
  ['brugplaats-sbo', 'BS'],
])('brugplaats %s', (proces, stap) => {
  const plaats = (anders = {}) => example('brugplaats-handmatig', { startDatum: '2025-09-15', eindDatum: '2025-10-10', ...anders });

  test('is er geen plaats, dan eindigt zij zonder plaatsing in het register', async () => {
    const verloop = await called.roepAan(proces, { brug: { startDatum: null } });
    await verloop.doe(`${stap}-hand`, plaats({ resultaat: 'GEEN_PLAATS' }));
    await goedGegaan(verloop);
    expect(verloop.pad()).toContain('EE_geen_plaats');
    expect((await registerVan(called.proef, called.casus.casusId)).thuiszitter[0]?.brugType ?? null).toBeNull();
  });

  test('een bevestigde inschrijving op de nieuwe school sluit haar af', async () => {
    const verloop = await called.roepAan(proces, { brug: { startDatum: null } });
    await verloop.doe(`${stap}-hand`, plaats());
    await called.proef.zetKlok('2025-09-15T12:00');
    await verloop.taak(`${stap}-eind`);
    await verloop.bericht('inschrijving-bevestigd', { ingeschrevenOp: '2025-09-29' }, '2025-09-29T10:00');
    await goedGegaan(verloop);
    expect(verloop.teDoen(), 'de aanpassing van de onderwijstijd houdt het einde niet op en loopt door').toEqual(['CA-03-1']);
    await regelOnderwijstijd(verloop);
    expect(verloop.variabele('brugResultaat')).toMatchObject({ resultaat: 'INGESCHREVEN', ingeschrevenOp: '2025-09-29' });
    expect(await meldingenVan(called.proef, called.casus.casusId)).toContain('N-20');
  });
});

test('de uitkomst van GOAL gaat met de bestemming terug naar de route', async () => {
  const verloop = await called.roepAan('goal', { brug: { startDatum: '2025-09-15' } });
  await verloop.doe('GO-hand', example('brugplaats-handmatig', { startDatum: '2025-09-15', eindDatum: '2025-10-10' }));
  await regelOnderwijstijd(verloop);
  await called.proef.zetKlok('2025-09-15T12:00');
  await verloop.doe('GO-eind', example('brugplaats-handmatig', { bestemming: 'De Kameleon', eindDatum: '2025-10-10' }));
  await goedGegaan(verloop);
  expect(verloop.variabele('brugResultaat')).toMatchObject({ resultaat: 'BESTEMMING', bestemming: 'De Kameleon', eindDatum: '2025-10-10' });
});

test('onderwijstijd: een stuk dat nog komt, een onvolledige aanvraag en een onvolledige melding komen terug bij wie ze maakte', async () => {
  const verloop = await called.roepAan('aanpassing-onderwijstijd', { isOverbrugging: true });
  await verloop.doe('CA-03-1', example('aot-feiten', { reden: 'MEDISCH_PARAMEDISCH_OF_ZIEKTE', bewijsstukAanwezig: false, stukkenAlsnogMogelijk: 'ja' }));
  expect(verloop.teDoen(), 'een ontbrekend stuk krijgt een hersteltermijn, geen aanvraag').toEqual(['CA-03-1h']);
  await verloop.doe('CA-03-1h', example('aot-feiten', { reden: 'OVERIG', isOverbrugging: true, anderBlok: undefined }));
  await verloop.doe('CA-03-4', example('aot-aanvraag', { vanDatum: '2025-11-17', totDatum: '2026-09-01' }));
  expect(verloop.teDoen()).toEqual(['CA-03-4']);
  await verloop.doe('CA-03-4', example('aot-aanvraag'));
  await verloop.doe('CA-03-6', example('aot-melding', { vanDatum: '2026-01-26', totDatum: '2025-11-17' }));
  expect(verloop.teDoen()).toEqual(['CA-03-6']);
  await verloop.doe('CA-03-6', example('aot-melding'));
  await verloop.doe('CA-03-8', example('inspectie-antwoord', { besluit: 'INGESTEMD' }));
  await goedGegaan(verloop);
});

test('DUO: een melding die niet klopt en een melding die al gedaan is, komen terug bij de IB-er', async () => {
  const melding = (anders = {}) => example('duo-verzuimmelding', { periodeVan: '2025-09-01', periodeTot: '2025-09-05', ...anders });
  const eerste = await called.roepAan('duo-verzuimmelding', { gronden: ['ZESTIEN_UUR_4WK'] });
  await eerste.doe('CA-02-1', melding({ periodeTot: '2027-03-01' }));
  expect(eerste.teDoen()).toEqual(['CA-02-1']);
  await eerste.doe('CA-02-1', melding());
  expect((await eerste.taak('CA-02-5')).groepen).toEqual(['leerplichtambtenaar-sliedrecht']);
  await eerste.doe('CA-02-5', example('leerplicht-terugkoppeling', { datum: '2025-09-08' }));
  await goedGegaan(eerste);
  expect(await meldingenVan(called.proef, called.casus.casusId), 'de school hoort dat leerplicht antwoordde').toContain('N-94');
  expect((await registerVan(called.proef, called.casus.casusId)).duo.find(({ soort }) => soort !== 'REGISTRATIE')).toMatchObject({ status: 'TERUGGEKOPPELD', terugkoppeling: { resultaat: 'GESPREK_GEVOERD' } });

  const tweede = await called.roepAan('duo-verzuimmelding', { gronden: ['ZESTIEN_UUR_4WK'] });
  await tweede.doe('CA-02-1', melding({ periodeTot: '2025-09-08' }));
  expect(tweede.teDoen(), 'vanaf die dag is al gemeld').toEqual(['CA-02-1']);
  await tweede.doe('CA-02-1', melding({ periodeVan: '2025-09-06', periodeTot: '2025-09-08' }));
  await tweede.doe('CA-02-5', example('leerplicht-terugkoppeling', { datum: '2025-09-08' }));
  await goedGegaan(tweede);
});

describe('jeugdarts', () => {
  const oproep = (verschenen: string) => example('jgz-oproep', { verschenen, datum: '2025-09-08' });

  test('zonder toestemming van ouders wordt niemand opgeroepen', async () => {
    const verloop = await called.roepAan('jgz-aanmelding');
    await verloop.doe('JG-01', example('jgz-toestemming', { akkoordOuders: 'nee', vormAkkoord: undefined }));
    await goedGegaan(verloop);
    expect(verloop.variabele('jgz')).toMatchObject({ uitkomst: 'GEEN_TOESTEMMING' });
    expect(await meldingenVan(called.proef, called.casus.casusId)).not.toContain('N-32');
  });

  test('wie pas op de herhaalde oproep komt, wordt gezien', async () => {
    const verloop = await called.roepAan('jgz-aanmelding');
    await verloop.doe('JG-01', example('jgz-toestemming'));
    await verloop.doe('JG-02', oproep('nee'));
    await verloop.doe('JG-02b', oproep('ja'));
    await verloop.doe('JG-03', example('jgz-terugkoppeling', { datum: '2025-09-08' }));
    await goedGegaan(verloop);
    expect(verloop.variabele('jgz')).toMatchObject({ uitkomst: 'GEZIEN', oproepen: 2 });
  });

  test('JG-03: wat de jeugdarts terugkoppelt staat in het logboek, en er volgt geen verzuimmelding (r. 483–485)', async () => {
    const verloop = await called.roepAan('jgz-aanmelding');
    await verloop.doe('JG-01', example('jgz-toestemming'));
    await verloop.doe('JG-02', oproep('ja'));
    expect(await verloop.taak('JG-03')).toMatchObject({ groepen: ['jeugdarts'] });
    await verloop.doe('JG-03', example('jgz-terugkoppeling', { datum: '2025-09-08', kan: 'KAN_DEELS' }));
    await goedGegaan(verloop);
    expect(verloop.variabele('jgz'), 'de datum van het gesprek; wat de leerling kan staat alleen in het logboek').toMatchObject({ akkoord: true, oproepen: 1, uitkomst: 'GEZIEN', datum: '2025-09-08' });
    const regel = (await registerVan(called.proef, called.casus.casusId)).logboek.filter((r) => r.formulier === 'jgz-terugkoppeling').at(-1);
    expect(regel).toMatchObject({ stap: 'JG-03', rol: 'jeugdarts', velden: { kan: 'KAN_DEELS' } });
    expect(await meldingenVan(called.proef, called.casus.casusId), 'de school hoort dat het antwoord er is').toContain('N-94');
    expect(verloop.pad()).not.toContain('JG_04');
  });

  test('wie twee keer niet komt, staat als geen gehoor in het verzuim', async () => {
    const verloop = await called.roepAan('jgz-aanmelding');
    await verloop.doe('JG-01', example('jgz-toestemming'));
    await verloop.doe('JG-02', oproep('nee'));
    await verloop.doe('JG-02b', oproep('nee'));
    await goedGegaan(verloop);
    expect(verloop.variabele('jgz')).toMatchObject({ uitkomst: 'GEEN_GEHOOR' });
    expect(called.casus.variabele('verzuim')).toMatchObject({ jgzGeenGehoor: true });
  });
});

test('bij een onhelder perspectief wordt de sectordirecteur één keer geraadpleegd en dan gevolgd', async () => {
  const verloop = await called.roepAan('perspectief-bepalen', { route: 'geen-kernteam', termijnen: { cyclus: 1, t0: '2025-09-08', perspectiefDeadline: '2025-10-06T17:00:00+02:00' }, otBespreking: null, monitoring: null, sectoradvies: null });
  const onhelder = example('perspectief', { afwijkendeConclusie: undefined, motiveringAfwijking: undefined, perspectiefHelder: 'nee', huidigAanbodAfdoende: 'ja', overbruggingNodig: 'ja' });
  await verloop.doe('KT-14', onhelder);
  await verloop.doe('CA-04-2', example('sectordirecteur-consult', { advies: 'DOORGAAN', datum: '2025-09-08' }));
  await verloop.doe('KT-14', onhelder);
  await goedGegaan(verloop);
  expect(verloop.variabele('vervolg')).toBe('NIEUWE_CYCLUS');
  // Een overbrugging is altijd aanpassing van onderwijstijd; die begint vanzelf (r. 95-97).
  expect(verloop.pad()).toContain('overbrugging_melden');
});

test('een brugplaats kan, maar hoeft niet, en begint na vier schoolweken eigen aanbod of met een motivering', async () => {
  const verloop = await called.roepAan('brugplaats-zoeken', { termijnen: { cyclus: 1 }, perspectief: { perspectiefHelder: true }, voorliggend: 'ONDERWIJS', vervolg: 'BRUG', aanbod4wk: null, brug: { type: 'goal', uitgesloten: ['sbo'] } });
  const verkenning = example('brug-verkenning', { individueleBegeleidingSBO: 'JA', individueleBegeleidingASVZ: 'NEE', voOrientatie: 'nee', aangepastAanbodSinds: '2025-09-01' });
  await verloop.doe('KT-16a', verkenning);
  // Wat in een eerdere zoektocht afviel, doet nu weer mee.
  expect(verloop.variabele('brugOpties')).toEqual(['sbo']);
  const keuze = (anders = {}) => example('brug-keuze', { gekozenOptie: 'sbo', startwens: '2025-09-22', directePlaatsing: false, directePlaatsingMotivering: undefined, ...anders });
  await verloop.doe('KT-16b', keuze());
  expect(verloop.teDoen()).toEqual(['KT-16b']);
  await verloop.doe('KT-16b', keuze({ gekozenOptie: 'geen', startwens: undefined, contactpersoonSchool: undefined }));
  await verloop.doe('KT-16y', example('geen-brug', { keuze: 'NIEUWE_CYCLUS' }));
  await goedGegaan(verloop);
  expect(verloop.variabele('vervolg')).toBe('NIEUWE_CYCLUS');
});

describe('leerplicht', () => {
  test('een leerling die nog niet leerplichtig is, gaat niet naar leerplicht; het logboek zegt wat wel kan', async () => {
    const verloop = await called.roepAan('leerplicht-meedenken', { leerlingStatus: { leeftijd: 4, leerplichtig: false } });
    await verloop.doe('CA-14-1', example('leerplicht-vraag'));
    await goedGegaan(verloop);
    expect(verloop.pad()).toContain('EE_verwezen');
    expect(await meldingenVan(called.proef, called.casus.casusId)).not.toContain('N-05');
    expect((await registerVan(called.proef, called.casus.casusId)).logboek.map((r) => r.uitkomst).join('\n')).toContain('niet leerplichtig');
  });

  test('errata §1 DMN-09 r1, AS-17: ziekte op een school zonder kernteam houdt de vraag aan leerplicht niet tegen; de aard die de IB-er noemt telt', async () => {
    const verloop = await called.roepAan('leerplicht-meedenken', { route: 'geen-kernteam', verzuim: { aard: 'GEMENGD' } });
    await verloop.doe('CA-14-1', example('leerplicht-vraag', { aardVerzuim: 'ZIEKTE', sprakeAot: 'nee' }));
    expect(verloop.variabele('leerplichtAdvies')).toMatchObject({ alternatief: 'JGZ' });
    await verloop.doe('CA-14-4', example('leerplicht-antwoord', { datum: '2025-09-08' }));
    await goedGegaan(verloop);
  });

  test('is aanpassing van de onderwijstijd nodig, dan volgt die na het antwoord', async () => {
    const verloop = await called.roepAan('leerplicht-meedenken');
    await verloop.doe('CA-14-1', example('leerplicht-vraag', { sprakeAot: 'ja' }));
    await verloop.doe('CA-14-4', example('leerplicht-antwoord', { datum: '2025-09-08' }));
    await regelOnderwijstijd(verloop);
    await goedGegaan(verloop);
    expect(verloop.pad()).toContain('CA_14_5s');
  });
});

test('overstap: eerst het OT, dan een plan dat klopt, minder uren tot de start, en navraag tot de inschrijving er is', async () => {
  const verloop = await called.roepAan('soepele-overstap', { perspectief: { aanbodplek: 'SBO', besprokenInOT: false, wachttijdWeken: 6 }, otBespreking: null, dzm: null, brug: null, aanbod4wk: null });
  await verloop.doe('OT-01', example('ot-plannen', { otOp: '2025-09-08' }));
  await verloop.doe('KT-14o', example('ot-bespreking', { datum: '2025-09-08', otVorm: 'BREED', doel: 'PERSPECTIEF_BESPREKEN', perspectiefBesproken: true }));
  const plan = (geplandeStart: string) => example('overdracht-overstap', { geplandeStart, warmeOverdrachtDatum: '2025-09-22', ingeschrevenOp: undefined });
  await verloop.doe('CA-06-2', plan('2025-01-06'));
  expect(verloop.teDoen()).toEqual(['CA-06-2']);
  await verloop.doe('CA-06-2', plan('2025-09-29'));
  expect(await meldingenVan(called.proef, called.casus.casusId), 'de nieuwe plek hoort het, ook als het aanbod tot de start nog niet is vastgelegd').toContain('N-19');
  await verloop.doe('CA-06-3', example('onderwijsaanbod-4wk', { startDatum: '2025-09-09', minderUrenDanVerplicht: 'ja' }));
  expect(verloop.teDoen()).toEqual(['CA-03-1']);
  // Zolang het tussenaanbod loopt, kijken de regisseurs elke maand mee; een einddatum die voorbij is komt terug met dezelfde termijn.
  await called.proef.zetKlok('2025-10-10T12:00');
  const termijn = (await verloop.taak('CA-06-7')).uiterlijk;
  const blik = (tussenaanbodTot: string) => example('tussenaanbod-volgen', { datum: '2025-10-10', verder: 'LOOPT_DOOR', tussenaanbodTot });
  await verloop.doe('CA-06-7', blik('2025-10-10'));
  expect((await verloop.taak('CA-06-7')).uiterlijk).toBe(termijn);
  await verloop.doe('CA-06-7', blik('2025-10-31'));
  expect(verloop.teDoen()).not.toContain('CA-06-7');
  await verloop.doe('CA-06-5', example('inschrijving-navragen', { ingeschreven: 'nee', ingeschrevenOp: undefined, nieuweStart: '2025-10-27' }));
  await called.proef.zetKlok('2025-10-31T12:00');
  expect(verloop.teDoen(), 'op de einddatum van het tussenaanbod, eerder dan een maand').toContain('CA-06-7');
  await called.proef.zetKlok('2025-11-10T12:00');
  await verloop.doe('CA-06-5', example('inschrijving-navragen', { ingeschreven: 'ja', ingeschrevenOp: '2025-11-03', nieuweStart: undefined }));
  await goedGegaan(verloop);
  expect(verloop.variabele('overstap')).toMatchObject({ bestemmingSchool: 'De Kameleon', geplandeStart: '2025-10-27', ingeschrevenOp: '2025-11-03' });
});
