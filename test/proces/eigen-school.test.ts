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

const verkenning = (anders = {}) =>
  example('brug-verkenning', { aanleiding: 'WACHTLIJST', individueleBegeleidingSBO: 'NEE', individueleBegeleidingASVZ: 'NEE', ruimteKDC: 'NEE', voOrientatie: 'nee', eigenSchoolOAbeschikbaar: 'JA', allesIngezet: true, oudersAkkoord: 'ja', aangepastAanbodSinds: '2025-11-03', ...anders });
const aanbod = (anders = {}) => example('eigen-school-aanbod', { startDatum: '2025-12-04', eindDatum: '2026-02-20', ...anders });
const evaluatie = (anders = {}) => example('eigen-school-evaluatie', anders);
const uitkomst = (anders = {}) => example('eigen-school-uitkomst', anders);
const zonderAanvraag = example('eigen-school-middelen', { aanvragen: 'nee', soortMiddelen: undefined, omvang: undefined });

/** Een SO-leerling met een wachtlijst, van wie de eigen school een onderwijsassistent heeft: de eigen school is gekozen. */
async function eigenSchool(besluit: Record<string, unknown> = {}): Promise<Casusverloop> {
  const casus = await preludeB(proef);
  await escaleerZonderKernteam(proef, casus, '2025-10-31', VIER_DAGEN, '2025-11-03');
  await casus.doe('GK-07a', example('onderwijsaanbod-4wk', { startDatum: '2025-11-05' }), '2025-11-05T10:00');
  await casus.doe('GK-13', perspectief({ aanbodplek: 'SO', wachttijdWeken: 20, ...besluit }), '2025-12-01T14:00');
  await casus.doe('GK-15a', verkenning(), '2025-12-02T10:00');
  expect(casus.variabele('brugOpties')).toEqual(['eigen-school']);
  await casus.doe('GK-15b', example('brug-keuze', { gekozenOptie: 'eigen-school', startwens: '2025-12-04' }), '2025-12-02T11:00');
  return casus;
}

