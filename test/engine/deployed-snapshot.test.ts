import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rememberDeployment, compareWithPrevious } from '../../engine/deployed-snapshot.ts';
import { readModels } from '../../engine/deploy.ts';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'routeboek-uitrol-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('de eerste keer en zonder wijziging is er niets te melden', async () => {
  const models = await readModels();
  expect(await compareWithPrevious(dir, models)).toEqual([]);
  await rememberDeployment(dir, models);
  expect(await compareWithPrevious(dir, models)).toEqual([]);
});

test('een hernoemde stap en een gewijzigd formulier staan er in gewone woorden', async () => {
  const models = await readModels();
  await rememberDeployment(dir, models);
  const nieuw = models.map(({ name, content }) => ({
    name,
    content: Buffer.from(name === 'kernteam.bpmn' ? content.toString().replace('name="Regisseurs voorstellen"', 'name="Twee regisseurs voorstellen"') : name === 'gesprek-ouders.form' ? `${content.toString()} ` : content),
  }));
  const lines = await compareWithPrevious(dir, [...nieuw, { name: 'extra.dmn', content: Buffer.from('') }]);
  expect(lines).toEqual(['kernteam.bpmn: stap "Twee regisseurs voorstellen" gewijzigd', 'gesprek-ouders.form: gewijzigd', 'extra.dmn: nieuw']);
});
