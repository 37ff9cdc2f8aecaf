import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rememberDeployment, compareWithPrevious } from '../../engine/deployed-snapshot.ts';
import { makeUitgerold } from '../../domein/regels/uitgerold.ts';
import { readModels } from '../../engine/deploy.ts';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'routeboek-uitrol-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('de eerste keer en zonder wijziging is er niets te melden', async () => {
  const models = await readModels();
  expect(await compareWithPrevious(dir, models)).toEqual([]);
  await rememberDeployment(dir, models, []);
  expect(await compareWithPrevious(dir, models)).toEqual([]);
});

test('een hernoemde stap en een gewijzigd formulier staan er in gewone woorden', async () => {
  const models = await readModels();
  await rememberDeployment(dir, models, []);
  const nieuw = models.map(({ name, content }) => ({
    name,
    content: Buffer.from(name === 'kernteam.bpmn' ? content.toString().replace('name="Regisseurs voorstellen"', 'name="Twee regisseurs voorstellen"') : name === 'gesprek-ouders.form' ? `${content.toString()} ` : content),
  }));
  const lines = await compareWithPrevious(dir, [...nieuw, { name: 'extra.dmn', content: Buffer.from('') }]);
  expect(lines).toEqual(['kernteam.bpmn: stap "Twee regisseurs voorstellen" gewijzigd', 'gesprek-ouders.form: gewijzigd', 'extra.dmn: nieuw']);
});

test('de controle leest het formulier dat is uitgerold, en weet welke versie van een proces de nieuwste is', async () => {
  const models = (await readModels()).map(({ name, content }) => ({ name, content: name === 'bren.form' ? Buffer.from('{"components":[{"type":"textfield","key":"nieuw"}]}') : content }));
  await rememberDeployment(dir, models, [{ kind: 'proces', id: 'kernteam', version: 3, key: '1' }, { kind: 'formulier', id: 'bren', version: 9, key: '2' }]);
  const uitgerold = makeUitgerold(dir);
  expect(await uitgerold.formulier('bren')).toEqual([{ type: 'textfield', key: 'nieuw' }]);
  expect(await uitgerold.formulier('bestaat-niet')).toBeUndefined();
  expect(await uitgerold.formulier('../kernteam')).toBeUndefined();
  expect([await uitgerold.isNieuwste('kernteam', 2), await uitgerold.isNieuwste('kernteam', 3), await uitgerold.isNieuwste('casus', 1)]).toEqual([false, true, true]);
});
