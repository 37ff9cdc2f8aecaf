import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { modelFiles, readRefusal, readSnapshot, rememberDeployment, rememberRefusal, type OwnerFile } from '../../engine/deployed-snapshot.ts';
import { compareWithPrevious } from '../../wat-veranderde/compare-with-previous.ts';
import { makeUitgerold } from '../../domein/regels/uitgerold.ts';
import { uitrolIn } from '../../domein/uitgerold/uitrol.ts';
import { leesBestanden } from '../../nakijken/bestanden.ts';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'routeboek-uitrol-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const at = new Date('2026-11-12T08:14:00Z');
const files: readonly OwnerFile[] = await leesBestanden();
const anders = (pad: string, verander: (tekst: string) => string): OwnerFile[] => files.map((file) => (file.pad === pad ? { pad, inhoud: Buffer.from(verander(file.inhoud.toString())) } : file));

test('de eerste keer en zonder wijziging is er niets te melden', async () => {
  expect(await compareWithPrevious(await readSnapshot(dir), files)).toEqual([]);
  await rememberDeployment(dir, files, [], { checked: 'merk', at });
  expect(await compareWithPrevious(await readSnapshot(dir), files)).toEqual([]);
  expect(await readSnapshot(dir)).toMatchObject({ checked: 'merk', at });
});

test('een hernoemde stap en een gewijzigd formulier staan er in gewone woorden, en wat verdween ook', async () => {
  await rememberDeployment(dir, [...files, { pad: 'forms/oud.form', inhoud: Buffer.from('{}') }], [], { at });
  const nieuw = [
    ...anders('bpmn/kernteam.bpmn', (xml) => xml.replace('name="Regisseurs voorstellen"', 'name="Twee regisseurs voorstellen"')).map((file) => (file.pad === 'forms/gesprek-ouders.form' ? { ...file, inhoud: Buffer.from(`${file.inhoud.toString()} `) } : file)),
    { pad: 'bpmn/extra.dmn', inhoud: Buffer.from('') },
  ];
  expect(await compareWithPrevious(await readSnapshot(dir), nieuw)).toEqual(['naam van KT-03: "Regisseurs voorstellen" → "Twee regisseurs voorstellen"', 'formulier gesprek-ouders: alleen opmaak gewijzigd', 'nieuw: beslistabel extra', 'verwijderd: formulier oud']);
});

test('wie de vorige versie van Routeboek had, ziet wat er sinds zijn laatste uitrol veranderde', async () => {
  for (const { name, content } of modelFiles(files)) writeFileSync(join(dir, name), content);
  expect(await compareWithPrevious(await readSnapshot(dir), anders('bpmn/kernteam.bpmn', (xml) => xml.replace('name="Regisseurs voorstellen"', 'name="Anders"')))).toEqual([
    'naam van KT-03: "Regisseurs voorstellen" → "Anders"',
    // Mailteksten en kalender werden toen nog niet bewaard.
    ...files.filter(({ pad }) => !/[.](bpmn|dmn|form)$/.test(pad)).map(() => expect.stringMatching(/^nieuw: (mail N-|voet onder|\w+\.json$)/) as string),
  ]);
});

test('de controle leest het formulier dat is uitgerold, en weet welke versie van een proces de nieuwste is', async () => {
  await rememberDeployment(dir, anders('forms/bren.form', () => '{"components":[{"type":"textfield","key":"nieuw"}]}'), [{ kind: 'proces', id: 'kernteam', version: 3, key: '1' }, { kind: 'formulier', id: 'bren', version: 9, key: '2' }], { at });
  const uitgerold = makeUitgerold(uitrolIn(dir));
  expect(await uitgerold.formulier('bren')).toEqual([{ type: 'textfield', key: 'nieuw' }]);
  expect(await uitgerold.formulier('bestaat-niet')).toBeUndefined();
  expect(await uitgerold.formulier('../kernteam')).toBeUndefined();
  expect([await uitgerold.isNieuwste('kernteam', 2), await uitgerold.isNieuwste('kernteam', 3), await uitgerold.isNieuwste('casus', 1)]).toEqual([false, true, true]);
});

test('elke uitrol heeft een eigen map: wie uit de vorige leest, leest die tot het eind', async () => {
  await rememberDeployment(dir, files, [], { at });
  const uitrol = uitrolIn(dir);
  const eerste = uitrol.wortel();
  await rememberDeployment(dir, anders('forms/bren.form', () => '{"components":[]}'), [], { at });
  expect(uitrol.wortel().href).not.toBe(eerste.href);
  expect(existsSync(new URL('forms/bren.form', eerste))).toBe(true);
});

test('een geweigerde uitrol is te lezen tot er een lukt', async () => {
  expect(await readRefusal(dir)).toBeUndefined();
  await rememberRefusal(dir, ['bpmn/kernteam.bpmn  KT_05  Vul de groep in  (x)'], at);
  expect(await readRefusal(dir)).toEqual({ op: at.toISOString(), regels: ['bpmn/kernteam.bpmn  KT_05  Vul de groep in  (x)'] });
  await rememberDeployment(dir, files, [], { at });
  expect(await readRefusal(dir)).toBeUndefined();
});