describe('errata CA-15: een overbrugging op de eigen school (r. 204–206)', () => {
  test('het aanbod begint met de assistent; geld, onderwijstijd en evaluaties lopen ernaast, en een afwijzing heeft een uitweg', async () => {
    const casus = await eigenSchool();
    expect(await wie(casus, 'OS-01')).toEqual(['directeur-school-van-herkomst-20XY']);
    await casus.doe('OS-01', aanbod({ dagdelen: 0 }), '2025-12-04T09:00');
    expect(await eerder(proef, casus, 'OS-01')).toContain('Wachtlijst');
    await casus.doe('OS-01', aanbod({ extraMiddelen: 'ja' }), '2025-12-04T10:00');
    expect(casus.pad(), 'het aanbod is begonnen, zonder besluit over geld').toContain('tm_OS_start');
    expect(casus.teDoen()).toEqual(expect.arrayContaining(['CA-03-1', 'OS-02', 'OS-06']));
    expect(await post(proef, casus, 'N-20')).toEqual(expect.arrayContaining(['ib-er', 'contactpersoon-swv', 'ouders']));
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toMatchObject([{ brugType: 'eigen-school', brugStart: '2025-12-04', brugEind: '2026-02-20' }]);

    expect(await wie(casus, 'OS-02')).toEqual([expect.stringMatching(/^schoolbestuur/)]);
    await casus.doe('OS-02', example('eigen-school-middelen'), '2025-12-08T10:00');
    expect(await wie(casus, 'OS-03')).toEqual([expect.stringMatching(/^sectordirecteur-swv/)]);
    expect(await eerder(proef, casus, 'OS-03')).toContain('Tien uur per week');
    await casus.doe('OS-03', example('eigen-school-besluit', { besluit: 'AFGEWEZEN', besluitDatum: '2025-12-09' }), '2025-12-09T10:00');
    expect(await post(proef, casus, 'N-80')).toEqual(expect.arrayContaining(['directeur-school-van-herkomst', 'ib-er', 'schoolbestuur', 'contactpersoon-swv']));
    await casus.doe('OS-03v', example('eigen-school-vervolg'), '2025-12-10T10:00');
    expect(casus.teDoen(), 'met eigen middelen gaat het aanbod gewoon door').toContain('OS-06');

    // Twee weken kerstvakantie tellen niet mee: vier schoolweken na 4 december is 15 januari.
    await proef.zetKlok('2026-01-14T10:00');
    expect(casus.teDoen()).not.toContain('OS-05');
    await casus.doe('OS-05', evaluatie({ datum: '2026-01-15', uitkomst: 'MIDDELEN_NODIG' }), '2026-01-15T10:00');
    expect(await wie(casus, 'OS-02'), 'ook later kunnen er nog middelen bij').toEqual([expect.stringMatching(/^schoolbestuur/)]);
    await casus.doe('OS-02', example('eigen-school-middelen'), '2026-01-16T10:00');
    await casus.doe('OS-03', example('eigen-school-besluit', { besluit: 'DEELS', besluitDatum: '2026-01-19' }), '2026-01-19T10:00');
    expect(casus.pad()).toContain('ee_toegekend');
    // De evaluatie van week zes is nog niet gedaan; die van week acht komt er toch.
    await proef.zetKlok('2026-02-12T10:00');
    expect(casus.openTaken().filter((t) => t.elementId === 'OS_05')).toHaveLength(2);
    await casus.doe('OS-05', evaluatie({ datum: '2026-02-12' }), '2026-02-12T11:00');

    await casus.doe('OS-06', uitkomst({ resultaat: 'LOOPT_DOOR', bestemming: undefined, eindDatum: '2026-02-09' }), '2026-02-19T10:00');
    expect(casus.teDoen(), 'een nieuwe laatste dag ligt niet in het verleden').toContain('OS-06');
    await casus.doe('OS-06', uitkomst({ resultaat: 'LOOPT_DOOR', bestemming: undefined, eindDatum: '2026-03-13' }), '2026-02-19T11:00');
    expect(proef.beeld.variable('uiterlijk', (await casus.taak('OS-06')).elementInstance)).toBe('2026-03-13T17:00:00+01:00');
    await casus.doe('OS-06', uitkomst({ bestemming: 'SO De Boei', eindDatum: '2026-03-13' }), '2026-03-12T10:00');
    expect(casus.variabele('brug')).toMatchObject({ type: 'eigen-school', resultaat: 'BESTEMMING', bestemming: 'SO De Boei' });
    expect(casus.teDoen(), 'r. 192–193: de overstap volgt').toContain('CA-06-2');
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toMatchObject([{ brugEind: '2026-03-13' }]);
    expect(casus.incidenten()).toEqual([]);
  });

  test('heeft de school toch geen assistent, dan blijven de andere plekken over', async () => {
    const casus = await eigenSchool();
    await casus.doe('OS-01', aanbod({ assistentBeschikbaar: 'nee', startDatum: undefined, eindDatum: undefined, dagdelen: undefined, invulling: undefined, extraMiddelen: undefined }), '2025-12-03T10:00');
    expect(casus.variabele('brug')).toMatchObject({ uitgesloten: [{ type: 'eigen-school', tot: null }] });
    await casus.doe('GK-15a', verkenning({ individueleBegeleidingASVZ: 'JA', ruimteKDC: 'JA' }), '2025-12-03T11:00');
    expect(casus.variabele('brugOpties')).toEqual(['kdc-asvz']);
    expect((await registerVan(proef, casus.casusId)).thuiszitter[0]?.brugStart ?? null).toBeNull();
    expect(casus.incidenten()).toEqual([]);
  });

  test('vraagt het schoolbestuur niets aan, dan kan de school een andere brugplaats zoeken terwijl het aanbod blijft', async () => {
    const casus = await eigenSchool();
    await casus.doe('OS-01', aanbod({ extraMiddelen: 'ja' }), '2025-12-03T10:00');
    expect(casus.teDoen(), 'de uitkomst komt pas als het aanbod loopt').not.toContain('OS-06');
    await casus.doe('OS-02', zonderAanvraag, '2025-12-03T11:00');
    expect(await post(proef, casus, 'N-80')).toEqual([]);
    await casus.doe('OS-03v', example('eigen-school-vervolg', { keuze: 'TERUG_NAAR_KEUZE', aanbodTot: '2026-01-30' }), '2025-12-03T12:00');
    expect(casus.variabele('brug')).toMatchObject({ resultaat: 'GEEN_PLAATS', eindDatum: '2026-01-30', uitgesloten: [{ type: 'eigen-school', tot: null }] });
    expect(casus.teDoen()).toContain('GK-15a');
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toMatchObject([{ brugEind: '2026-01-30' }]);
    expect(casus.incidenten()).toEqual([]);
  });

  test('ook een evaluatie kan terug naar de keuze leiden', async () => {
    const casus = await eigenSchool();
    await casus.doe('OS-01', aanbod(), '2025-12-04T10:00');
    await casus.doe('OS-05', evaluatie({ datum: '2026-01-15', uitkomst: 'TERUG_NAAR_KEUZE', aanbodTot: '2026-02-20' }), '2026-01-15T10:00');
    expect(casus.pad()).toContain('te_terug');
    expect(casus.teDoen()).toContain('GK-15a');
    expect(casus.incidenten()).toEqual([]);
  });

  test('terug naar de keuze begint geen tweede aanpassing van dezelfde uren; is het aanbod voorbij, dan is de overbrugging een nieuwe', async () => {
    const casus = await eigenSchool({ overbruggingNodig: 'ja' });
    const gestart = () => casus.openTaken().filter((t) => t.elementId === 'CA_03_1').length;
    await casus.doe('OS-01', aanbod({ eindDatum: '2026-03-13' }), '2025-12-04T10:00');
    expect(gestart()).toBe(1);
    await casus.doe('OS-05', evaluatie({ datum: '2026-01-15', uitkomst: 'TERUG_NAAR_KEUZE', aanbodTot: '2026-01-30' }), '2026-01-15T10:00');
    const niets = verkenning({ eigenSchoolOAbeschikbaar: 'NEE' });
    await casus.doe('GK-15a', niets, '2026-01-16T10:00');
    expect(casus.pad(), 'er is geen brugplaats en de overbrugging is nodig').toContain('overbrugging_melden');
    expect(gestart(), 'het aanbod op de eigen school loopt nog: dezelfde uren').toBe(1);
    await casus.doe('GK-15y', example('geen-brug', { keuze: 'NIEUWE_CYCLUS' }), '2026-01-16T11:00');
    await casus.doe('GK-13', perspectief({ aanbodplek: 'SO', wachttijdWeken: 20, overbruggingNodig: 'ja' }), '2026-02-12T10:00');
    await casus.doe('GK-15a', niets, '2026-02-12T11:00');
    expect(gestart(), 'het aanbod is op 30 januari gestopt: de overbrugging daarna is een nieuwe').toBe(2);
    expect(casus.incidenten()).toEqual([]);
  });

  test('een bevestigde inschrijving op de nieuwe plek sluit het aanbod af', async () => {
    const casus = await eigenSchool();
    await casus.doe('OS-01', aanbod(), '2025-12-04T10:00');
    await casus.bericht('inschrijving-bevestigd', { ingeschrevenOp: '2026-01-12' }, '2026-01-12T10:00');
    expect(casus.variabele('brug')).toMatchObject({ resultaat: 'INGESCHREVEN', ingeschrevenOp: '2026-01-12' });
    expect(casus.teDoen(), 'de onderwijstijd is een eigen proces en loopt door').toEqual(expect.arrayContaining(['CA-03-1', 'CA-06-2']));
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toMatchObject([{ brugEind: '2026-01-12' }]);
    expect(casus.incidenten()).toEqual([]);
  });
});
