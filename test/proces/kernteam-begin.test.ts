import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dag, preludeA, spreekOuders, stand, ziek, metTwijfel } from './helpers/prelude.ts';
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

describe('AS-01 het verzuim stopt na het gesprek met de ouders', () => {
  test('de route eindigt met alleen een regel in het leerlingvolgsysteem', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm());
    expect(casus.teDoen()).toEqual(['KT-01a']);
    const taak = await casus.doe(
      'KT-01a',
      example('gesprek-ouders', { gesprekDatum: '2025-09-09', verzuimGestopt: 'ja', datumVolledigTerug: '2025-09-08', zorgenVeiligheid: 'nee' }),
      '2025-09-09T10:00',
    );
    await casus.afgelopen();
    await expect(proef.complete(taak.key, {}), 'een taak is maar één keer af te ronden').rejects.toThrow(/404|409/);
    expect(casus.pad()).toEqual(expect.arrayContaining(['SE_start', 'casus_openen', 'KT-01a', 'lvs_vastleggen', 'registratie_nagaan', 'EE_verzuim_gestopt']));
    for (const niet of ['KT-01b', 'KT-03', 'KT-04', 'KT-18']) expect(casus.pad()).not.toContain(niet);
    expect(casus.variabele('afronding')).toMatchObject({ reden: 'VERZUIM_GESTOPT' });
    const register = await registerVan(proef, casus.casusId);
    expect(register.lvs).toHaveLength(1);
    expect(register.thuiszitter).toEqual([]);
    expect(register.logboek.filter((r) => !r.voorgeschiedenis)).toEqual([]);
    expect(register.duo.map((d) => d.soort), 'het verzuim uit de aanmelding staat bij DUO').toEqual(['REGISTRATIE']);
    // De ochtend vóór de einddatum gaat er een herinnering uit; of de taak dan al gedaan is, hangt van het uur af.
    expect(register.post.map((post) => post.melding).filter((melding) => melding !== 'N-29')).toEqual([]);
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('meer dan drie dagen thuis vanaf de eerste dag (r. 51–55)', () => {
  test('begint stap 7, welke stap er ook openstaat; de open stap blijft, en zonder regisseurs staat de taak bij wie het kind kent', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm({ verzuimRegels: metTwijfel(ziek(['2025-09-02', '2025-09-03', '2025-09-04', '2025-09-05'])) }));
    expect(casus.teDoen(), 'ook het verzuim uit de aanmelding telt meteen').toEqual(['KT-01a', 'KT-07a']);
    proef.las.volg(casus.casusId, 0);
    expect((await casus.taak('KT-07a')).groepen).toEqual(['regisseur-swv', 'regisseur-schoolbestuur-10AB', 'contactpersoon-swv', 'kernteam-orthopedagoog', 'ib-er-10AB']);
    await spreekOuders(casus, '2025-09-15');
    expect(casus.teDoen()).toEqual(expect.arrayContaining(['CA-02-1', 'KT-01a', 'KT-08a']));
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toMatchObject([{ escalatieDatum: '2025-09-15', cyclus: 1 }]);

    await casus.bericht('escalatie-thuis', { escalatieSignaal: { dagenThuisWeek: 4, weekNr: 38, gedetecteerdOp: '2025-09-19' } }, '2025-09-19T16:00');
    expect(casus.pad()).toContain('KT_07x');
    expect(casus.pad().filter((element) => element === 'KT_07r')).toHaveLength(1);

    await casus.bericht('verzuim-gestopt', { datumVolledigTerug: '2025-09-22' }, '2025-09-22T11:00');
    expect(casus.teDoen(), 'de registratie loopt al, dus de casus sluit met een notitie').toEqual(expect.arrayContaining(['KT-18']));
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('AS-02 het verzuim stopt tijdens het volgen', () => {
  test('de registratie wordt gesloten en iedereen krijgt bericht', async () => {
    const casus = await preludeA(proef);
    const na = await registerVan(proef, casus.casusId);
    expect(na.duo.map((d) => d.soort)).toEqual(['REGISTRATIE']);
    expect(na.thuiszitter).toMatchObject([{ registratieStatus: 'DREIGEND_THUISZITTER' }]);
    expect(na.logboek.filter((r) => r.rol !== 'systeem').map((r) => r.stap)).toEqual(['KT-01a', 'KT-01b', 'KT-02', 'KT-03', 'KT-04', 'KT-05', 'KT-06']);
    expect(await meldingenVan(proef, casus.casusId)).toEqual(['N-01', 'N-02', 'N-03', 'N-04', 'N-05', 'N-06']);
    expect(casus.teDoen()).toEqual([]);

    await casus.bericht('verzuim-gestopt', { datumVolledigTerug: '2025-09-22' }, '2025-09-24T11:00');
    expect(casus.teDoen()).toEqual(['KT-18']);
    await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'WEER_OP_SCHOOL', einddatum: '2025-09-26' }), '2025-09-26T10:00');
    await casus.afgelopen();
    expect(casus.pad()).toEqual(expect.arrayContaining(['BE_GESTOPT', 'lvs_vastleggen', 'registratie_nagaan', 'KT-18', 'casus_afsluiten', 'afsluiting_bekendmaken', 'EE_verzuim_gestopt']));
    const register = await registerVan(proef, casus.casusId);
    expect(register.thuiszitter).toMatchObject([{ reden: 'VERZUIM_GESTOPT', resultaat: 'WEER_OP_SCHOOL', eindDatum: '2025-09-26', kwartaal: '2025-Q3' }]);
    expect(register.lvs).toHaveLength(1);
    expect(register.duo.map((d) => d.soort)).toEqual(['REGISTRATIE']);
    const n24 = register.post.filter((p) => p.melding === 'N-24').map((p) => p.aanRol).sort();
    expect(n24).toEqual(['ib-er', 'leerplichtambtenaar', 'ouders', 'schoolbestuur']);
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('AS-03 drempels van de verzuimmelding', () => {
  test('15,75 uur meldt niet, 16 uur wel; wat gemeld is telt niet nog eens', async () => {
    const casus = await preludeA(proef);
    const v = 'VERMOEDELIJK_ONGEOORLOOFD';
    const week38 = [dag('2025-09-15', 2, 5, v), dag('2025-09-16', 2, 5, v), dag('2025-09-18', 2, 5, v), dag('2025-09-19', 0, 0.75, v)];
    await casus.bericht('verzuimstand', stand('2025-09-19', week38), '2025-09-19T16:00');
    expect(casus.variabele('verzuim')).toMatchObject({ urenOngeoorloofd4wk: 15.75, dagenThuisWeek: 3 });
    expect(casus.teDoen()).toEqual([]);

    const week39 = [...week38, dag('2025-09-22', 0, 0.25, v)];
    await casus.bericht('verzuimstand', stand('2025-09-22', week39), '2025-09-22T15:00');
    expect(casus.teDoen()).toEqual(['CA-02-1']);
    const melding = await casus.taak('CA-02-1');
    expect(melding.groepen).toEqual(['ib-er-10AB']);
    expect(melding.uiterlijk).toMatch(/^2025-09-24T17:00/);
    await casus.doe('CA-02-1', example('duo-verzuimmelding', { gronden: ['ZESTIEN_UUR_4WK'], periodeVan: '2025-09-15', periodeTot: '2025-09-22', urenOngeoorloofd: 16, aantalTeLaat: 0 }), '2025-09-23T10:00');
    let register = await registerVan(proef, casus.casusId);
    expect(register.duo.filter((d) => d.soort === 'MELDING')).toMatchObject([{ gronden: ['ZESTIEN_UUR_4WK'], urenOngeoorloofd: 16 }]);
    expect(register.thuiszitter).toMatchObject([{ duoMeldingOp: '2025-09-23' }]);
    expect(await meldingenVan(proef, casus.casusId)).toEqual(expect.arrayContaining(['N-08', 'N-09']));

    await casus.bericht('verzuimstand', stand('2025-09-23', week39), '2025-09-23T16:00');
    expect(casus.variabele('verzuim')).toMatchObject({ urenOngeoorloofd4wk: 0 });
    expect(casus.teDoen()).toEqual([]);

    const teLaat = ['09-01', '09-02', '09-03', '09-04', '09-08', '09-10', '09-24', '09-29'].map((d, i) => ({ datum: `2025-${d}`, moment: i < 6 ? 'BEGIN_SCHOOLDAG' : 'TIJDENS_LES' }));
    await casus.bericht('verzuimstand', stand('2025-10-02', [], { teLaat }), '2025-10-02T16:00');
    expect(casus.variabele('verzuim')).toMatchObject({ aantalTeLaat: 8 });
    expect(casus.openTaken().filter((t) => t.elementId === 'CA_02_1')).toEqual([]);
    await casus.bericht('verzuimstand', stand('2025-10-03', [], { teLaat: [...teLaat, { datum: '2025-10-03', moment: 'TIJDENS_LES' }] }), '2025-10-03T09:00');
    await casus.doe('CA-02-1', example('duo-verzuimmelding', { gronden: ['NEGEN_KEER_TE_LAAT'], periodeVan: '2025-08-26', periodeTot: '2025-10-03', urenOngeoorloofd: 0, aantalTeLaat: 9 }), '2025-10-03T10:00');
    register = await registerVan(proef, casus.casusId);
    expect(register.duo.map((d) => d.soort).sort()).toEqual(['MELDING', 'MELDING', 'REGISTRATIE']);
    expect(casus.pad()).not.toContain('KT-07a');
    expect(casus.incidenten()).toEqual([]);
  });

  test('uren van meer dan vier lesweken geleden tellen niet mee', async () => {
    const casus = await preludeA(proef);
    const v = 'VERMOEDELIJK_ONGEOORLOOFD';
    const regels = [dag('2025-09-09', 2, 5, v), dag('2025-09-10', 2, 5, v), dag('2025-10-07', 2, 3, v), dag('2025-10-08', 2, 3, v)];
    await casus.bericht('verzuimstand', stand('2025-10-08', regels), '2025-10-08T16:00');
    expect(casus.variabele('verzuim')).toMatchObject({ urenOngeoorloofd4wk: 6 });
    expect(casus.openTaken().filter((t) => t.elementId === 'CA_02_1')).toEqual([]);
  });
});

describe('AS-20 een kind van vier', () => {
  test('krijgt de route, maar geen DUO-registratie, geen rij in de thuiszittersregistratie en geen bericht aan leerplicht', async () => {
    const casus = await preludeA(proef, { leerlingRoepnaam: 'Liv', leerlingAchternaam: 'Jansen', leerlingGeboortedatum: '2021-06-15', leerlingGroep: 1 });
    expect(casus.variabele('leerlingStatus')).toMatchObject({ leerplichtig: false });
    const v = 'VERMOEDELIJK_ONGEOORLOOFD';
    const week38 = [dag('2025-09-16', 2, 5, v), dag('2025-09-18', 2, 5, v)];
    await casus.bericht('verzuimstand', stand('2025-09-19', week38), '2025-09-19T16:00');
    await casus.bericht('verzuimstand', stand('2025-09-26', [...week38, dag('2025-09-23', 2, 5, v), dag('2025-09-25', 1, 2.5, v)]), '2025-09-26T16:00');
    expect(casus.variabele('leerlingStatus')).toMatchObject({ registratieStatus: 'NIET_LEERPLICHTIG' });
    expect(casus.teDoen()).toEqual([]);
    const register = await registerVan(proef, casus.casusId);
    expect(register.duo).toEqual([]);
    expect(register.thuiszitter).toEqual([]);
    expect(await meldingenVan(proef, casus.casusId)).not.toContain('N-05');
    expect(register.logboek.length).toBeGreaterThan(0);
  });
});

describe('AS-22 dubbele berichten', () => {
  test('dezelfde verzuimstand tweemaal met hetzelfde id wordt één keer verwerkt', async () => {
    const casus = await preludeA(proef);
    const keer = () => casus.pad().filter((e) => e === 'CA_01_1').length;
    await proef.zetKlok('2025-09-19T16:00');
    const vooraf = keer();
    const bericht = stand('2025-09-19');
    await proef.publish('verzuimstand', casus.casusId, bericht, 'zelfde-id');
    await proef.publish('verzuimstand', casus.casusId, bericht, 'zelfde-id').catch(() => undefined);
    await proef.quiesce();
    expect(keer()).toBe(vooraf + 1);
    expect(casus.incidenten()).toEqual([]);
  });

  test('een tweede aanmelding van een kind met een lopende casus maakt geen tweede dossier', async () => {
    const casus = await preludeA(proef, { leerlingLeerlingId: 'L-2018-DUBBEL' });
    const tweede = await proef.meldAan(startForm({ leerlingLeerlingId: 'L-2018-DUBBEL', signaalDatumSignaal: '2025-09-10' }));
    await tweede.afgelopen();
    expect(tweede.pad()).toContain('EE_loopt_al');
    const dossiers = await proef.register.db.selectFrom('casus').selectAll().where('status', '!=', 'afgesloten').execute();
    expect(dossiers.filter((d) => d.casusId === casus.casusId)).toHaveLength(1);
    expect(tweede.teDoen()).toEqual([]);
    for (const gestart of [casus, tweede]) expect(gestart.metGegevens(), 'het kind staat alleen in het register').toEqual([]);
  });
});

describe('een andere aanmelding', () => {
  test('op een school zonder kernteam stopt de route als het verzuim is gestopt', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm({ schoolHeeftKernteam: 'nee' }));
    await proef.zetKlok('2025-09-16T10:00');
    const week = (anders: Record<string, unknown>) => example('verzuimweek', { peildatum: '2025-09-16', heleDagen: [], verzuimGestopt: 'ja', datumVolledigTerug: '2025-09-15', ...anders });
    const zaterdag = dag('2025-09-13', 2, 5, 'ZIEKTE');
    await casus.doe('KT-06w', week({ regels: [zaterdag] }));
    const terug = await casus.taak('KT-06w');
    expect(JSON.stringify(proef.beeld.variable('validatieFouten', terug.elementInstance))).toMatch(/Verzuim per dag, rij 1 \(13 september 2025\): dit is een zaterdag/);
    expect(proef.beeld.variable('regels', terug.elementInstance), 'de rijen staan er nog').toMatchObject([{ datum: '2025-09-13', uren: 5 }]);
    // Wat tegelijk met "gestopt" wordt opgegeven, wordt eerst verwerkt.
    await casus.doe('KT-06w', week({ heleDagen: ['2025-09-08', '2025-09-09', '2025-09-11'], urenHeleDag: 5.5, soortHeleDagen: 'VERMOEDELIJK_ONGEOORLOOFD', regels: [zaterdag], aantalRegels: 0 }));
    expect(casus.variabele('verzuim')).toMatchObject({ urenOngeoorloofd4wk: 16.5 });
    // Het logboek is nog niet geopend, dus er is geen notitie te schrijven (routeboek r. 448-449); de melding bij DUO blijft staan.
    expect(casus.teDoen()).toEqual(['CA-02-1']);
    expect(casus.variabele('afronding')).toMatchObject({ reden: 'VERZUIM_GESTOPT' });
  });

  test('een aanmelding met fouten komt terug bij de IB-er met alle fouten tegelijk', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm({ leerlingGeboortedatum: '1990-01-01', signaalDatumSignaal: '2025-12-01' }));
    expect(casus.teDoen()).toEqual(['KT-00e']);
    const fouten = casus.variabele('fouten_aanmelding_verbeteren') as string[];
    expect(fouten.join('\n')).toMatch(/Geboortedatum/);
    expect(fouten.join("\n")).toMatch(/Datum van het signaal/);
    expect(casus.metGegevens(), 'wie verbetert ziet wat er stond').toEqual(expect.arrayContaining(['leerlingAchternaam', 'ouders', 'signaalKlachten']));
    await casus.doe('KT-00e', startForm());
    expect(casus.teDoen()).toEqual(['KT-01a']);
    expect(casus.metGegevens(), 'verbeterd: ook de taak houdt niets vast').toEqual([]);
    expect(casus.incidenten()).toEqual([]);
  });

  test('een aanmelding met fouten is in te trekken: er komt geen casus en er blijft niets van het kind staan', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm({ signaalDatumSignaal: '2025-12-01' }));
    await casus.doe('KT-00e', { ...startForm({ signaalDatumSignaal: '2025-12-01' }), aanmeldingVervalt: true });
    await casus.afgelopen();
    expect(casus.pad()).toContain('EE_vervallen');
    expect(casus.metGegevens()).toEqual([]);
    expect(casus.variabele('casusnummer')).toBeUndefined();
  });
});
