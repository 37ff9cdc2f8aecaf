import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REGELS } from '../../domein/regels/controleer.ts';
import { werkKeuzelijstenBij } from '../../scripts/formulieren/keuzelijsten.ts';
import { metControles, metFormulieren, type Sjabloon } from '../../scripts/formulieren/sjablonen.ts';

const ROOT = join(import.meta.dirname, '../..');
const lees = (naam: string): Sjabloon => JSON.parse(readFileSync(join(ROOT, `bpmn/.camunda/element-templates/${naam}.json`), 'utf8')) as Sjabloon;
const formulieren = readdirSync(join(ROOT, 'forms')).map((bestand) => bestand.replace(/\.form$/, '')).sort();

test('de lijsten in Modeler zijn bij: npm run formulieren zou niets veranderen', () => {
  expect(metFormulieren(lees('gebruikerstaak'), formulieren)).toEqual(lees('gebruikerstaak'));
  expect(metControles(lees('invoer-controleren'), Object.keys(REGELS))).toEqual(lees('invoer-controleren'));
});

test('elke lijst is bij: npm run formulieren zou niets veranderen', () => {
  const dir = mkdtempSync(join(tmpdir(), 'routeboek-sjablonen-'));
  try {
    cpSync(join(ROOT, 'bpmn/.camunda/element-templates'), dir, { recursive: true });
    expect(werkKeuzelijstenBij(dir)).toEqual([]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('elke melding, termijn en elk formulier is te kiezen, ook de combinaties en berekeningen die de modellen nu hebben', () => {
  const keuzes = (naam: string, id: string): string[] => lees(naam).properties.find((p) => p.id === id)!.choices!.map(({ value }) => value);
  const mails = readdirSync(join(ROOT, 'koppelingen/mail/meldingen')).map((bestand) => bestand.replace(/\.md$/, '')).filter((naam) => /^N-\d+[a-z]?$/.test(naam));
  expect(keuzes('melding-versturen', 'kop-meldingen')).toEqual(expect.arrayContaining([...mails, 'N-02,N-03']));
  expect(keuzes('meldcode-vastleggen', 'kop-meldingen')).toEqual(expect.arrayContaining(['', ...mails]));
  expect(keuzes('termijn-berekenen', 'invoer-stap')).toEqual(expect.arrayContaining(['="KT-05"', '="vierweken"', '="evaluatie-" + plan.evaluatieFrequentie']));
  for (const [naam, id] of [['casus-afsluiten', 'notitie'], ['lvs-registreren', 'gesprek'], ['casus-lezen', 'laatste']] as const) expect(keuzes(naam, id), naam).toEqual(expect.arrayContaining(formulieren));
});

test('een nieuw formulier staat in de lijst, met zijn naam als verborgen invoer, en de andere houden hun eigen naam', () => {
  const nieuw = metFormulieren(lees('gebruikerstaak'), [...formulieren, 'zorgen-delen']);
  const keuzes = nieuw.properties.find((p) => p.binding.property === 'formId')!.choices!;
  expect(keuzes.at(-1)).toEqual({ name: 'Zorgen delen', value: 'zorgen-delen' });
  expect(keuzes.find((k) => k.value === 'duo-verzuimmelding')!.name).toBe('DUO verzuimmelding');
  expect(nieuw.properties.filter((p) => p.binding.name === 'formulier').at(-1)).toMatchObject({ value: '="zorgen-delen"', condition: { property: 'formulier', equals: 'zorgen-delen' } });
});
