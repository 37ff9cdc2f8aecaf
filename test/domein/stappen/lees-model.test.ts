import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { makeFormulierlezer } from '../../../domein/logboek/formulier.ts';
import { modellenmap } from '../../../domein/stappen/lees-model.ts';
import { makeModelstappen } from '../../../domein/stappen/modelstappen.ts';

const dir = mkdtempSync(join(tmpdir(), 'routeboek-modellen-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const wortel = pathToFileURL(`${dir}/`);
const MODELLEN = modellenmap();
const opWindows = (tekst: string): string => `\uFEFF${tekst.replaceAll('\n', '\r\n')}`;

test('een model en een formulier die op Windows zijn bewaard, lezen als altijd', async () => {
  for (const naam of ['bpmn', 'forms']) mkdirSync(join(dir, naam));
  writeFileSync(join(dir, 'bpmn/casus.bpmn'), opWindows(readFileSync(new URL('casus.bpmn', MODELLEN), 'utf8')));
  writeFileSync(join(dir, 'forms/gesprek-ouders.form'), opWindows(readFileSync(new URL('../forms/gesprek-ouders.form', MODELLEN), 'utf8')));
  expect(await makeModelstappen(modellenmap(wortel))('casus', 'aanmelding_verbeteren')).toEqual(await makeModelstappen()('casus', 'aanmelding_verbeteren'));
  expect(await makeFormulierlezer({ wortel: () => wortel, versies: () => ({}) })('gesprek-ouders')).toEqual(await makeFormulierlezer()('gesprek-ouders'));
});

test('een taak noemt de rollen van haar groepen in die volgorde; berekent het model ze, dan niet', async () => {
  expect(await makeModelstappen()('leerplicht-meedenken', 'CA_14_4')).toMatchObject({ groepen: ['leerplichtambtenaar'] });
  expect(await makeModelstappen()('casus', 'aanmelding_verbeteren')).toMatchObject({ groepen: [] });
});
