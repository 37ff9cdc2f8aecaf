import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Casusverloop } from './helpers/casusverloop.ts';
import { example } from './helpers/example.ts';
import { Proef } from './helpers/proef.ts';
import { startForm } from './helpers/start-form.ts';

/** Wat er na het besluit en na de vier weken gebeurt, los gestart bij een casus die echt in het register staat. */
let proef: Proef;
let casus: Casusverloop;
beforeAll(async () => void (proef = await Proef.start()));
beforeEach(async () => {
  await proef.zetKlok('2025-09-08T09:00');
  casus = await proef.meldAan(startForm());
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

const MEE = ['casusId', 'casusnummer', 'route', 'leerling', 'leerlingStatus', 'school', 'groepen', 'personen', 'signaal'];
async function roepAan(proces: string, extra: Record<string, unknown>): Promise<Casusverloop> {
  const instantie = await proef.start(proces, { ...Object.fromEntries(MEE.map((naam) => [naam, casus.variabele(naam)])), ...extra });
  await proef.quiesce();
  return new Casusverloop(proef, instantie);
}

test('eigen school met arrangement: vier weken na de start kijken de regisseurs of het werkt; past het niet, dan gaat de route terug naar het besluit', async () => {
  const verloop = await roepAan('soepele-overstap', { perspectief: { aanbodplek: 'EIGEN_SCHOOL_MET_ARRANGEMENT', besprokenInOT: true, wachttijdWeken: 0 }, otBespreking: null, dzm: null, brug: null, aanbod4wk: null });
  await verloop.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'OBS De Wilgenbrug', bestemmingType: 'EIGEN_SCHOOL', geplandeStart: '2025-09-15', besprokenInOT: true, ingeschrevenOp: undefined }));
  expect(verloop.loopt()).toBe(true);
  await proef.zetKlok('2025-10-12T12:00');
  expect(verloop.teDoen()).toEqual([]);
  await proef.zetKlok('2025-10-13T12:00');
  expect((await verloop.taak('CA-06-8')).groepen).toEqual(expect.arrayContaining(['regisseur-swv']));
  await verloop.doe('CA-06-8', example('arrangement-evalueren', { verder: 'OPNIEUW_BEPALEN' }));
  await verloop.afgelopen();
  expect(verloop.variabele('overstap')).toMatchObject({ terugNaarBesluit: true });
  expect(verloop.incidenten()).toEqual([]);
});

test('extra maatwerk: daalt de lijn en lukt het partnerschap niet, dan komt er hulp én een bespreking in het OT; geen van beide wacht op de ander', async () => {
  const verloop = await roepAan('maatwerk-herwegen', { monitoring: null, sectoradvies: null });
  await verloop.doe('KT-13b', example('herweging-maatwerk', { lijn: 'DALEND', partnerschap: 'ONVOLDOENDE', maatwerkOndervangt: 'JA', afwijkenBesluit: undefined, motivering: undefined }));
  expect(verloop.teDoen()).toEqual(['KT-13c', 'KT-14o']);
  await verloop.doe('KT-13c', example('inzet-maatwerk', { vanDatum: '2025-09-09', totDatum: '2025-09-30' }));
  await verloop.doe('KT-14o', example('ot-bespreking', { datum: '2025-09-08', otVorm: 'BREED' }));
  await verloop.afgelopen();
  expect(verloop.incidenten()).toEqual([]);
});

test('eindigt de route, dan houdt niets dat ernaast nog openstaat het sluiten op', async () => {
  await casus.bericht('vraag-leerplicht', { signaalDatum: '2025-09-08' });
  await casus.bericht('jgz-aanmelding', { signaalDatum: '2025-09-08' });
  await casus.bericht('vrijstelling-overwogen', { signaalDatum: '2025-09-08' });
  await casus.bericht('aot-nodig', { signaalDatum: '2025-09-08' });
  expect(casus.teDoen()).toEqual(['CA-03-1', 'CA-14-1', 'JG-01', 'KT-01a', 'VR-hand']);
  await casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-09', verzuimGestopt: 'ja', datumVolledigTerug: '2025-09-09', zorgenVeiligheid: 'nee' }), '2025-09-09T10:00');
  // De aanpassing van de onderwijstijd is een eigen proces: zij loopt door en houdt niets op. De rest vervalt, zoals bij elk einde van een casus.
  expect(casus.teDoen()).toEqual(['CA-03-1']);
  expect(casus.afgebroken()).toEqual(expect.arrayContaining(['CA-14-1', 'JG-01', 'VR-hand']));
  await casus.afgelopen();
  expect(casus.incidenten()).toEqual([]);
});
