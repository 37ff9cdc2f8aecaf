import { expect, test } from 'vitest';
import { useCalledProcess } from './helpers/called.ts';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { example } from './helpers/example.ts';
import { meldingenVan, registerVan } from './helpers/register.ts';

/** Wat de errata van de processen eist die beide routes aanroepen; elke titel noemt haar rij. */
const called = useCalledProcess();
async function goedGegaan(verloop: Casusverloop): Promise<void> {
  await verloop.afgelopen();
  expect(verloop.incidenten()).toEqual([]);
}

test('errata F-14, DMN-04 r3: ligt het aantal na de controle onder de drempel, dan vervalt de grond: geen melding en geen brief', async () => {
  const verloop = await called.roepAan('duo-verzuimmelding', { gronden: ['ZESTIEN_UUR_4WK'] });
  await verloop.doe('CA-02-1', example('duo-verzuimmelding', { periodeVan: '2025-09-01', periodeTot: '2025-09-05', urenOngeoorloofd: 15.75 }));
  await goedGegaan(verloop);
  expect(verloop.pad()).toContain('EE_vervallen');
  const { duo, logboek } = await registerVan(called.proef, called.casus.casusId);
  expect(duo.filter(({ soort }) => soort !== 'REGISTRATIE')).toEqual([]);
  expect(logboek.map((r) => r.actie)).toContain('Grond voor een verzuimmelding vervallen');
  expect(await meldingenVan(called.proef, called.casus.casusId)).not.toEqual(expect.arrayContaining(['N-09']));
});

test('errata F-14: wie in de melding een dag verbetert, verbetert het verzuim; de grond vervalt, en wat er intussen bij kwam geeft een nieuwe melding', async () => {
  const { casus, proef } = called;
  const dag = (datum: string) => ({ datum, dagdelen: 2, uren: 5.5, soort: 'VERMOEDELIJK_ONGEOORLOOFD' });
  const stand = (peildatum: string, datums: string[]) => casus.bericht('verzuimstand', { verzuimInvoer: { peildatum, regels: datums.map(dag) } }, `${peildatum}T16:00`);
  await stand('2025-09-12', ['2025-09-09', '2025-09-10', '2025-09-11']);
  const taak = await casus.taak('CA-02-1');
  const velden = (naam: string) => proef.beeld.variable(naam, taak.elementInstance) as Record<string, unknown>[];
  expect(velden('verzuimDagen'), 'de taak laat de dagen zien, en wat getypt wordt').toContainEqual(expect.objectContaining({ datum: '2025-09-10', uren: 5.5, datumGetypt: '10-09-2025', urenGetypt: '5,5' }));
  await stand('2025-09-16', ['2025-09-15', '2025-09-16']);
  const melding = (anders = {}) => example('duo-verzuimmelding', { periodeVan: '2025-08-25', periodeTot: '2025-09-12', urenOngeoorloofd: undefined, aantalTeLaat: undefined, ...anders });
  const dubbel = [...velden('verzuimDagen'), { ...dag('2025-09-10'), dagdelen: '2' }];
  await casus.doe('CA-02-1', melding({ verzuimDagen: dubbel, aantalVerzuimDagen: dubbel.length }));
  expect(proef.beeld.variable('validatieFouten', (await casus.taak('CA-02-1')).elementInstance)).toEqual([expect.stringContaining('Verzuim per dag dat nog niet gemeld is, rij')]);
  const zonder = velden('verzuimDagen').filter(({ datum }) => datum !== '2025-09-10');
  await casus.doe('CA-02-1', melding({ verzuimDagen: zonder, aantalVerzuimDagen: zonder.length }));
  const { duo, logboek } = await registerVan(proef, casus.casusId);
  expect(duo.filter(({ soort }) => soort === 'MELDING'), 'elf uur is te weinig').toEqual([]);
  expect(logboek.find((r) => r.actie === 'Verzuim per dag verbeterd')?.uitkomst).toBe('10 september 2025: geen verzuim');
  expect((await proef.register.db.selectFrom('verzuimRegel').select('datum').where('casusId', '=', casus.casusId).execute()).map((r) => r.datum)).not.toContain('2025-09-10');
  const tweede = await casus.taak('CA-02-1');
  expect((proef.beeld.variable('verzuimDagen', tweede.elementInstance) as { datum: string }[]).map((d) => d.datum)).toEqual(expect.arrayContaining(['2025-09-09', '2025-09-11', '2025-09-15', '2025-09-16']));
  await casus.doe('CA-02-1', melding({ periodeTot: '2025-09-16' }));
  expect((await registerVan(proef, casus.casusId)).duo.filter(({ soort }) => soort === 'MELDING')).toMatchObject([{ gronden: ['ZESTIEN_UUR_4WK'], urenOngeoorloofd: 22 }]);
  expect(casus.incidenten()).toEqual([]);
});

