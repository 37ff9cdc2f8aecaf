import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readModels } from '../../engine/deploy.ts';
import { startForm } from './helpers/start-form.ts';
import { Proef } from './helpers/proef.ts';

let proef: Proef;
beforeAll(async () => {
  // Een eerdere test kan de klok al verder hebben gezet; een nieuwe versie van het model telt vanaf de klok van deze test.
  proef = await Proef.start((await readModels()).map((file) => (file.name === 'maandmail.bpmn' ? { ...file, content: Buffer.concat([file.content, Buffer.from('<!-- opnieuw uitgerold -->\n')]) } : file)));
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

/** Over welke maanden er een mail is, in volgorde. */
const maanden = async () => (await proef.register.db.selectFrom('uitgaand').select('onderwerp').where('melding', '=', 'N-93').orderBy('id').execute()).map(({ onderwerp }) => onderwerp.replace('Thuiszitters en routes: de cijfers van ', ''));
const wacht = (verwacht: string[]) => expect.poll(maanden, { timeout: 90_000 }).toEqual(verwacht);

test('op de eerste van de maand krijgt het management de cijfers van de maand ervoor; was de engine er toen niet, dan later alsnog', async () => {
  await proef.zetKlok('2025-09-15T09:00');
  await wacht(['augustus 2025']);
  const casus = await proef.meldAan(startForm());
  await proef.zetKlok('2025-10-01T09:30');
  await wacht(['augustus 2025', 'september 2025']);
  await proef.zetKlok('2025-11-01T08:30');
  expect(await maanden(), 'nog niet vóór negen uur').toHaveLength(2);
  await proef.zetKlok('2025-11-01T09:30');
  await wacht(['augustus 2025', 'september 2025', 'oktober 2025']);
  const [, mail] = await proef.register.db.selectFrom('uitgaand').select(['adres', 'casusId', 'tekst']).where('melding', '=', 'N-93').orderBy('id').execute();
  expect(mail).toMatchObject({ adres: 'swv-management@example.org', casusId: null });
  expect(mail!.tekst).toContain('- aangemeld: minder dan vijf; in augustus 2025 0');
  expect(casus.incidenten()).toEqual([]);
});
