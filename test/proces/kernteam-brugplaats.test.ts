import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { escaleer, preludeA, stand, ziek } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { meldingenVan, registerVan } from './helpers/register.ts';
import { example } from './helpers/example.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

const perspectief = (anders = {}) =>
  example('perspectief', { onderwijsMogelijk: 'JA', inGroepFunctioneren: 'JA', behandelingVoorwaarde: 'NEE', ondersteuningThuisNodig: 'NEE', afwijkendeConclusie: undefined, motiveringAfwijking: undefined, perspectiefHelder: 'ja', besprokenInOT: 'ja', wachtlijst: 'ja', huidigAanbodAfdoende: 'nee', overbruggingNodig: 'ja', ...anders });
const verkenning = (anders = {}) =>
  example('brug-verkenning', { aanleiding: 'WACHTLIJST', individueleBegeleidingSBO: 'NEE', individueleBegeleidingASVZ: 'NEE', ruimteKDC: 'NEE', voOrientatie: 'nee', allesIngezet: true, oudersAkkoord: 'ja', besprokenMetKernteamOfContactpersoon: true, aangepastAanbodSinds: '2025-10-06', ...anders });
const herweging = example('herweging-maatwerk', { lijn: 'STABIEL', partnerschap: 'VOLDOENDE', maatwerkOndervangt: 'NEE', afwijkenBesluit: undefined, motivering: undefined });
const brug = (anders = {}) => example('brugplaats-handmatig', { resultaat: 'BESTEMMING', ...anders });

/** Een casus met de vier weken voorbij: KT-13b gedaan, KT-14 open. */
async function naVierWeken(leerling: Record<string, unknown>, vrijdag: string, dagen: string[], gesprek: string, dag28: string): Promise<Casusverloop> {
  const casus = await preludeA(proef, leerling);
  await escaleer(proef, casus, vrijdag, ziek(dagen), gesprek);
  await casus.doe('CA-02-1', example('duo-verzuimmelding', { gronden: ['ESCALATIE_THUIS'], periodeVan: gesprek, periodeTot: gesprek, urenOngeoorloofd: 0, aantalTeLaat: 0 }), `${gesprek}T15:00`);
  await proef.zetKlok(`${dag28}T09:00`);
  // Wat niet gedaan is blijft staan: een datum breekt geen taak af.
  expect(casus.teDoen()).toEqual(['KT-08a', 'KT-13a', 'KT-13b', 'KT-14', 'OT-01']);
  await casus.doe('KT-13b', herweging, `${dag28}T10:00`);
  return casus;
}

const sam = { leerlingRoepnaam: 'Sam', leerlingAchternaam: 'Vermeer', leerlingGeboortedatum: '2015-11-30', leerlingGroep: 7, leerlingWoongemeente: 'Papendrecht' };

