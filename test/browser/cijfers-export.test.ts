import { parseCsv } from 'hucre/csv';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { VIEWS } from '../../scripts/paginas/screens.ts';
import { pdfTekst } from './helpers/pdf.ts';
import { useSample } from './helpers/sample.ts';

const sample = useSample();
const { bekijk } = sample;
const open = (pad: string, blik: (typeof VIEWS)[number] = VIEWS[0]): Promise<Page> => bekijk({ naam: 'cijfers', pad, rol: 'swv-management' }, blik);

const PAGINAS = [
  ['/cijfers/klok', 'klok', 'De klok van het kind', ['Kinderen thuis, naar hoe lang', 'Erbij en eraf', 'Terugval binnen', 'Dreigend thuiszitter']],
  ['/cijfers', 'cijfers', 'Cijfers', ['Met een doel', 'KPI-01', 'KPI-25', 'Wie telt mee']],
] as const;

describe.each(PAGINAS)('%s', (pad, naam, titel, delen) => {
  test.each([['licht en breed', VIEWS[0]], ['donker en smal', VIEWS[3]]] as const)('op papier (%s): A4 staand, met waarover het gaat, alles uitgeklapt, zonder menu en knoppen', async (_naam, blik) => {
    const pagina = await open(pad, blik);
    await pagina.getByRole('link', { name: 'Afdrukken' }).click();
    await pagina.locator('.bladover').waitFor();
    const bladen = await pdfTekst(await pagina.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(bladen.map(({ breed, hoog }) => [breed, hoog])).toEqual(bladen.map(() => [595, 842]));
    for (const deel of [titel, 'Filter : Schooljaar 2025-2026, alle kinderen', 'Gemeten op : maandag 16 maart 2026 om 10:15']) expect(bladen[0]!.tekst.replaceAll(' :', ':')).toContain(deel.replaceAll(' :', ':'));
    const alles = bladen.map((blad) => blad.tekst).join(' ');
    for (const deel of delen) expect(alles).toContain(deel);
    expect(alles).not.toMatch(/Afmelden|Heatmaps|Bewaren|Toon|Ctrl/);
    expect(bladen.length).toBeLessThanOrEqual(16);
    await pagina.close();
  });

  test('op een telefoon past alles naast elkaar, ook uitgeklapt, en de knoppen bewaren een bestand met het filter', async () => {
    const pagina = await open(`${pad}?groep=4`, VIEWS[2]);
    await pagina.evaluate(() => { for (const deel of Array.from(document.querySelectorAll('details'))) deel.open = true; });
    expect(await pagina.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    const [bestand] = await Promise.all([pagina.waitForEvent('download'), pagina.getByRole('link', { name: 'CSV' }).click()]);
    expect(bestand.suggestedFilename()).toBe(`routeboek_${naam}_schooljaar-2025-2026_groep-4_2026-03-16.csv`);
    const regels = parseCsv(await readFile(await bestand.path(), 'utf8'), { delimiter: ';' }) as string[][];
    expect(regels).toContainEqual(['Filter', 'Schooljaar 2025-2026, groep 4']);
    await pagina.close();
  });
});
