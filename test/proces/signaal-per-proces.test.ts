import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { example } from './helpers/example.ts';
import { metTwijfel, spreekOuders, stand, ziek } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { startForm } from './helpers/start-form.ts';

/**
 * Vanuit elk moment (issue 11, punt 5): wat een signaal doet met elk proces waar het kind in is: de aanpak van de vier weken, wat
 * ernaast wordt gevraagd, en de processen met een eigen instantie. Van elk proces staat één taak open.
 */
const PROCESSEN = {
  'plan-van-aanpak': 'KT-11a',
  'vier-weken': 'KT-13a',
  'duo-verzuimmelding': 'CA-02-1',
  'aanpassing-onderwijstijd': 'CA-03-1',
  av1: 'AV-02',
  'vrijstelling-ontheffing': 'VR-01',
  'consult-cce-bren': 'CA-05-2',
  'leerplicht-meedenken': 'CA-14-1',
  'jgz-aanmelding': 'JG-01',
} as const;
type Proces = keyof typeof PROCESSEN;
type Gevolg = Readonly<Record<Proces, 'blijft' | 'stopt'>>;

const ALLES_BLIJFT = Object.fromEntries(Object.keys(PROCESSEN).map((proces) => [proces, 'blijft'])) as Gevolg;
/** Wat de wet vraagt loopt door: een melding over verzuim is een feit, en minder uren worden ook achteraf gemeld (errata, design §9). */
const SLUIT: Gevolg = { ...Object.fromEntries(Object.keys(PROCESSEN).map((proces) => [proces, 'stopt'])) as Gevolg, 'duo-verzuimmelding': 'blijft', 'aanpassing-onderwijstijd': 'blijft' };

/** Per signaal: wat er wordt gestuurd, wat het met elk proces doet, en welke taak erbij komt. */
const SIGNALEN: readonly { signaal: string; inhoud: Record<string, unknown>; gevolg: Gevolg; erbij: string | undefined }[] = [
  { signaal: 'verzuim-gestopt', inhoud: { datumVolledigTerug: '2025-11-17' }, gevolg: SLUIT, erbij: 'KT-18' },
  { signaal: 'leerling-uitgeschreven', inhoud: { nieuweSchool: 'De Sprong', ingeschrevenOp: '2025-11-17', volledigNaarSchool: 'ja' }, gevolg: SLUIT, erbij: 'KT-18' },
  { signaal: 'ontheffing-verleend', inhoud: { ingangsdatum: '2025-11-17' }, gevolg: SLUIT, erbij: 'KT-18' },
  { signaal: 'ouders-werken-niet-mee', inhoud: { oudersSituatie: { signaalType: 'GEEN_REACTIE_GESPREK', aantalPogingen: 1, afsprakenOpgevolgd: 'JA' } }, gevolg: ALLES_BLIJFT, erbij: 'X-02h' },
  { signaal: 'toestemming-ingetrokken', inhoud: { toestemmingVoor: 'alles' }, gevolg: { ...ALLES_BLIJFT, 'jgz-aanmelding': 'stopt' }, erbij: undefined },
  { signaal: 'woongemeente-gewijzigd', inhoud: { nieuweGemeente: 'Papendrecht' }, gevolg: ALLES_BLIJFT, erbij: undefined },
  { signaal: 'doorzettingsbesluit', inhoud: { dzm: { status: 'DOORZETTINGSBESLUIT', bestemming: 'SO De Boei', ingangsdatum: '2025-12-01' } }, gevolg: ALLES_BLIJFT, erbij: 'CA-06-2' },
  { signaal: 'nergens-ingeschreven', inhoud: { uitgeschrevenOp: '2025-11-17' }, gevolg: ALLES_BLIJFT, erbij: 'X-12' },
];

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