describe('AS-05 brugplaats SBO', () => {
  test('een overbrugging wordt bij de inspectie gemeld en eindigt met een inschrijving', async () => {
    const casus = await naVierWeken(sam, '2025-10-03', ['2025-09-29', '2025-09-30', '2025-10-01', '2025-10-02'], '2025-10-06', '2025-11-03');
    expect(casus.variabele('termijnen')).toMatchObject({ eindeVierweken: '2025-11-03T09:00:00+01:00', week3: '2025-10-27T09:00:00+01:00' });
    await casus.doe('KT-14', perspectief({ aanbodplek: 'SBO', wachttijdWeken: 14 }), '2025-11-03T14:00');
    expect(await meldingenVan(proef, casus.casusId)).toContain('N-18');
    await casus.doe('KT-16a', verkenning({ individueleBegeleidingSBO: 'JA' }), '2025-11-04T09:00');
    expect(casus.variabele('brugOpties')).toEqual(['sbo']);
    await casus.doe('KT-16b', example('brug-keuze', { gekozenOptie: 'sbo' }), '2025-11-04T10:00');
    await casus.doe('BS-hand', brug({ locatie: 'De Steenen Kamer', startDatum: '2025-11-17', eindDatum: '2026-01-26' }), '2025-11-11T10:00');
    expect(casus.teDoen()).toEqual(['CA-03-1', 'KT-08a', 'KT-13a', 'KT-17']);
    await casus.doe('KT-17', example('brug-voortgang', { datum: '2025-11-13' }), '2025-11-13T10:00');
    await casus.doe('CA-03-1', example('aot-feiten', { reden: 'OVERIG', isOverbrugging: true, stukkenAlsnogMogelijk: undefined }), '2025-11-14T10:00');
    await casus.doe('CA-03-4', example('aot-aanvraag', { vanDatum: '2025-11-17', totDatum: '2026-01-26', urenPerWeek: 10, oppOpgesteld: true, eerderVerzocht: 'nee' }), '2025-11-14T11:00');
    await casus.doe('CA-03-6', example('aot-melding', { vanDatum: '2025-11-17', totDatum: '2026-01-26', urenPerWeek: 10 }), '2025-11-14T12:00');
    const tussen = await registerVan(proef, casus.casusId);
    expect(tussen.inspectie.map((i) => i.soort).sort()).toEqual(['AOT_AANVRAAG', 'AOT_MELDING']);
    expect(tussen.thuiszitter).toMatchObject([{ aotCategorie: 'D', aotGemeldOp: '2025-11-14', brugType: 'sbo', brugStart: '2025-11-17' }]);
    expect(await meldingenVan(proef, casus.casusId)).toEqual(expect.arrayContaining(['N-16', 'N-20']));
    await casus.bericht('inschrijving-bevestigd', { ingeschrevenOp: '2026-03-02' }, '2026-03-02T08:30');
    await casus.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'De Kameleon', bestemmingType: 'SBO', geplandeStart: '2026-03-02', besprokenInOT: true, ingeschrevenOp: '2026-03-02' }), '2026-03-02T10:00');
    await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'SBO', einddatum: '2026-03-04' }), '2026-03-04T10:00');
    await casus.afgelopen();
    const register = await registerVan(proef, casus.casusId);
    expect(register.thuiszitter).toMatchObject([{ reden: 'PASSEND_AANBOD_GEREALISEERD', resultaat: 'SBO', brugType: 'sbo', bestemming: 'De Kameleon', kwartaal: '2026-Q1' }]);
    expect(register.duo.map((d) => d.soort).sort()).toEqual(['MELDING', 'REGISTRATIE']);
    expect(casus.afgebroken()).toContain('KT-17');
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('AS-07 GOAL en geen plaats', () => {
  const lisa = (maanden: number) => ({ leerlingRoepnaam: 'Lisa', leerlingAchternaam: 'de Boer', leerlingGeboortedatum: '2013-04-02', leerlingGroep: 8, leerlingDidactischeLeeftijdMaanden: maanden });
  const goal = { individueleBegeleidingSBO: 'NEE', voOrientatie: 'ja' };
  const tot16 = async (maanden: number) => {
    const casus = await naVierWeken(lisa(maanden), '2025-10-31', ['2025-10-27', '2025-10-28', '2025-10-29', '2025-10-30'], '2025-11-03', '2025-12-01');
    await casus.doe('KT-14', perspectief({ aanbodplek: 'VO', wachttijdWeken: 30 }), '2025-12-01T11:00');
    // Alsof de aanmelding van een schooljaar eerder is: de tabel kijkt naar de groep van nu.
    const vorigJaar = { groep: 7, groepSchooljaar: '2024-2025', didactischeLeeftijdMaanden: maanden - 10 };
    await proef.register.db.updateTable('leerling').set(vorigJaar).where('leerlingId', '=', (eb) => eb.selectFrom('casus').select('leerlingId').where('casusId', '=', casus.casusId)).execute();
    await casus.doe('KT-16a', verkenning(goal), '2025-12-02T10:00');
    return casus;
  };

  test('een leerling van groep 8 met 58 maanden kan naar GOAL; lukt dat niet, dan wordt opnieuw gezocht', async () => {
    const casus = await tot16(58);
    expect(casus.variabele('brugOpties')).toEqual(['goal']);
    await casus.doe('KT-16b', example('brug-keuze', { gekozenOptie: 'goal' }), '2025-12-02T11:00');
    await casus.doe('GO-hand', brug({ resultaat: 'GEEN_PLAATS', startDatum: undefined, eindDatum: undefined, locatie: undefined, bestemming: undefined }), '2025-12-04T10:00');
    expect(casus.variabele('brug')).toMatchObject({ uitgesloten: [{ type: 'goal', tot: null }] });
    expect(casus.teDoen()).toEqual(['KT-08a', 'KT-13a', 'KT-16a']);
    expect(casus.incidenten()).toEqual([]);
  });

  test('met 54 maanden blijft geen brugplaats over; extra ondersteuning brengt de overstap dichterbij', async () => {
    const casus = await tot16(54);
    expect(casus.variabele('brugOpties')).toEqual([]);
    // De leerling blijft op een overbrugging, nu van de eigen school: die wordt gemeld, ook voor er een ander vervolg is (r. 95-97).
    const gestart = () => casus.openTaken().filter((t) => t.elementId === 'CA_03_1').length;
    expect(casus.teDoen()).toContain('KT-16y');
    expect(gestart()).toBe(1);
    await casus.doe('KT-16y', example('geen-brug', { keuze: 'EXTRA_ONDERSTEUNING' }), '2025-12-03T10:00');
    await casus.doe('KT-16x', example('inzet-maatwerk', { vanDatum: '2025-12-08', totDatum: '2026-01-05' }), '2025-12-04T10:00');
    expect(await meldingenVan(proef, casus.casusId)).toContain('N-35');
    await casus.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'VO', bestemmingType: 'VO', geplandeStart: '2026-08-31', besprokenInOT: true, ingeschrevenOp: undefined }), '2025-12-05T10:00');
    await casus.doe('CA-06-3', example('onderwijsaanbod-4wk', { startDatum: '2025-12-08', minderUrenDanVerplicht: 'ja', av1Gewenst: false }), '2025-12-05T11:00');
    // Hetzelfde aanbod tot de start is dezelfde overbrugging: één keer gemeld.
    expect(casus.pad().filter((e) => e === 'overbrugging_melden' || e === 'CA_06_3s')).toHaveLength(2);
    expect(gestart()).toBe(1);
    expect(casus.incidenten()).toEqual([]);
  });

  test('zonder brugplaats kan een nieuwe vierwekenperiode beginnen', async () => {
    const casus = await tot16(54);
    await casus.doe('KT-16y', example('geen-brug', { keuze: 'NIEUWE_CYCLUS' }), '2025-12-03T10:00');
    expect(casus.variabele('termijnen')).toMatchObject({ cyclus: 2, t0: '2025-12-03' });
    expect(casus.teDoen()).toContain('KT-08a');
  });
});

