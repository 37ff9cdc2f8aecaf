import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ZONDER_KERNTEAM } from '../helpers/aanmelding.ts';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { example } from './helpers/example.ts';
import { gesprek, perspectief, VIER_DAGEN } from './helpers/prelude-geen-kernteam.ts';
import { spreekOuders, stand } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

const besluit = (bestemming: string) => ({ dzm: { status: 'DOORZETTINGSBESLUIT', bestemming, ingangsdatum: '2025-11-24' } });
const overstap = (bestemmingSchool: string, anders = {}) => example('overdracht-overstap', { bestemmingSchool, bestemmingType: 'SBO', geplandeStart: '2025-11-24', besprokenInOT: true, ingeschrevenOp: '2025-11-24', ...anders });
const verkenning = (anders = {}) =>
  example('brug-verkenning', { aanleiding: 'WACHTLIJST', individueleBegeleidingSBO: 'JA', individueleBegeleidingASVZ: 'JA', ruimteKDC: 'JA', voOrientatie: 'nee', eigenSchoolOAbeschikbaar: 'NEE', allesIngezet: true, oudersAkkoord: 'ja', besprokenMetKernteamOfContactpersoon: true, aangepastAanbodSinds: '2025-10-06', ...anders });

// Een andere naam per route: een kind met dezelfde naam en geboortedag op een andere school is hetzelfde kind, met de casus die al liep.
describe.each([
  { route: 'kernteam', kind: {}, brug: ['sbo', 'BS-hand'], s: { aanbod: 'KT-08a', afwegen: 'KT-14', zoeken: 'KT-16', week: 'KT-06w', slot: 'KT-18' }, id: { afwegen: 'KT_14', zoeken: 'KT_16', overstap: 'KT_15' } },
  { route: 'geen-kernteam', kind: { ...ZONDER_KERNTEAM, leerlingAchternaam: 'Prins' }, brug: ['kdc-asvz', 'KDC-hand'], s: { aanbod: 'GK-07a', afwegen: 'GK-13', zoeken: 'GK-15', week: 'GK-05w', slot: 'GK-17' }, id: { afwegen: 'GK_13', zoeken: 'GK_15', overstap: 'GK_14' } },
])('errata BE-DOORZETTING, route $route: een besluit beëindigt niets wat voor het kind loopt', ({ route, kind, brug: [soort, hand], s, id }) => {
  /** In de vier weken, met de vraag onderwijs of zorg open. */
  async function afwegen(): Promise<Casusverloop> {
    await proef.zetKlok('2025-10-27T09:00');
    const casus = await proef.meldAan(startForm({ ...kind, signaalDatumSignaal: '2025-10-20', verzuimRegels: [] }));
    await casus.bericht('verzuimstand', stand('2025-10-31', VIER_DAGEN), '2025-10-31T16:00');
    if (route === 'kernteam') await spreekOuders(casus, '2025-11-03');
    else await casus.doe('GK-06', gesprek('2025-11-03'), '2025-11-03T14:00');
    await casus.bericht('perspectief-helder', {}, '2025-11-04T10:00');
    return casus;
  }
  /** Het kind begint op de plek van het besluit: pas dan is de route klaar. */
  async function begintDaar(casus: Casusverloop, bestemming: string): Promise<void> {
    expect(casus.teDoen().filter((stap) => stap === 'CA-06-2')).toHaveLength(1);
    await casus.doe('CA-06-2', overstap(bestemming), '2025-11-24T10:00');
    expect(casus.teDoen().filter((stap) => !stap.startsWith('CA-'))).toEqual([s.slot]);
    expect(casus.variabele('afronding')).toMatchObject({ reden: 'DOORZETTINGSBESLUIT_UITGEVOERD' });
    expect(casus.incidenten()).toEqual([]);
  }

  test('tijdens het afwegen: de school gaat door met haar aanbod en het volgen; een nieuw besluit komt in de plaats van het eerste', async () => {
    const casus = await afwegen();
    await casus.bericht('doorzettingsbesluit', besluit('De Kameleon'), '2025-11-05T10:00');
    expect(casus.teDoen()).toEqual(expect.arrayContaining([s.aanbod, 'CA-06-2']));
    expect(casus.teDoen(), 'er is niets meer af te wegen').not.toContain(s.afwegen);
    await proef.zetKlok('2025-11-11T10:00');
    expect(casus.teDoen(), 'elke week één vraag naar het verzuim').toContain(s.week);
    await casus.bericht('doorzettingsbesluit', besluit('De Steenen Kamer'), '2025-11-12T10:00');
    expect(casus.pad()).toContain(`ee_${id.overstap}d`);
    await begintDaar(casus, 'De Steenen Kamer');
    expect(casus.pad()).toContain(`ee_${id.afwegen}b`);
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toMatchObject([{ reden: null }]);
  });

  test('tijdens een brugplaats: zij en haar plek op de lijst lopen door; is zij eerder voorbij, dan geldt de plek van het besluit', async () => {
    const casus = await afwegen();
    await casus.doe(s.afwegen, perspectief({ aanbodplek: 'SBO', wachttijdWeken: 14 }), '2025-11-05T10:00');
    await casus.doe(`${s.zoeken}a`, verkenning(), '2025-11-05T11:00');
    await casus.doe(`${s.zoeken}b`, example('brug-keuze', { gekozenOptie: soort }), '2025-11-05T12:00');
    await casus.bericht('doorzettingsbesluit', besluit('De Kameleon'), '2025-11-06T10:00');
    expect(casus.teDoen()).toEqual(expect.arrayContaining([hand, s.aanbod, 'CA-06-2']));
    await casus.doe(hand!, example('brugplaats-handmatig', { resultaat: 'GEEN_PLAATS', geenPlaatsReden: 'PAST_NIET', startDatum: undefined, eindDatum: undefined, locatie: undefined, bestemming: undefined }), '2025-11-10T10:00');
    await casus.doe(`${s.zoeken}a`, verkenning({ individueleBegeleidingSBO: 'NEE', individueleBegeleidingASVZ: 'NEE' }), '2025-11-10T11:00');
    await casus.doe(`${s.zoeken}y`, example('geen-brug', { keuze: 'NIEUWE_CYCLUS' }), '2025-11-10T12:00');
    expect(casus.teDoen(), 'geen tweede overstap en geen nieuwe vier weken').toEqual(expect.arrayContaining([s.aanbod, 'CA-06-2']));
    await begintDaar(casus, 'De Kameleon');
    expect(casus.pad()).toContain(`ee_${id.zoeken}b`);
  });

  test('tijdens een overstap: die naar de plek van het besluit komt in haar plaats', async () => {
    const casus = await afwegen();
    await casus.doe(s.afwegen, perspectief({ aanbodplek: 'SBO', wachttijdWeken: 0, wachtlijst: 'nee', huidigAanbodAfdoende: 'ja' }), '2025-11-05T10:00');
    await casus.doe('CA-06-2', overstap('De Regenboog', { ingeschrevenOp: undefined }), '2025-11-05T11:00');
    await casus.bericht('doorzettingsbesluit', besluit('De Kameleon'), '2025-11-06T10:00');
    expect(casus.pad()).toEqual(expect.arrayContaining([`be_${id.overstap}b`, `gw_${id.afwegen}_besluit`]));
    await begintDaar(casus, 'De Kameleon');
  });
});
