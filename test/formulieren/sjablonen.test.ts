import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REGELS } from '../../domein/regels/controleer.ts';
import { metControles, metFormulieren, type Sjabloon } from '../../scripts/formulieren/sjablonen.ts';

const ROOT = join(import.meta.dirname, '../..');
const lees = (naam: string): Sjabloon => JSON.parse(readFileSync(join(ROOT, `bpmn/.camunda/element-templates/${naam}.json`), 'utf8')) as Sjabloon;
const formulieren = readdirSync(join(ROOT, 'forms')).map((bestand) => bestand.replace(/\.form$/, '')).sort();

test('de lijsten in Modeler zijn bij: npm run formulieren zou niets veranderen', () => {
  expect(metFormulieren(lees('gebruikerstaak'), formulieren)).toEqual(lees('gebruikerstaak'));
  expect(metControles(lees('invoer-controleren'), Object.keys(REGELS))).toEqual(lees('invoer-controleren'));
});

test('een nieuw formulier staat in de lijst, met zijn naam als verborgen invoer, en de andere houden hun eigen naam', () => {
  const nieuw = metFormulieren(lees('gebruikerstaak'), [...formulieren, 'zorgen-delen']);
  const keuzes = nieuw.properties.find((p) => p.binding.property === 'formId')!.choices!;
  expect(keuzes.at(-1)).toEqual({ name: 'Zorgen delen', value: 'zorgen-delen' });
  expect(keuzes.find((k) => k.value === 'duo-verzuimmelding')!.name).toBe('DUO verzuimmelding');
  expect(nieuw.properties.at(-1)).toMatchObject({ value: '="zorgen-delen"', condition: { property: 'formulier', equals: 'zorgen-delen' } });
});
