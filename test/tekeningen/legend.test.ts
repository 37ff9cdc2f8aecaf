import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { metLegend } from '../../scripts/tekeningen/legend.ts';
import { leesRolKleuren } from '../../scripts/tekeningen/rolkleuren.ts';
import { ROLLEN } from '../../domein/casus/rollen.ts';

const BPMN = join(import.meta.dirname, '../../bpmn');
const { groepen, rollen } = leesRolKleuren(BPMN);
const blad = (breedte: number, inhoud: string): string => `<svg width="${breedte}" height="100" viewBox="10 20 ${breedte} 100" version="1.1">${inhoud}</svg>`;
const vlak = (rgb: string): string => `<rect style="fill: rgb(${rgb});"/>`;
const SCHOOL = vlak('162, 214, 243');
const BRUGPLAATS = vlak('251, 248, 208');

test('de legenda noemt alleen de groepen die op het blad staan, onder de tekening', () => {
  const svg = metLegend(blad(400, BRUGPLAATS + SCHOOL), Object.values(groepen));
  expect([...svg.matchAll(/<text [^>]*>([^<]*)</g)].map((m) => m[1])).toEqual(['School', 'Brugplaats']);
  expect(svg).toContain('width="400" height="128" viewBox="10 20 400 128"');
  expect([...svg.matchAll(/<text [^>]*y="(\d+)"/g)].map((m) => Number(m[1]))).toEqual([140, 140]);
});

test('op een smal blad staat de legenda in regels onder elkaar', () => {
  const svg = metLegend(blad(120, BRUGPLAATS + SCHOOL), Object.values(groepen));
  expect([...svg.matchAll(/<text x="(\d+)" y="(\d+)"/g)].map((m) => [Number(m[1]), Number(m[2])])).toEqual([[40, 140], [40, 160]]);
});

test('zonder kleur op het blad blijft de tekening zoals zij was', () => {
  expect(metLegend(blad(400, vlak('255, 255, 255')), Object.values(groepen))).toBe(blad(400, vlak('255, 255, 255')));
});

const helderheid = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

test.each(Object.entries(groepen))('de tekst van een taak is op de kleur van %s goed te lezen', (_, { fill, stroke }) => {
  // bpmn-js schrijft de naam van een gekleurde taak in de kleur van de rand; WCAG AAA vraagt 7:1
  expect((helderheid(fill) + 0.05) / (helderheid(stroke) + 0.05)).toBeGreaterThanOrEqual(7);
  expect(new Set(Object.values(groepen).flatMap((g) => [g.fill, g.stroke])).size).toBe(2 * Object.keys(groepen).length);
});

test('elke rol van een taak of van een casus heeft een kleur', () => {
  const inModellen = readdirSync(BPMN).filter((b) => b.endsWith('.bpmn')).flatMap((b) => [...readFileSync(join(BPMN, b), 'utf8').matchAll(/source="=&#34;([^&"]+)&#34;" target="rol"/g)].map((m) => m[1]!));
  const zonder = [...new Set([...inModellen, ...ROLLEN.map((r) => r.rol)])].filter((rol) => !groepen[rollen[rol] ?? '']);
  expect(zonder, 'zet de rol in bpmn/rolkleuren.json').toEqual([]);
});
