import { expect, test } from 'vitest';
import { bestandsnaam } from '../../../beheer/export/bestandsnaam.ts';

test('de naam zegt waarover, welk filter en welke dag', () => {
  expect(bestandsnaam(['kernteam', 'schooljaar-2025-2026', 'school-10AB'], '2026-02-20', 'xlsx')).toBe('routeboek_kernteam_schooljaar-2025-2026_school-10AB_2026-02-20.xlsx');
});

test('niets uit een filter treedt buiten de naam', () => {
  expect(bestandsnaam(['kernteam', 'bestuur-Stichting "Één"; filename=x.exe\r\n../..'], '2026-02-20', 'csv')).toBe('routeboek_kernteam_bestuur-Stichting-Een-filename-x-exe_2026-02-20.csv');
  expect(bestandsnaam(['x'.repeat(500)], '2026-02-20', 'csv').length).toBeLessThan(140);
});
