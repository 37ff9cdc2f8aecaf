import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metTermijnteksten } from '../../scripts/lint/termijnteksten.ts';

const PLUGIN = join(import.meta.dirname, '../../lint/bpmnlint-plugin-routeboek');
const { termijnTekst, readTermijnen } = createRequire(import.meta.url)(join(PLUGIN, 'lib/termijnen.js')) as {
  termijnTekst: (rij: object) => string;
  readTermijnen: (xml: string) => object[];
};
const rij = (stap: string, aantal: number) => ({ stap, soort: 'uiterlijk', aantal, eenheid: 'schooldagen', tijdstip: '17:00' });

describe('een termijn in woorden', () => {
  it.each([
    [5, 'schooldagen', '17:00', '5 schooldagen'],
    [1, 'schooldagen', '17:00', '1 schooldag'],
    [1, 'schoolweken', '17:00', '1 schoolweek'],
    [7, 'kalenderdagen', '09:00', '7 kalenderdagen 09:00'],
    [0, 'schooldagen', '17:00', 'vandaag 17:00'],
    [4, 'schoolweken', null, '4 schoolweken'],
  ])('%s %s %s', (aantal, eenheid, tijdstip, tekst) => {
    expect(termijnTekst({ aantal, eenheid, tijdstip })).toBe(tekst);
  });

  it('leest de tabel, ook een regel voor meer stappen', () => {
    const rijen = readTermijnen(readFileSync(join(PLUGIN, '../../bpmn/termijnen.dmn'), 'utf8').replace('"KT-05"', '"KT-05","GK-04"'));
    expect(rijen).toContainEqual(expect.objectContaining(rij('KT-05', 3)));
    expect(rijen).toContainEqual(expect.objectContaining(rij('GK-04', 3)));
  });
});

describe('npm run termijnteksten', () => {
  const model = readFileSync(join(PLUGIN, 'docs/rules/examples/termijn-bij-taak/goed.bpmn'), 'utf8');
  const tabel = (kt: number, x: number) => [
    rij('KT-01b', 5), rij('KT-06', kt), rij('X-11', x), { stap: 'vierweken', soort: 'perspectiefDeadline', aantal: 28, eenheid: 'kalenderdagen', tijdstip: '17:00' },
  ];

  it('verandert niets als de tabel niet veranderde', async () => {
    expect(await metTermijnteksten(model)).toEqual({ xml: model, wijzigingen: [] });
  });

  it('verandert alleen de tekst van de termijn die veranderde', async () => {
    const { xml, wijzigingen } = await metTermijnteksten(model, tabel(4, 4));
    expect(wijzigingen).toEqual([{ taak: 'regie', van: '3 schooldagen', naar: '4 schooldagen' }]);
    expect(xml).toBe(model.replace('<bpmn:text>3 schooldagen</bpmn:text>', '<bpmn:text>4 schooldagen</bpmn:text>'));
  });

  it('noemt de stap als een route twee termijnen heeft, en vindt haar daarna terug', async () => {
    const { xml } = await metTermijnteksten(model.replace('KT-06 X-11', 'KT-06 KT-01b'), tabel(3, 1));
    const van = 'KT-06: 3 schooldagen, KT-01b: 5 schooldagen';
    expect(xml).toContain(`<bpmn:text>${van}</bpmn:text>`);
    expect((await metTermijnteksten(xml, tabel(5, 1))).wijzigingen).toEqual([{ taak: 'regie', van, naar: '5 schooldagen' }]);
  });

  it('noemt de termijn per route als die verschilt, en vindt haar daarna terug', async () => {
    const { xml } = await metTermijnteksten(model, tabel(3, 1));
    expect(xml).toContain('<bpmn:text>KT: 3 schooldagen, X: 1 schooldag</bpmn:text>');
    expect((await metTermijnteksten(xml, tabel(3, 3))).xml).toBe(model);
  });
});