test('errata F-08b, F-14, F-21: ouders die niet bereikt zijn houden de verzuimmelding niet op; de pogingen en de brief staan vast', async () => {
  const verloop = await called.roepAan('duo-verzuimmelding', { gronden: ['ZESTIEN_UUR_4WK'] });
  const niet = (anders = {}) => example('duo-verzuimmelding', { periodeVan: '2025-09-01', periodeTot: '2025-09-05', oudersGeinformeerd: undefined, oudersNietBereikt: true, aantalPogingen: 2, schriftelijkVerstuurdOp: '2025-09-05', ...anders });
  await verloop.doe('CA-02-1', niet({ aantalPogingen: 1 }));
  expect(verloop.teDoen(), 'eerst nog een poging').toEqual(['CA-02-1']);
  await verloop.doe('CA-02-1', niet());
  await verloop.taak('CA-02-5');
  await verloop.doe('CA-02-5', example('leerplicht-terugkoppeling', { datum: '2025-09-08' }));
  await goedGegaan(verloop);
  expect(verloop.pad(), 'wat er intussen bij kwam wordt opnieuw gewogen').toContain('CA_02_7');
});

test('errata F-04 DOOR_SCHOOL: wie naar huis is gestuurd krijgt één keer de vraag naar de onderwijstijd, en geen verzuimmelding', async () => {
  const regel = (datum: string) => ({ datum, dagdelen: 2, uren: 5.5, soort: 'DOOR_SCHOOL' });
  await called.proef.zetKlok('2025-09-12T16:00');
  const stand = (datums: string[]) => called.casus.bericht('verzuimstand', { verzuimInvoer: { peildatum: '2025-09-12', regels: datums.map(regel) } });
  await stand(['2025-09-09', '2025-09-10', '2025-09-11']);
  await stand(['2025-09-12']);
  expect(called.casus.variabele('verzuim')).toMatchObject({ dagenThuisWeek: 4, urenOngeoorloofd4wk: 0 });
  const taken = called.casus.teDoen();
  expect(taken.filter((t) => t === 'CA-03-1')).toEqual(['CA-03-1']);
  expect(taken).not.toContain('CA-02-1');
});

test('errata CA-03, DMN-10a, AS-14: een ontbrekend stuk krijgt een hersteltermijn; komt het niet, dan volgt de aanvraag', async () => {
  const verloop = await called.roepAan('aanpassing-onderwijstijd', { isOverbrugging: false });
  await verloop.doe('CA-03-1', example('aot-feiten', { reden: 'MEDISCH_PARAMEDISCH_OF_ZIEKTE', bewijsstukAanwezig: false, isOverbrugging: false, stukkenAlsnogMogelijk: undefined, anderBlok: 'nee' }));
  const { uiterlijk } = await verloop.taak('CA-03-1h');
  expect(uiterlijk).toContain('2025-09-22');
  const feiten = (anders = {}) => example('aot-feiten', { reden: 'MEDISCH_PARAMEDISCH_OF_ZIEKTE', bewijsstukAanwezig: false, isOverbrugging: false, stukkenAlsnogMogelijk: 'ja', anderBlok: undefined, ...anders });
  await verloop.doe('CA-03-1h', feiten());
  expect((await verloop.taak('CA-03-1h')).uiterlijk, 'de hersteltermijn schuift niet op').toBe(uiterlijk);
  await verloop.doe('CA-03-1h', feiten({ stukkenAlsnogMogelijk: 'nee' }));
  await verloop.taak('CA-03-4');
  expect(verloop.incidenten()).toEqual([]);
});

