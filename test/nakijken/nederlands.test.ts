import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formulierzin } from '../../nakijken/formulieren/camunda-linter.ts';
import { regelsVan } from '../../nakijken/modellen/bpmnlint.ts';
import { inNederlands } from '../../nakijken/modellen/nederlands.ts';
import { dmnzin } from '../../nakijken/tabellen/afspraken.ts';

const eis = createRequire(import.meta.url);
const map = (pakket: string, deel: string): string => join(dirname(eis.resolve(`${pakket}/package.json`)), deel);
/** De zinnen die een regel letterlijk meldt, uit haar bron. */
const zinnen = (bestand: string): string[] => [...readFileSync(bestand, 'utf8').matchAll(/report\(\s*[^,]+,\s*(?:type \+ )?(['`])((?:(?!\1).)+)\1/g)].map(([, , zin]) => (zin as string).trim());

describe('wat een lint van bpmn.io in het Engels zegt, leest de proceseigenaar in het Nederlands', () => {
  test('elke zin van bpmnlint heeft een eigen vertaling', async () => {
    const aan = (await regelsVan('8-9')).map(({ name }) => name).filter((naam) => !naam.includes('/'));
    const geen = aan.flatMap((regel) => zinnen(join(map('bpmnlint', 'rules'), `${regel}.js`)).map((message) => ({ regel, message: message.replaceAll(/\$\{[^}]*\}/g, 'catch') })))
      .filter((melding) => inNederlands({ ...melding, id: 'x' }).startsWith('Camunda aanvaardt'));
    expect(geen).toEqual([]);
    expect(aan.length).toBeGreaterThan(20);
  });

  test('elke reden van Camunda ook, behalve die over kunstmatige hulpen en geheimen: die kent Routeboek niet', () => {
    const { ERROR_TYPES } = eis('bpmnlint-plugin-camunda-compat/rules/utils/error-types') as { ERROR_TYPES: Record<string, string> };
    const geen = Object.values(ERROR_TYPES).filter((type) => !/agent|secret/i.test(type) && inNederlands({ regel: 'camunda-compat/x', id: 'x', message: 'y', data: { type } }).startsWith('Camunda aanvaardt'));
    expect(geen).toEqual([]);
  });

  test('en wat hier nog niemand kent wordt ook een Nederlandse zin', () => {
    const vreemd = 'Something completely new';
    for (const zin of [inNederlands({ regel: 'camunda-compat/nieuw', id: 'x', message: vreemd }), formulierzin({ message: vreemd }), dmnzin(vreemd)]) expect(zin).not.toContain(vreemd);
  });

  test('dmnlint en de formulierlinter', () => {
    for (const bestand of readdirSync(map('dmnlint', 'rules')).filter((naam) => naam !== 'helper.js')) for (const zin of zinnen(join(map('dmnlint', 'rules'), bestand))) expect(dmnzin(zin)).not.toMatch(/^Dit onderdeel van de tekening/);
    expect(formulierzin({ message: 'A <Filepicker> is not supported by Camunda Platform 8.6' })).toBe('Gebruik een ander soort onderdeel: Filepicker kent Camunda 8.6 niet');
  });
});
