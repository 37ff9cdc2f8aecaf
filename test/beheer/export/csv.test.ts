import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import { tabelAlsCsv } from '../../../beheer/export/csv.ts';
import { VOORBEELD } from './voorbeeld.ts';

const csv = tabelAlsCsv(VOORBEELD);
const rijen = parseCsv(csv, { delimiter: ';' }) as string[][];
const kop = rijen.findIndex((rij) => rij[0] === 'Onderdeel');

test('voor een Nederlands Excel: BOM, puntkomma, regels met CR LF, geen sep=', () => {
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv).not.toMatch(/sep=/);
  expect(csv).toContain('Onderdeel;Nu: kinderen;Aandeel;Mediaan;Dag\r\n');
});

test('boven de tabel: waarover, welk filter, wanneer gemeten en wat de tekens betekenen', () => {
  expect(csv.slice(1, csv.indexOf('\r\n'))).toBe('Proef & meer');
  expect(rijen.slice(1, kop)).toEqual(expect.arrayContaining([['Filter', 'schoolbestuur =1+1 & "De Brug"; groep 4'], ['Gemeten op', 'maandag 8 september 2025 om 09:00'], ['<5', expect.stringContaining('Eén tot en met vier')]]));
});

test('getallen met een komma, een negatief getal blijft een getal, wat niet getoond wordt staat er als tekst en wat er niet is blijft leeg', () => {
  expect(rijen.slice(kop + 1)).toEqual([
    ['\'=HYPERLINK("http://x.example")', '12', '24,8%', '3', '29-03-2026'],
    ["'@SUM(1)", '<5', 'niet getoond', '', ''],
    ['Zeg; "ja"\nen nee', '-7', '-10%', '2,5', '26-10-2025'],
    ['Gesprek één', '0', '100%', '0', '31-12-2025'],
  ]);
});