/** Een casus in de vier weken, waarin elk van de processen een taak open heeft. */
async function overalBezig(): Promise<Casusverloop> {
  await proef.zetKlok('2025-10-31T15:00');
  const casus = await proef.meldAan(startForm({ signaalDatumSignaal: '2025-10-20', verzuimRegels: [] }));
  await casus.bericht('verzuimstand', stand('2025-10-31', metTwijfel(ziek(['2025-10-27', '2025-10-28', '2025-10-29', '2025-10-30']))), '2025-10-31T16:00');
  await spreekOuders(casus, '2025-11-03');
  await casus.doe('KT-08a', example('onderwijsaanbod-4wk', { startDatum: '2025-11-05', minderUrenDanVerplicht: 'ja', av1Gewenst: true }), '2025-11-05T10:00');
  await casus.doe('KT-08b', example('belemmeringsanalyse', { twijfel: false, maatwerkOndervangt: 'JA', ozaMogelijk: 'NEE', wegNaarJeugdhulp: 'JA' }));
  for (const vraag of ['vrijstelling-overwogen', 'cce-gewenst', 'vraag-leerplicht', 'jgz-aanmelding']) await casus.bericht(vraag, { signaalDatum: '2025-11-06' });
  await proef.zetKlok('2025-11-10T10:00');
  expect(casus.teDoen()).toEqual(expect.arrayContaining(Object.values(PROCESSEN)));
  return casus;
}

const groepen = async (casus: Casusverloop, stap: string) => (await casus.taak(stap)).groepen.join();

describe.each(SIGNALEN)('$signaal', ({ signaal, inhoud, gevolg, erbij }) => {
  test('doet met elk proces wat ervan verwacht wordt', async () => {
    const casus = await overalBezig();
    await casus.bericht(signaal, { signaalDatum: '2025-11-17', ...inhoud }, '2025-11-17T10:00');
    const open = casus.teDoen();
    expect(Object.fromEntries(Object.entries(PROCESSEN).map(([proces, stap]) => [proces, open.includes(stap) ? 'blijft' : 'stopt']))).toEqual(gevolg);
    if (erbij) expect(open).toContain(erbij);
    if (signaal === 'woongemeente-gewijzigd') {
      await casus.doe('CA-02-1', example('duo-verzuimmelding', { gronden: ['ESCALATIE_THUIS'], periodeVan: '2025-11-03', periodeTot: '2025-11-03', urenOngeoorloofd: 0, aantalTeLaat: 0 }));
      expect(await groepen(casus, 'CA-02-5'), 'de ambtenaar van de nieuwe gemeente geeft de terugkoppeling').toContain('papendrecht');
    }
    expect(casus.incidenten()).toEqual([]);
  });
});

test('andere-school, met dezelfde regie: alles loopt door, met de mensen van de nieuwe school; wat over verzuim en uren daar gaat blijft bij de school van toen', async () => {
  // Een ander kind van die school, zodat het register haar kent.
  await proef.zetKlok('2025-10-31T14:00');
  await proef.meldAan(startForm({ leerlingRoepnaam: 'Sara', leerlingAchternaam: 'Bos', schoolNaam: 'OBS De Kade', schoolBrin: '30CD', directeurEmail: 'directeur@kade.example' }));
  await proef.cleanUp();
  const casus = await overalBezig();
  await proef.zetKlok('2025-11-17T10:00');
  await proef.start('casus-signaal', example('casus-signaal', {
    casusnummer: casus.variabele('casusnummer'), signaalType: 'andere-school', datum: '2025-11-17', datumVolledigTerug: undefined, nieuweSchool: 'OBS De Kade', nieuweSchoolBrin: '30CD',
    nieuwLeerlingnummer: 'NIEUW-3001', ingeschrevenOp: '2025-11-17', contactNaam: 'K. Nieuw', contactEmail: 'k.nieuw@kade.example', contactUserId: undefined,
  }));
  await proef.quiesce();
  const gevolg = Object.fromEntries(await Promise.all(Object.entries(PROCESSEN).map(async ([proces, stap]) => [proces, [...new Set((await groepen(casus, stap)).match(/(?<=-)(10AB|30CD)/g))].join(' en ') || 'SWV'])));
  expect(gevolg).toEqual({
    'vier-weken': 'SWV', 'consult-cce-bren': 'SWV',
    'plan-van-aanpak': '30CD', av1: '30CD', 'vrijstelling-ontheffing': '30CD', 'leerplicht-meedenken': '30CD', 'jgz-aanmelding': '30CD',
    'duo-verzuimmelding': '10AB', 'aanpassing-onderwijstijd': '10AB',
  });
  expect(casus.incidenten()).toEqual([]);
});
