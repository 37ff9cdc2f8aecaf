import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { example } from './helpers/example.ts';
import { Proef } from './helpers/proef.ts';
import { registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

test('KT-05: een bestuur dat niet akkoord gaat houdt de eerste einddatum, en de sectordirecteur hoort het op de dag die er al stond', async () => {
  await proef.zetKlok('2025-09-08T09:00');
  const casus = await proef.meldAan(startForm());
  await casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-09', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee', zorgenToelichting: undefined }), '2025-09-09T10:00');
  await casus.doe('KT-01b', example('bespreking-team', { datum: '2025-09-11', otNodig: 'nee', otVorm: undefined }), '2025-09-11T10:00');
  await casus.doe('KT-02', example('verzuimstand', { peildatum: '2025-09-11', regels: [], teLaat: [], tweeWekenGroteMoeite: false, verzuimGestopt: undefined }), '2025-09-11T11:00');
  await casus.doe('KT-03', example('regisseurs-voorstel', { overlegDatum: '2025-09-12' }), '2025-09-12T09:00');
  const aanwijzing = (akkoordBekostiging: string) => example('aanwijzing-regisseur-bestuur', { akkoordMetVoorstel: 'ja', akkoordBekostiging, startDatum: '2025-09-15' });

  expect((await casus.taak('KT-05')).uiterlijk).toMatch(/^2025-09-17T17:00/);
  await casus.doe('KT-05', aanwijzing('nee'), '2025-09-17T16:00');
  expect((await casus.taak('KT-05')).uiterlijk, 'na de eerste weigering').toMatch(/^2025-09-17T17:00/);
  await casus.doe('KT-05', aanwijzing('nee'), '2025-09-19T16:00');
  expect((await casus.taak('KT-05')).uiterlijk, 'na de tweede weigering').toMatch(/^2025-09-17T17:00/);

  const opgeschaald = async () => (await registerVan(proef, casus.casusId)).post.filter((p) => p.melding === 'N-11b').map((p) => p.aanRol);
  expect(await opgeschaald()).toEqual([]);
  await proef.zetKlok('2025-09-19T17:00');
  expect(await opgeschaald()).toEqual(['sectordirecteur-swv']);
  await casus.doe('KT-05', aanwijzing('ja'), '2025-09-22T10:00');
  expect(casus.incidenten()).toEqual([]);
});
