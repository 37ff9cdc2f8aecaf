import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readModels } from '../../engine/deploy.ts';
import { makeRest } from '../../engine/rest.ts';
import { makeUserTasks } from '../../engine/user-tasks.ts';
import { example } from './helpers/example.ts';
import { stand, ziek } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { meldingenVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';

let proef: Proef;
beforeAll(async () => {
  // Een eerdere test kan de klok van de engine al verder hebben gezet; de dagelijkse ronde is dan pas na die dag weer aan de beurt.
  // Een nieuwe versie van het model begint te tellen op de klok van deze test.
  proef = await Proef.start((await readModels()).map((file) => (file.name === 'klok-van-het-kind.bpmn' ? { ...file, content: Buffer.concat([file.content, Buffer.from('<!-- opnieuw uitgerold -->\n')]) } : file)));
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

test('de prioriteit van een taak volgt de klok van het kind op het moment dat zij ontstaat (errata §3)', async () => {
  await proef.zetKlok('2025-09-08T09:00');
  const casus = await proef.meldAan(startForm());
  expect((await casus.taak('KT-01a')).prioriteit, 'nog niet thuis').toBe(40);

  await casus.bericht('verzuimstand', stand('2025-09-12', ziek(['2025-09-08', '2025-09-09', '2025-09-10', '2025-09-11'])), '2025-09-12T16:00');
  expect((await casus.taak('KT-07a')).prioriteit, 'net thuis').toBe(60);
  const [taak] = casus.openTaken().filter((t) => t.elementId === 'vooroverleg');
  expect(proef.beeld.variable('klok', taak!.elementInstance)).toMatchObject({
    thuisSinds: '2025-09-08', tekst: 'Thuis sinds 8 september 2025: 4 dagen. Over 24 dagen: 4 weken thuis (6 oktober 2025).',
  });

  await casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-10-06', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' }), '2025-10-07T10:00');
  expect((await casus.taak('KT-01b')).prioriteit, 'langer dan vier weken thuis').toBe(75);

  await proef.zetKlok('2025-11-03T08:30');
  // De dagelijkse ronde is een eigen proces; wat zij verstuurt komt kort na het tijdstip.
  const klok = async () => [...new Set((await meldingenVan(proef, casus.casusId)).filter((melding) => melding.startsWith('N-6')))];
  await expect.poll(klok, { timeout: 90_000, message: 'acht weken thuis, midden in stap 1: wie erover gaat hoort het' }).toEqual(['N-61']);

  // De taak lag er al en was 75; de ronde maakt haar dringender, op de engine zelf.
  const prioriteit = () => casus.taak('KT-01b').then((taak) => taak.prioriteit);
  await expect.poll(prioriteit, { timeout: 90_000, message: 'na acht weken thuis is ook een taak die al openstond dringender' }).toBe(90);
  const { key, groepen } = await casus.taak('KT-01b');
  await makeUserTasks(makeRest({ grpcAddress: '', restAddress: proef.adressen.rest })).changeGroups(key, [...groepen, 'waarnemer']);
  await expect.poll(() => casus.taak('KT-01b').then((taak) => taak.groepen), { timeout: 90_000 }).toContain('waarnemer');
  expect(await prioriteit(), 'een andere groep verandert de prioriteit niet').toBe(90);
  expect(casus.incidenten()).toEqual([]);
});
