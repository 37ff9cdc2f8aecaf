import { expect, test } from 'vitest';
import { parseJson } from '../../../workers/runtime/parse.ts';

test('wat in een formulier getypt is komt zonder onzichtbare tekens bij een werker, hoe diep het ook staat', () => {
  const raw = '{"naam": "Rene\\u0301\\u0000 \\u202ekwaad\\u200b", "rijen": [{"tekst": "half \\ud83d, heel 😀", "n": 2}], "regels": "een\\r\\ntwee\\tdrie"}';
  expect(parseJson(raw, 'variabelen')).toEqual({ naam: 'René kwaad', rijen: [{ tekst: 'half , heel 😀', n: 2 }], regels: 'een\ntwee\tdrie' });
});

test('gewone tekst blijft precies wat zij is', () => {
  const gewoon = { naam: "Jan 't Hooft", getal: 2.5, niets: null, ja: true };
  expect(parseJson(JSON.stringify(gewoon), 'variabelen')).toEqual(gewoon);
});