test('errata D-21/22: elk blok uren heeft een eigen categorie, en geen grond wordt vastgelegd en geeft een taak', async () => {
  const verloop = await called.roepAan('aanpassing-onderwijstijd', { isOverbrugging: false });
  await verloop.doe('CA-03-1', example('aot-feiten', { reden: 'GEEN_GROND', isOverbrugging: false, stukkenAlsnogMogelijk: undefined, anderBlok: 'ja', urenBlok: 6, eindDatum: undefined }));
  expect(verloop.teDoen(), 'het andere blok krijgt een eigen vraag').toEqual(['CA-03-1', 'CA-03-10']);
  expect((await registerVan(called.proef, called.casus.casusId)).thuiszitter[0]?.aotCategorie ?? 'GEEN_GROND').toBe('GEEN_GROND');
  await verloop.doe('CA-03-10', example('aot-geen-grond', { datum: '2025-09-08', besluit: 'ALSNOG_GROND' }));
  await goedGegaan(verloop);
  expect(verloop.variabele('aot')).toMatchObject({ categorie: 'GEEN_GROND', urenPerWeek: 6, status: 'GEEN_GROND' });
  expect(verloop.pad()).toContain('EE_opnieuw');
});

test('geen grond, en de leerling krijgt weer alle uren: dan is het klaar', async () => {
  const verloop = await called.roepAan('aanpassing-onderwijstijd', { isOverbrugging: false });
  await verloop.doe('CA-03-1', example('aot-feiten', { reden: 'GEEN_GROND', isOverbrugging: false, stukkenAlsnogMogelijk: undefined, anderBlok: 'nee', eindDatum: undefined }));
  await verloop.doe('CA-03-10', example('aot-geen-grond', { datum: '2025-09-08', besluit: 'VOLLEDIGE_UREN' }));
  await goedGegaan(verloop);
  expect(verloop.pad()).toContain('EE_uren');
});

test('errata CA-03: vier weken voor de einddatum horen IB-er en schoolbestuur het, met een taak om te verlengen of te beëindigen', async () => {
  const bewaak = () => called.roepAan('onderwijstijd-bewaken', { totDatum: '2025-10-31', isOverbrugging: true });
  const verloop = await bewaak();
  await called.proef.zetKlok('2025-10-02T12:00');
  expect(verloop.teDoen()).toEqual([]);
  await called.proef.zetKlok('2025-10-03T12:00');
  expect((await verloop.taak('CA-03-11')).groepen).toEqual(expect.arrayContaining([expect.stringMatching(/^ib-er-/), expect.stringMatching(/^schoolbestuur-/)]));
  expect(await meldingenVan(called.proef, called.casus.casusId)).toContain('N-66');
  await verloop.doe('CA-03-11', example('aot-einde', { datum: '2025-10-03', besluit: 'VERLENGEN' }));
  await goedGegaan(verloop);
  expect(verloop.teDoen(), 'een verlenging is een nieuwe aanpassing').toContain('CA-03-1');
  const tweede = await bewaak();
  await tweede.doe('CA-03-11', example('aot-einde', { datum: '2025-10-03', besluit: 'EINDIGT' }));
  await goedGegaan(tweede);
});

