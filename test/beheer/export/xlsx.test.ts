import { readXlsx, type Workbook } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { tabelAlsXlsx } from '../../../beheer/export/xlsx.ts';
import { VOORBEELD } from './voorbeeld.ts';

// Gelezen met een andere bibliotheek dan die het schreef.
let boek: Workbook;
beforeAll(async () => { boek = await readXlsx(await tabelAlsXlsx(VOORBEELD), { readStyles: true }); });
const cel = (plaats: string): { value: unknown; type: string | undefined; opmaak: string | undefined; formule: string | undefined } => {
  const gevonden = boek.sheets[0]!.cells?.get(plaats);
  return { value: gevonden?.value, type: gevonden?.type, opmaak: gevonden?.style?.numFmt, formule: gevonden?.formula };
};

describe('het werkblad met de tabel', () => {
  test('staat vooraan, met vaste koppen, knoppen om te kiezen, kolommen waar de inhoud in past, en liggend op papier', () => {
    const blad = boek.sheets[0]!;
    expect(boek.sheets.map((s) => s.name)).toEqual(['Onderdelen', 'Over dit bestand']);
    expect(blad.rows[0]).toEqual(['Onderdeel', 'Nu: kinderen', 'Aandeel', 'Mediaan', 'Dag']);
    expect(blad).toMatchObject({ freezePane: { rows: 1, columns: 1 }, autoFilter: { range: 'A1:E5' }, pageSetup: { paperSize: 'a4', orientation: 'landscape' } });
    expect(blad.columns?.map((k) => k.width)).toEqual([33, 14, 15, 14, 14]);
  });

  test('heeft getallen als getal, aandelen als percentage en dagen als dag, ook als de klok die dag verzet wordt', () => {
    expect([cel('1,1'), cel('1,2'), cel('1,3')]).toMatchObject([{ value: 12, type: 'number', opmaak: '#,##0' }, { value: 0.248, type: 'number', opmaak: '0.0%' }, { value: 3, type: 'number', opmaak: '#,##0' }]);
    expect([cel('3,1'), cel('3,3')]).toMatchObject([{ value: -7, type: 'number' }, { value: 2.5, opmaak: '#,##0.0' }]);
    expect([cel('1,4'), cel('3,4')]).toMatchObject([{ value: new Date('2026-03-29T00:00:00Z'), type: 'date', opmaak: 'dd-mm-yyyy' }, { value: new Date('2025-10-26T00:00:00Z') }]);
  });

  test('toont wat onderdrukt is als tekst en laat leeg wat er niet is', () => {
    expect(boek.sheets[0]!.rows[2]!.slice(1)).toEqual(['<5', 'niet getoond', null, null]);
  });

  test('heeft nergens een formule, ook niet als een naam er een wil zijn', () => {
    const cellen = boek.sheets.flatMap((blad) => [...(blad.cells ?? new Map()).values()]);
    expect(cellen.filter((c) => c.formula !== undefined || c.type === 'formula')).toEqual([]);
    expect(cel('1,0')).toEqual({ value: '\'=HYPERLINK("http://x.example")', type: 'string', opmaak: '@', formule: undefined });
    for (const { value, type } of cellen) if (type === 'string') expect(value).not.toMatch(/^[=+\-@\t\r]/);
  });

  test('zegt onder elke afgedrukte bladzijde waarover zij gaat; een & is daar geen opdracht', () => {
    expect(boek.sheets[0]!.headerFooter?.oddFooter).toContain('Proef && meer · Filter: schoolbestuur =1+1 && "De Brug"; groep 4 · Gemeten op: maandag 8 september 2025 om 09:00');
  });
});

test('"Over dit bestand" zegt welk filter, wanneer gemeten, wat de tekens zijn en wat elke kolom is', () => {
  const rijen = boek.sheets[1]!.rows;
  const uitleg = new Map(rijen.map(([naam, tekst]) => [naam, tekst]));
  expect(rijen[0]![0]).toBe('Proef & meer');
  expect(uitleg.get('Filter')).toBe('schoolbestuur =1+1 & "De Brug"; groep 4');
  expect(uitleg.get('Gemeten op')).toBe('maandag 8 september 2025 om 09:00');
  for (const teken of ['<5', 'niet getoond', 'lege cel', ...VOORBEELD.tabellen[0].kolommen.map((k) => k.kop)]) expect(uitleg.get(teken), teken).toEqual(expect.any(String));
});