describe('brugplaats KDC-ASVZ', () => {
  test('een leerling bij wie zorg voorliggend is, gaat naar het KDC en daarna naar behandeling', async () => {
    const casus = await naVierWeken(sam, '2025-10-03', ['2025-09-29', '2025-09-30', '2025-10-01', '2025-10-02'], '2025-10-06', '2025-11-03');
    await casus.doe('KT-14', perspectief({ onderwijsMogelijk: 'NEE', inGroepFunctioneren: undefined, behandelingVoorwaarde: 'JA', aanbodplek: 'JEUGDHULP_BEHANDELING', wachttijdWeken: 12 }), '2025-11-03T14:00');
    await casus.doe('KT-16a', verkenning({ individueleBegeleidingASVZ: 'JA', ruimteKDC: 'JA' }), '2025-11-04T09:00');
    expect(casus.variabele('brugOpties')).toEqual(['kdc-asvz']);
    await casus.doe('KT-16b', example('brug-keuze', { gekozenOptie: 'kdc-asvz' }), '2025-11-04T10:00');
    await casus.doe('KDC-hand', brug({ locatie: 'KDC ASVZ', startDatum: '2025-11-10', eindDatum: '2026-01-12' }), '2025-11-05T10:00');
    await casus.doe('CA-03-1', example('aot-feiten', { reden: 'MEDISCH_PARAMEDISCH_OF_ZIEKTE', bewijsstukAanwezig: true, isOverbrugging: true, stukkenAlsnogMogelijk: undefined }), '2025-11-06T10:00');
    await casus.doe('CA-03-6', example('aot-melding', { vanDatum: '2025-11-10', totDatum: '2026-01-12', urenPerWeek: 8 }), '2025-11-06T11:00');
    expect((await registerVan(proef, casus.casusId)).inspectie.map((i) => i.soort)).toEqual(['AOT_MELDING']);
    await casus.doe('KDC-eind', brug({ resultaat: 'BEHANDELING', locatie: 'KDC ASVZ', startDatum: '2025-11-10', eindDatum: '2026-01-12' }), '2026-01-12T10:00');
    expect(await meldingenVan(proef, casus.casusId)).toEqual(expect.arrayContaining(['N-20', 'N-28']));
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('AS-11 niets beschikbaar: doorzettingsmacht', () => {
  const bram = { leerlingRoepnaam: 'Bram', leerlingAchternaam: 'Smit', leerlingGeboortedatum: '2013-06-01', leerlingGroep: 8 };
  const tot16y = async () => {
    const casus = await naVierWeken(bram, '2026-02-27', ['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26'], '2026-03-02', '2026-03-30');
    await casus.doe('KT-14', perspectief({ aanbodplek: 'SO', wachttijdWeken: 20 }), '2026-03-30T14:00');
    await casus.doe('KT-16a', verkenning({ aangepastAanbodSinds: '2026-03-02' }), '2026-03-31T09:00');
    await casus.doe('KT-16y', example('geen-brug', { keuze: 'DOORZETTINGSMACHT' }), '2026-03-31T10:00');
    return casus;
  };
  const dzm = (anders = {}) => example('doorzettingsmacht-handmatig', anders);

  test('het besluit van de bestuurder wordt uitgevoerd als overstap, ook als er daarna nog een impasse is', async () => {
    const casus = await tot16y();
    await casus.doe('DZ-hand', dzm({ status: 'DOORZETTINGSBESLUIT' }), '2026-04-07T10:00');
    await casus.doe('DZ-besluit', dzm({ status: 'DOORZETTINGSBESLUIT', bestemming: 'SO De Zandplaat', ingangsdatum: '2026-04-20' }), '2026-04-14T10:00');
    await casus.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'SO De Zandplaat', bestemmingType: 'SO', geplandeStart: '2026-04-20', besprokenInOT: false, ingeschrevenOp: undefined }), '2026-04-16T10:00');
    await casus.doe('CA-06-3', example('onderwijsaanbod-4wk', { startDatum: '2026-04-16', minderUrenDanVerplicht: 'nee', av1Gewenst: false }), '2026-04-16T11:00');
    await casus.bericht('impasse', { signaalDatum: '2026-04-17' }, '2026-04-17T09:00');
    expect(casus.variabele('dzm')).toMatchObject({ status: 'DOORZETTINGSBESLUIT', bestemming: 'SO De Zandplaat' });
    await casus.doe('DZ-hand', dzm({ status: 'GEZAMENLIJKE_AANPAK', bestemming: undefined, ingangsdatum: undefined }), '2026-04-17T10:00');
    await casus.bericht('inschrijving-bevestigd', { ingeschrevenOp: '2026-04-20' }, '2026-04-20T09:00');
    await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'DOORZETTINGSBESLUIT', einddatum: '2026-04-21' }), '2026-04-21T10:00');
    await casus.afgelopen();
    const register = await registerVan(proef, casus.casusId);
    expect(register.thuiszitter).toMatchObject([{ reden: 'DOORZETTINGSBESLUIT_UITGEVOERD', resultaat: 'DOORZETTINGSBESLUIT', kwartaal: '2026-Q2' }]);
    expect(casus.pad()).toContain('EE_besluit_uitgevoerd');
    expect(await meldingenVan(proef, casus.casusId)).toEqual(expect.arrayContaining(['N-25', 'N-26', 'N-27']));
    expect(casus.incidenten()).toEqual([]);
  });

  test.each(['GEZAMENLIJKE_AANPAK', 'ROUTE_VERVOLGEN'])('%s brengt de casus terug naar de vraag onderwijs of zorg', async (status) => {
    const casus = await tot16y();
    await casus.doe('DZ-hand', dzm({ status, bestemming: undefined, ingangsdatum: undefined }), '2026-04-07T10:00');
    // De melding van de overbrugging (CA-03-1) loopt los van de route door.
    expect(casus.teDoen()).toEqual(['CA-03-1', 'KT-08a', 'KT-13a', 'KT-14']);
    expect(await meldingenVan(proef, casus.casusId)).not.toContain('N-27');
  });

  test('een impasse tijdens de brugplaats leidt via het besluit naar de overstap', async () => {
    const casus = await naVierWeken(sam, '2025-10-03', ['2025-09-29', '2025-09-30', '2025-10-01', '2025-10-02'], '2025-10-06', '2025-11-03');
    await casus.doe('KT-14', perspectief({ aanbodplek: 'SBO', wachttijdWeken: 14 }), '2025-11-03T14:00');
    await casus.doe('KT-16a', verkenning({ individueleBegeleidingSBO: 'JA' }), '2025-11-04T09:00');
    await casus.doe('KT-16b', example('brug-keuze', { gekozenOptie: 'sbo' }), '2025-11-04T10:00');
    await casus.bericht('impasse', { signaalDatum: '2025-11-10' }, '2025-11-10T10:00');
    await casus.doe('DZ-hand', dzm({ status: 'DOORZETTINGSBESLUIT' }), '2025-11-12T10:00');
    await casus.doe('DZ-besluit', dzm({ status: 'DOORZETTINGSBESLUIT', bestemming: 'De Kameleon', ingangsdatum: '2025-11-24' }), '2025-11-17T10:00');
    expect(casus.pad()).toContain('se_ES_BESLUIT');
    expect(casus.teDoen(), 'errata BE-DOORZETTING: de brugplaats en het aanbod lopen door').toEqual(expect.arrayContaining(['BS-hand', 'CA-06-2', 'KT-08a', 'KT-13a']));
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('verzuim dat doorloopt', () => {
  test('errata §3: vanaf dag 29 van de periode thuis is de leerling thuiszitter, en de vakantieweek telt mee', async () => {
    const casus = await preludeA(proef, sam);
    const weken = [
      ['2025-09-29', '2025-09-30', '2025-10-01', '2025-10-02'],
      ['2025-10-06', '2025-10-07', '2025-10-08', '2025-10-09'],
      ['2025-10-13', '2025-10-14', '2025-10-15', '2025-10-16'],
      ['2025-10-27', '2025-10-28', '2025-10-29', '2025-10-30'],
      ['2025-11-03', '2025-11-04', '2025-11-05', '2025-11-06'],
    ];
    await escaleer(proef, casus, '2025-10-03', ziek(weken[0] as string[]), '2025-10-06');
    const vrijdagen = ['2025-10-10', '2025-10-17', '2025-10-31', '2025-11-07'];
    const statussen: unknown[] = [];
    for (const [i, vrijdag] of vrijdagen.entries()) {
      await casus.bericht('verzuimstand', stand(vrijdag, ziek(weken[i + 1] as string[])), `${vrijdag}T16:00`);
      statussen.push((casus.variabele('leerlingStatus') as { registratieStatus: unknown }).registratieStatus);
    }
    expect(statussen, 'dag 29 is 27 oktober').toEqual(['DREIGEND_THUISZITTER_GEESCALEERD', 'DREIGEND_THUISZITTER_GEESCALEERD', 'THUISZITTER', 'THUISZITTER']);
    expect(casus.pad().filter((e) => e === 'KT-07a')).toHaveLength(1);
    expect(casus.openTaken().filter((t) => t.elementId === 'CA_02_1')).toHaveLength(1);
  });
});
