import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { escaleer, preludeA, vierDagenThuis } from './helpers/prelude.ts';
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

describe('KT-10 leerplicht denkt mee', () => {
  const vraag = (anders = {}) => example('leerplicht-vraag', { afsprakenOpgevolgd: 'JA', handhavingGewenst: undefined, sprakeAot: 'nee', aardVerzuim: 'VERMOEDELIJK_ONGEOORLOOFD', ...anders });

  test('de leerplichtambtenaar antwoordt en de route loopt intussen door', async () => {
    const casus = await preludeA(proef);
    await casus.bericht('vraag-leerplicht', { signaalDatum: '2025-09-18' }, '2025-09-18T10:00');
    await casus.doe('CA-14-1', vraag(), '2025-09-19T10:00');
    const antwoord = await casus.taak('CA-14-4');
    expect(antwoord.groepen).toEqual(['leerplichtambtenaar-sliedrecht']);
    await casus.doe('CA-14-4', example('leerplicht-antwoord', { actie: 'MEEDENKEN', datum: '2025-09-23' }), '2025-09-23T10:00');
    expect(casus.variabele('leerplichtAdvies')).toMatchObject({ doorgaan: true, actie: 'MEEDENKEN' });
    expect((await registerVan(proef, casus.casusId)).post.filter(({ melding }) => melding === 'N-94').map(({ aanRol }) => aanRol).sort(), 'de school en wie de regie heeft horen dat het antwoord er is').toEqual(['ib-er', 'regisseur-swv']);
    expect(casus.loopt()).toBe(true);
    expect(casus.incidenten()).toEqual([]);
  });

  test('zonder antwoord komt na twee weken een herinnering en na vier weken gaat de route verder', async () => {
    const casus = await preludeA(proef);
    await casus.bericht('vraag-leerplicht', { signaalDatum: '2025-09-18' }, '2025-09-18T10:00');
    await casus.doe('CA-14-1', vraag({ sprakeAot: 'ja' }), '2025-09-19T10:00');
    const vanHetModel = async () => (await registerVan(proef, casus.casusId)).post.filter((p) => p.melding === 'N-29' && p.aanRol === 'leerplichtambtenaar' && !p.tekst.includes('Taak:'));
    expect(await vanHetModel()).toEqual([]);
    await proef.zetKlok('2025-10-03T10:00');
    expect(await vanHetModel()).toHaveLength(1);
    await proef.zetKlok('2025-10-17T18:00');
    expect(casus.teDoen()).toContain('CA-03-1');
    expect(casus.teDoen()).not.toContain('CA-14-4');
    expect(await meldingenVan(proef, casus.casusId), 'er is geen antwoord om te lezen').not.toContain('N-94');
  });
});

describe('jeugdarts (CA-12)', () => {
  test('een jeugdarts die niet antwoordt maakt ouders niet schuldig; pas als hij het zegt volgt een verzuimmelding', async () => {
    const casus = await preludeA(proef);
    const post = async (melding: string) => (await registerVan(proef, casus.casusId)).post.filter((p) => p.melding === melding).map((p) => p.aanRol).sort();
    await casus.bericht('jgz-aanmelding', { signaalDatum: '2025-09-18' }, '2025-09-18T10:00');
    await casus.doe('JG-01', example('jgz-toestemming', { akkoordOuders: 'ja' }), '2025-09-18T11:00');
    await proef.zetKlok('2025-10-02T18:00');
    expect(await post('N-40')).toEqual(['ib-er', 'jeugdarts', 'regisseur-schoolbestuur', 'regisseur-swv']);
    await proef.zetKlok('2025-10-09T18:00');
    expect(await post('N-11b')).toContain('sectordirecteur-swv');
    expect(casus.teDoen()).toContain('JG-02');
    expect(casus.variabele('jgz')).toMatchObject({ uitkomst: null });

    await casus.doe('JG-02', example('jgz-oproep', { verschenen: 'nee', datum: '2025-10-10' }), '2025-10-10T10:00');
    await proef.zetKlok('2025-11-03T18:00');
    expect(casus.teDoen()).toContain('JG-02b');
    expect(casus.teDoen()).not.toContain('CA-02-1');
    await casus.doe('JG-02b', example('jgz-oproep', { verschenen: 'nee', datum: '2025-11-04' }), '2025-11-04T10:00');
    expect(casus.variabele('jgz')).toMatchObject({ uitkomst: 'GEEN_GEHOOR' });
    expect(casus.teDoen()).toContain('CA-02-1');
    // De laatste opgave van de school, niet de dag waarop de jeugdarts dit invulde.
    expect(casus.variabele('verzuim')).toMatchObject({ jgzGeenGehoor: true, peildatum: '2025-10-31' });
    expect(casus.incidenten()).toEqual([]);
  });

  test('de jeugdarts die het kind ziet, koppelt terug aan de school', async () => {
    const casus = await preludeA(proef);
    await casus.bericht('jgz-aanmelding', { signaalDatum: '2025-09-18' }, '2025-09-18T10:00');
    await casus.doe('JG-01', example('jgz-toestemming', { akkoordOuders: 'ja' }), '2025-09-18T11:00');
    await casus.doe('JG-02', example('jgz-oproep', { verschenen: 'ja', datum: '2025-09-25' }), '2025-09-25T10:00');
    await casus.doe('JG-03', example('jgz-terugkoppeling', { datum: '2025-09-26' }), '2025-09-26T10:00');
    expect(await meldingenVan(proef, casus.casusId)).toContain('N-32');
    expect(casus.teDoen().filter((e) => e.startsWith('JG'))).toEqual([]);
  });
});