test('errata CA-03: een plan van aanpak onder de volle uren start de aanpassing onderwijstijd, één keer', async () => {
  const start = (extra = {}) => called.roepAan('plan-van-aanpak', { termijnen: { t0: '2025-09-08', eindeVierweken: '2025-10-06T09:00:00+02:00' }, acties: [], consultNodig: false, sectoradvies: null, ...extra });
  const plan = (minderUrenDanVerplicht: string) => example('opbouwplan', { startDatum: '2025-09-09', minderUrenDanVerplicht });
  const vastgelegd = await start({ minderUrenVastgelegd: true });
  await vastgelegd.doe('KT-11a', plan('ja'));
  expect(vastgelegd.teDoen(), 'al gemeld bij het onderwijsaanbod').not.toContain('CA-03-1');
  const verloop = await start();
  await verloop.doe('KT-11a', plan('ja'));
  expect(verloop.teDoen()).toContain('CA-03-1');
  expect(verloop.incidenten()).toEqual([]);
});

test('errata DMN-22, F-29 en §7.3 X-02: na een tweede uitnodiging zonder reactie hoort leerplicht het en denkt mee; weigeren ouders alleen toestemming, dan niet', async () => {
  const start = (oudersSituatie: Record<string, unknown>) => called.roepAan('ouders-medewerking', { oudersSituatie, verzuim: null });
  const verloop = await start({ signaalType: 'GEEN_REACTIE_GESPREK', aantalPogingen: 1, afsprakenOpgevolgd: 'JA' });
  await verloop.doe('X-02h', example('herhaalde-uitnodiging', { datum: '2025-09-08', oudersGereageerd: 'nee' }));
  await verloop.doe('CA-14-1', example('leerplicht-vraag', { sprakeAot: 'nee' }));
  await verloop.doe('CA-14-4', example('leerplicht-antwoord', { datum: '2025-09-08' }));
  await goedGegaan(verloop);
  expect(await meldingenVan(called.proef, called.casus.casusId)).toContain('N-67');
  const weigert = await start({ signaalType: 'GEEN_TOESTEMMING', aantalPogingen: 3, afsprakenOpgevolgd: 'JA' });
  await goedGegaan(weigert);
  expect(weigert.pad()).toContain('EE_vastgelegd');
  expect((await registerVan(called.proef, called.casus.casusId)).logboek.at(-1)?.uitkomst).toContain('het jeugdteam wordt niet betrokken');
});

test('errata CA-06-5, GK-10b: een overstap naar jeugdhulp is klaar als de behandeling begint; de leerling blijft ingeschreven', async () => {
  const verloop = await called.roepAan('soepele-overstap', { perspectief: { aanbodplek: 'JEUGDHULP_BEHANDELING', besprokenInOT: true, wachttijdWeken: 0 }, otBespreking: null, dzm: null, brug: null, aanbod4wk: null });
  await verloop.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'Behandelgroep De Haven', bestemmingType: 'JEUGDHULP', geplandeStart: '2025-09-15', warmeOverdrachtDatum: '2025-09-12', besprokenInOT: true, ingeschrevenOp: '2025-09-08' }));
  expect(verloop.loopt(), 'een inschrijvingsdatum sluit haar niet').toBe(true);
  await called.proef.zetKlok('2025-09-22T12:00');
  const vraag = (anders = {}) => example('inschrijving-navragen', { ingeschreven: undefined, ingeschrevenOp: undefined, nieuweStart: undefined, gestartOp: undefined, ...anders });
  await verloop.doe('CA-06-5', vraag({ behandelingGestart: 'nee', nieuweStart: '2025-09-22' }));
  await called.proef.zetKlok('2025-09-29T12:00');
  await verloop.doe('CA-06-5', vraag({ behandelingGestart: 'ja', gestartOp: '2025-09-24' }));
  await goedGegaan(verloop);
  expect(verloop.variabele('overstap')).toMatchObject({ behandelingGestartOp: '2025-09-24' });
});
