import { describe, expect, test } from 'vitest';
import { useCalledProcess } from './helpers/called.ts';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { example } from './helpers/example.ts';
import { meldingenVan, registerVan } from './helpers/register.ts';

/** Raad van buiten, een impasse en een plek die er niet is: wat antwoord geeft komt terug bij wie beslist. */
const called = useCalledProcess();
async function goedGegaan(verloop: Casusverloop): Promise<void> {
  await verloop.afgelopen();
  expect(verloop.incidenten()).toEqual([]);
}

test('errata F-09b: wat CCE en BREN adviseren leest de IB-er, en een consult kan worden herhaald', async () => {
  const verloop = await called.roepAan('consult-cce-bren', { signaal: { complexeGedragsvraag: true } });
  const eerder = async (stap: string) => JSON.stringify(called.proef.beeld.variable('eerder', (await verloop.taak(stap)).elementInstance));
  await verloop.doe('CA-05-2', example('cce-consult', { uitkomst: 'DOOR_NAAR_BREN', toestemmingOuders: 'nee', advies: 'Leg de vraag voor aan het expertiseteam.' }));
  expect((await verloop.taak('CA-05-3')).groepen).toEqual(['jeugdteam-sliedrecht']);
  // Buiten het formulier om kan iemand het vinkje weglaten; zonder toestemming van de ouders blijft het anoniem (routeboek r. 857–860).
  await verloop.doe('CA-05-3', { ...example('bren', { datum: '2025-09-08', perspectiefplan: 'Begin met twee ochtenden in een kleine groep.' }), anoniem: false });
  expect(verloop.variabele('bren')).toEqual({ datum: '2025-09-08', anoniem: true });

  expect((await verloop.taak('CA-05-5')).groepen).toEqual(['ib-er-10AB']);
  expect(await eerder('CA-05-5')).toMatch(/expertiseteam.*twee ochtenden/s);
  await verloop.doe('CA-05-5', example('cce-vervolg', { nogEenConsult: 'ja', vraag: 'Hoe bouwen wij de twee ochtenden verder op?' }));
  expect(await eerder('CA-05-2'), 'wie opnieuw belt leest de nieuwe vraag').toContain('Hoe bouwen wij de twee ochtenden verder op?');
  await verloop.doe('CA-05-2', example('cce-consult', { uitkomst: 'ADVIES' }));
  await verloop.doe('CA-05-5', example('cce-vervolg', { vraag: undefined }));
  await goedGegaan(verloop);
  expect((await registerVan(called.proef, called.casus.casusId)).post.filter((p) => p.melding === 'N-15')).toHaveLength(2);
});

describe('errata BE-DOORZETTING, DMN-21: de tabel adviseert bij een impasse, de sectordirecteur beslist', () => {
  const onderzoek = (anders = {}) => example('doorzettingsmacht-handmatig', { bestemming: undefined, ingangsdatum: undefined, routesDoorlopen: 'ja', ...anders });

  test('een besluit terwijl de routes nog niet zijn doorlopen komt terug met het advies, en kan daarna toch', async () => {
    const verloop = await called.roepAan('doorzettingsmacht', { aanleiding: 'ROUTE', dzm: null });
    const termijn = (await verloop.taak('DZ-hand')).uiterlijk;
    await verloop.doe('DZ-hand', onderzoek({ status: 'DOORZETTINGSBESLUIT', routesDoorlopen: 'nee', tochBesluit: false }));
    expect(JSON.stringify(called.proef.beeld.variable('validatieFouten', (await verloop.taak('DZ-hand')).elementInstance))).toContain('advies van het routeboek');
    expect((await verloop.taak('DZ-hand')).uiterlijk, 'de eerste termijn blijft').toBe(termijn);
    await verloop.doe('DZ-hand', onderzoek({ status: 'DOORZETTINGSBESLUIT', routesDoorlopen: 'nee', tochBesluit: true }));
    expect(verloop.teDoen()).toEqual(['DZ-besluit']);
  });

  test('neemt de bestuurder geen besluit, dan heeft de sectordirecteur een taak met andere uitwegen', async () => {
    const verloop = await called.roepAan('doorzettingsmacht', { aanleiding: 'IMPASSE', dzm: null });
    await verloop.doe('DZ-hand', onderzoek({ status: 'DOORZETTINGSBESLUIT' }));
    await verloop.doe('DZ-besluit', onderzoek({ besluitGenomen: 'nee', toelichting: 'Eerst moet het gesprek met de gemeente er zijn.' }), '2025-09-10T10:00');
    const taak = await verloop.taak('DZ-hand');
    expect(taak.groepen).toEqual(['sectordirecteur-swv']);
    expect(taak.uiterlijk, 'een nieuwe vraag heeft een eigen termijn').toMatch(/^2025-09-17T17:00/);
    expect(called.proef.beeld.variable('toelichtingTaak', taak.elementInstance)).toMatch(/nam geen besluit/);
    await verloop.doe('DZ-hand', onderzoek({ status: 'GEZAMENLIJKE_AANPAK' }));
    await goedGegaan(verloop);
    expect(verloop.variabele('dzm')).toMatchObject({ status: 'GEZAMENLIJKE_AANPAK' });
    expect(await meldingenVan(called.proef, called.casus.casusId), 'over een besluit dat er niet is hoort niemand iets').not.toContain('N-27');
  });
});

