import { expect, test } from 'vitest';
import { useCalledProcess } from './helpers/called.ts';
import { example } from './helpers/example.ts';
import { registerVan } from './helpers/register.ts';

/** Wat er na het besluit en na de vier weken gebeurt, los gestart bij een casus die echt in het register staat. */
const called = useCalledProcess();

test.each([
  ['kernteam', ['regisseurSwv', 'regisseurSchoolbestuur']],
  ['geen-kernteam', ['ibEr']],
] as const)('%s, eigen school met arrangement: vier weken na de start kijkt wie de regie heeft (%s) of het werkt; past het niet, dan gaat de route terug naar het besluit', async (route, regie) => {
  const groepen = called.casus.variabele('groepen') as Record<string, string>;
  const verloop = await called.roepAan('soepele-overstap', { route, perspectief: { aanbodplek: 'EIGEN_SCHOOL_MET_ARRANGEMENT', besprokenInOT: true, wachttijdWeken: 0 }, otBespreking: null, dzm: null, brug: null, aanbod4wk: null });
  await verloop.doe('CA-06-2', example('overdracht-overstap', { bestemmingSchool: 'OBS De Wilgenbrug', bestemmingType: 'EIGEN_SCHOOL', geplandeStart: '2025-09-15', besprokenInOT: true, ingeschrevenOp: undefined }));
  expect(verloop.loopt()).toBe(true);
  await called.proef.zetKlok('2025-10-12T12:00');
  expect(verloop.teDoen()).toEqual([]);
  await called.proef.zetKlok('2025-10-13T12:00');
  expect((await verloop.taak('CA-06-8')).groepen).toEqual(regie.map((rol) => groepen[rol]));
  await verloop.doe('CA-06-8', example('arrangement-evalueren', { verder: 'OPNIEUW_BEPALEN' }));
  await verloop.afgelopen();
  expect(verloop.variabele('overstap')).toMatchObject({ terugNaarBesluit: true });
  expect(verloop.incidenten()).toEqual([]);
});

test('errata §1.6: de nieuwe plek hoort zelf van de overdracht, zonder gegevens van de leerling; zonder e-mailadres doet de IB-er dat', async () => {
  const begin = { perspectief: { aanbodplek: 'SO', besprokenInOT: true, wachttijdWeken: 0 }, otBespreking: null, dzm: null, brug: null, aanbod4wk: null };
  const plan = (anders = {}) => example('overdracht-overstap', { bestemmingSchool: 'SO De Boei', bestemmingType: 'SO', geplandeStart: '2025-09-15', besprokenInOT: true, ingeschrevenOp: undefined, ...anders });
  const post = async () => (await registerVan(called.proef, called.casus.casusId)).post;
  const zonder = await called.roepAan('soepele-overstap', begin);
  await zonder.doe('CA-06-2', plan());
  expect((await post()).map((p) => p.melding)).not.toContain('N-82');
  expect((await post()).find((p) => p.melding === 'N-19')?.tekst).toContain('Laat de nieuwe plek weten');
  const met = await called.roepAan('soepele-overstap', begin);
  await met.doe('CA-06-2', plan({ contactpersoonBestemming: 'A. de Wit', emailBestemming: 'a.dewit@boei.example' }));
  const brief = (await post()).find((p) => p.melding === 'N-82');
  expect(brief).toMatchObject({ adres: 'a.dewit@boei.example', aanRol: 'nieuwe-plek' });
  expect(brief?.tekst).toContain('15 september 2025');
  expect(brief?.tekst).not.toMatch(/Uw taken|Milan/);
  expect((await post()).filter((p) => p.melding === 'N-19').map((p) => p.tekst).filter((tekst) => tekst.includes('De nieuwe plek heeft bericht gekregen'))).toHaveLength(1);
  expect(met.variabele('nieuwePlekBericht')).toBe(true);
  expect(met.incidenten()).toEqual([]);
});

test('extra maatwerk: daalt de lijn en lukt het partnerschap niet, dan komt er hulp én een bespreking in het OT; geen van beide wacht op de ander', async () => {
  const verloop = await called.roepAan('maatwerk-herwegen', { monitoring: null, sectoradvies: null });
  await verloop.doe('KT-13b', example('herweging-maatwerk', { lijn: 'DALEND', partnerschap: 'ONVOLDOENDE', maatwerkOndervangt: 'JA', afwijkenBesluit: undefined, motivering: undefined }));
  expect(verloop.teDoen()).toEqual(['KT-13c', 'OT-01']);
  await verloop.doe('KT-13c', example('inzet-maatwerk', { vanDatum: '2025-09-09', totDatum: '2025-09-30' }));
  await verloop.doe('OT-01', example('ot-plannen', { otOp: '2025-09-08' }));
  await verloop.doe('KT-14o', example('ot-bespreking', { datum: '2025-09-08', otVorm: 'BREED' }));
  await verloop.afgelopen();
  expect(verloop.incidenten()).toEqual([]);
});

test('eindigt de route, dan houdt niets dat ernaast nog openstaat het sluiten op', async () => {
  await called.casus.bericht('vraag-leerplicht', { signaalDatum: '2025-09-08' });
  await called.casus.bericht('jgz-aanmelding', { signaalDatum: '2025-09-08' });
  await called.casus.bericht('vrijstelling-overwogen', { signaalDatum: '2025-09-08' });
  await called.casus.bericht('aot-nodig', { signaalDatum: '2025-09-08' });
  expect(called.casus.teDoen()).toEqual(['CA-03-1', 'CA-14-1', 'JG-01', 'KT-01a', 'VR-01']);
  await called.casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-09', verzuimGestopt: 'ja', datumVolledigTerug: '2025-09-09', zorgenVeiligheid: 'nee' }), '2025-09-09T10:00');
  // De aanpassing van de onderwijstijd is een eigen proces: zij loopt door en houdt niets op. De rest vervalt, zoals bij elk einde van een casus.
  expect(called.casus.teDoen()).toEqual(['CA-03-1']);
  expect(called.casus.afgebroken()).toEqual(expect.arrayContaining(['CA-14-1', 'JG-01', 'VR-01']));
  await called.casus.afgelopen();
  expect(called.casus.incidenten()).toEqual([]);
});

test('is de contactpersoon al bekend, zoals bij een heropende casus, dan hoeft niemand hem aan te wijzen', async () => {
  const personen = { ...(called.casus.variabele('personen') as Record<string, string>), contactpersoonSwv: 'n.vanbeek' };
  const verloop = await called.roepAan('geen-kernteam', { route: 'geen-kernteam', personen });
  await verloop.taak('GK-01a');
  expect(verloop.pad()).toContain('ee_GK_00b');
  expect(verloop.teDoen()).toEqual(['GK-01a']);
});