describe('X-02 ouders werken niet mee', () => {
  test.each([
    ['HERHAAL_UITNODIGING', { signaalType: 'GEEN_REACTIE_GESPREK', aantalPogingen: 1, afsprakenOpgevolgd: null }],
    ['LEERPLICHT', { signaalType: 'GEEN_REACTIE_GESPREK', aantalPogingen: 2, afsprakenOpgevolgd: null }],
    ['REGISTREER', { signaalType: 'OVERIG', aantalPogingen: 1, afsprakenOpgevolgd: 'JA' }],
  ])('%s', async (actie, oudersSituatie) => {
    const casus = await preludeA(proef);
    await casus.bericht('ouders-werken-niet-mee', { oudersSituatie }, '2025-09-18T10:00');
    const verwacht = { HERHAAL_UITNODIGING: /^X-02h$/, LEERPLICHT: /^CA-14-1$/, REGISTREER: undefined }[actie];
    if (verwacht) expect(casus.teDoen().some((e) => verwacht.test(e)), casus.teDoen().join()).toBe(true);
    else expect(casus.teDoen()).toEqual([]);
    expect(casus.loopt()).toBe(true);
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('X-04 het kind verhuist maar blijft op school', () => {
  test('de leerplichtambtenaar van de nieuwe gemeente neemt het over', async () => {
    const casus = await preludeA(proef);
    await casus.bericht('vraag-leerplicht', { signaalDatum: '2025-09-17' }, '2025-09-17T10:00');
    await casus.doe('CA-14-1', example('leerplicht-vraag', { afsprakenOpgevolgd: 'JA', handhavingGewenst: undefined, sprakeAot: 'nee', aardVerzuim: 'VERMOEDELIJK_ONGEOORLOOFD' }), '2025-09-17T11:00');
    expect((await casus.taak('CA-14-4')).groepen).toEqual(['leerplichtambtenaar-sliedrecht']);
    await casus.bericht('woongemeente-gewijzigd', { nieuweGemeente: 'Papendrecht' }, '2025-09-18T10:00');
    expect((await casus.taak('CA-14-4')).groepen, 'de open taak verhuist mee').toEqual(['leerplichtambtenaar-papendrecht']);
    expect(casus.variabele('groepen')).toMatchObject({ leerplichtambtenaar: 'leerplichtambtenaar-papendrecht' });
    const n30 = (await registerVan(proef, casus.casusId)).post.filter((p) => p.melding === 'N-30');
    expect(n30).toHaveLength(2);
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('X-09 zorgen over veiligheid', () => {
  test('AS-12: de meldcode loopt los van de route en overleeft haar', async () => {
    const casus = await preludeA(proef);
    await escaleer(proef, casus, '2025-09-26', vierDagenThuis, '2025-09-29', { zorgenVeiligheid: 'ja' });
    const meldcode = () => [...proef.beeld.tasks.values()].find((t) => t.elementId.startsWith('MC_'));
    expect(meldcode()?.elementId).toBe('MC_01');
    await casus.bericht('verzuim-gestopt', { datumVolledigTerug: '2025-10-06' }, '2025-10-07T10:00');
    await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'WEER_OP_SCHOOL', einddatum: '2025-10-08' }), '2025-10-08T10:00');
    await casus.afgelopen();
    await proef.zetKlok('2025-11-20T10:00');
    await proef.complete(meldcode()?.key ?? '', { acuutGevaar: 'ja' });
    await proef.quiesce();
    expect(meldcode()?.elementId, 'ook na het sluiten van de casus gaat acuut gevaar meteen naar de melding').toBe('MC_05');
    await proef.complete(meldcode()?.key ?? '', example('meldcode-melding', { meldingOp: '2025-11-20', ookHulp: 'nee' }));
    await proef.quiesce();
    expect(meldcode()).toBeUndefined();
    // errata §2.3: niets in het logboek van de casus, ook niet dat de meldcode liep.
    expect(JSON.stringify((await registerVan(proef, casus.casusId)).logboek)).not.toMatch(/meldcode|veiligheid|"MC/i);
  });
});

describe('X-10 vrijstelling', () => {
  test('errata §1 CA-11: een verleende ontheffing met uitschrijving sluit de casus, op haar ingangsdatum en niet eerder', async () => {
    const casus = await preludeA(proef);
    await casus.bericht('vrijstelling-overwogen', { signaalDatum: '2025-10-01' }, '2025-10-01T10:00');
    await casus.doe('VR-01', example('vrijstelling-soort'));
    await casus.doe('VR-03', example('vrijstelling-aanvraag', { ingediendOp: '2025-10-01', datumVerklaring: '2025-09-25' }));
    await casus.doe('VR-04', example('vrijstelling-advies'));
    await casus.doe('VR-06', example('vrijstelling-besluit', { ingangsdatum: '2025-10-15' }), '2025-10-08T10:00');
    expect(casus.pad()).not.toContain('BE_ONTHEFFING');
    await proef.zetKlok('2025-10-15T08:00');
    await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'ONTHEFFING', einddatum: '2025-10-16' }), '2025-10-16T10:00');
    await casus.afgelopen();
    expect(casus.pad()).toContain('EE_vrijgesteld');
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toMatchObject([{ reden: 'ONTHEFFING_VRIJSTELLING' }]);
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('X-11 schorsing lijkt geen oplossing', () => {
  test('het kernteam denkt mee en de route loopt door', async () => {
    const casus = await preludeA(proef);
    await casus.bericht('schorsing-zonder-uitzicht', { signaalDatum: '2025-09-18' }, '2025-09-18T10:00');
    expect(casus.openTaken()).toHaveLength(1);
    const taak = casus.openTaken()[0];
    expect(taak?.groepen).toEqual(['kernteamlid-swv']);
    await casus.doe('X-11', example('bespreking-team', { datum: '2027-03-01', otNodig: 'nee', otVorm: undefined }), '2025-09-19T10:00');
    expect(casus.teDoen(), 'een datum in de toekomst komt terug').toEqual(['X-11']);
    await casus.doe('X-11', example('bespreking-team', { datum: '2025-09-19', otNodig: 'nee', otVorm: undefined }));
    expect(casus.teDoen()).toEqual([]);
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('besluit van de inspectie', () => {
  test('een afwijzing van de inspectie wordt een taak voor het schoolbestuur', async () => {
    const casus = await preludeA(proef);
    await casus.bericht('aot-nodig', { signaalDatum: '2025-09-18' }, '2025-09-18T10:00');
    await casus.doe('CA-03-1', example('aot-feiten', { reden: 'OVERIG', isOverbrugging: false, stukkenAlsnogMogelijk: undefined }), '2025-09-19T10:00');
    await casus.doe('CA-03-4', example('aot-aanvraag', { vanDatum: '2025-10-01', totDatum: '2026-07-01', urenPerWeek: 10, oppOpgesteld: true, eerderVerzocht: 'nee' }), '2025-09-22T10:00');
    expect((await casus.taak('CA-03-8')).groepen).toEqual(['ib-er-10AB']);
    await casus.doe('CA-03-8', example('inspectie-antwoord', { besluit: 'GEWEIGERD' }), '2025-10-06T10:00');
    expect((await registerVan(proef, casus.casusId)).inspectie[0]).toMatchObject({ besluit: 'GEWEIGERD' });
    expect(await meldingenVan(proef, casus.casusId)).toContain('N-17');
    expect(casus.openTaken().map((t) => t.groepen).flat()).toContain('schoolbestuur-10AB');
  });
});

describe('invoer die niet klopt', () => {
  test('een gesprek in de toekomst komt terug bij dezelfde taak, met de reden erbij', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm());
    await casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-12-24', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' }), '2025-09-09T10:00');
    expect(casus.teDoen()).toEqual(['KT-01a']);
    expect((casus.variabele('fouten_gesprek_ouders') as string[]).join()).toMatch(/gesprek/i);
    await casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-09', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'ja' }), '2025-09-09T11:00');
    expect(casus.teDoen()).toEqual(['KT-01b', 'MC-01']);
    expect(casus.variabele('fouten_gesprek_ouders') ?? null).toBeNull();
    expect([...proef.beeld.tasks.values()].some((t) => t.elementId === 'MC_01')).toBe(true);
  });

  test('een bestuur dat niet betaalt, krijgt de taak terug', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm());
    proef.las.volg(casus.casusId, 0);
    await casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-09', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' }), '2025-09-09T10:00');
    await casus.doe('KT-01b', example('bespreking-team', { datum: '2025-09-11', otNodig: 'ja', otVorm: 'BREED' }), '2025-09-11T10:00');
    await casus.doe('OT-01', example('ot-plannen', { otOp: '2025-09-11' }));
    await casus.doe('KT-14o', example('ot-bespreking', { datum: '2025-09-11', otVorm: 'BREED', doel: 'VERKENNEN' }), '2025-09-11T10:30');
    await casus.doe('KT-02', example('verzuimstand', { peildatum: '2025-09-11', regels: [], teLaat: [], verzuimGestopt: undefined }), '2025-09-11T11:00');
    await casus.doe('KT-03', example('regisseurs-voorstel', { overlegDatum: '2025-09-12' }), '2025-09-12T09:00');
    await casus.doe('KT-05', example('aanwijzing-regisseur-bestuur', { akkoordMetVoorstel: 'ja', akkoordBekostiging: 'nee', startDatum: '2025-09-15' }), '2025-09-15T10:00');
    expect(casus.teDoen()).toEqual(['KT-04', 'KT-05']);
    // Beide taken lopen naast elkaar; elke taak ziet alleen wat aan haarzelf niet klopt.
    await casus.doe('KT-04', example('logboek-start', { urenRamingMin: 12, urenRamingMax: 10, volgendeActieDatum: '2025-09-22' }));
    const fouten = async (taak: string) => JSON.stringify(proef.beeld.variable('validatieFouten', (await casus.taak(taak)).elementInstance));
    expect(await fouten('KT-04')).toMatch(/Raming: maximaal aantal uren/);
    expect(await fouten('KT-05')).toMatch(/Betaalt het schoolbestuur de regisseur/);
    expect(await fouten('KT-05')).not.toMatch(/Raming: maximaal aantal uren/);
    await proef.zetKlok('2025-09-22T18:00');
    expect(await meldingenVan(proef, casus.casusId)).toContain('N-11b');
  });
});

describe('vergeten taken', () => {
  test('na de einddatum elke week een herinnering, vanaf de tweede ook naar wie erboven staat; wat vervalt wordt genoemd', async () => {
    // Later dan alle andere scenario's: de dagelijkse timer van de engine gaat alleen vooruit.
    await proef.zetKlok('2026-09-07T09:00');
    const casus = await proef.meldAan(startForm({ signaalDatumSignaal: '2026-09-04', verzuimRegels: [] }));
    await proef.zetKlok('2026-09-10T09:30');
    await proef.zetKlok('2026-09-11T09:30');
    const post = async (...meldingen: string[]) => (await registerVan(proef, casus.casusId)).post.filter((p) => meldingen.includes(p.melding)).map((p) => `${p.melding} ${p.aanRol}`);
    expect(await post('N-29', 'N-29b')).toEqual(['N-29 ib-er']);
    await proef.zetKlok('2026-09-17T09:30');
    expect(await post('N-29', 'N-29b')).toEqual(['N-29 ib-er', 'N-29 ib-er', 'N-29b directeur-school-van-herkomst']);

    await casus.bericht('verzuim-gestopt', { datumVolledigTerug: '2026-09-17' }, '2026-09-17T10:00');
    expect(casus.teDoen(), 'zonder registratie is er geen afsluitnotitie').toEqual([]);
    await proef.zetKlok('2026-09-18T09:30');
    expect(await post('N-11c')).toEqual(['N-11c regisseur-swv', 'N-11c regisseur-schoolbestuur']);
    const { logboek } = await registerVan(proef, casus.casusId);
    expect(logboek).toContainEqual(expect.objectContaining({ stap: 'KT-01a', actie: 'Met ouders spreken', uitkomst: 'Niet gedaan en vervallen. Moest klaar zijn op woensdag 9 september 2026 om 17:00.' }));
    await proef.zetKlok('2026-09-21T09:30');
    expect(await post('N-11c'), 'precies één keer').toHaveLength(2);
  });
});