describe('errata brug.uitgesloten: een uitsluiting heeft een reden en een einde', () => {
  const verkenning = example('brug-verkenning', { individueleBegeleidingSBO: 'JA', individueleBegeleidingASVZ: 'JA', ruimteKDC: 'JA', voOrientatie: 'nee', aangepastAanbodSinds: '2025-09-01' });
  const geenPlaats = (anders: Record<string, unknown>) => example('brugplaats-handmatig', { resultaat: 'GEEN_PLAATS', startDatum: undefined, eindDatum: undefined, locatie: undefined, bestemming: undefined, ...anders });
  const zoek = async (brug: unknown = null) => called.roepAan('brugplaats-zoeken', { termijnen: { cyclus: 1 }, perspectief: { perspectiefHelder: true }, voorliggend: 'ONDUIDELIJK', vervolg: 'BRUG', aanbod4wk: null, brug });
  const kies = async (verloop: Casusverloop, gekozenOptie: string) => {
    await verloop.doe('KT-16a', verkenning);
    await verloop.doe('KT-16b', example('brug-keuze', { gekozenOptie, startwens: '2025-10-06', directePlaatsing: true, directePlaatsingMotivering: 'De leerling is al vier weken helemaal thuis.' }));
  };
  const opties = async (verloop: Casusverloop) => {
    await verloop.doe('KT-16a', verkenning);
    return verloop.variabele('brugOpties');
  };

  test('vol is tijdelijk: tot de dag waarop opnieuw gevraagd wordt, ook in een volgende zoektocht', async () => {
    const verloop = await zoek();
    await kies(verloop, 'sbo');
    await verloop.doe('BS-hand', geenPlaats({ geenPlaatsReden: 'VOL', opnieuwVanaf: '2025-09-22', toelichting: 'Beide scholen zitten vol tot eind september.' }));
    expect(JSON.stringify(called.proef.beeld.variable('eerder', (await verloop.taak('KT-16a')).elementInstance)), 'wie verder zoekt leest waarom').toContain('vol tot eind september');
    expect(await opties(verloop)).toEqual(['kdc-asvz']);
    const brug = verloop.variabele('brug');
    expect(brug).toMatchObject({ uitgesloten: [{ type: 'sbo', reden: 'VOL', tot: '2025-09-22' }] });
    expect(await opties(await zoek(brug))).toEqual(['kdc-asvz']);
    await called.proef.zetKlok('2025-09-22T09:00');
    expect(await opties(await zoek(brug))).toEqual(['sbo', 'kdc-asvz']);
  });

  test('wat te herstellen is gaat terug naar het gesprek; wat niet past valt af tot er opnieuw wordt gezocht', async () => {
    const verloop = await zoek();
    await kies(verloop, 'sbo');
    await verloop.doe('BS-hand', geenPlaats({ geenPlaatsReden: 'OUDERS_NOG_NIET' }));
    await kies(verloop, 'kdc-asvz');
    await verloop.doe('KDC-hand', geenPlaats({ geenPlaatsReden: 'PAST_NIET' }));
    expect(await opties(verloop)).toEqual(['sbo']);
    expect(await opties(await zoek(verloop.variabele('brug')))).toEqual(['sbo', 'kdc-asvz']);
    expect(verloop.incidenten()).toEqual([]);
  });
});
