/**
 * `npm run paginas`: maakt van elke pagina van beheer een afbeelding in docs/paginas, breed en smal, licht en donker. Oude gaan weg.
 * `npm run paginas -- kaart` maakt alleen de schermen waarvan de naam zo begint.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { makeViewer } from './paginas/viewer.ts';
import { VIEWS, SCREENS } from './paginas/screens.ts';
import { startSampleApp } from './paginas/sample-app.ts';
import { openTekenaar } from './tekeningen/tekenaar.ts';

const DOEL = join(import.meta.dirname, '../docs/paginas');
mkdirSync(DOEL, { recursive: true });
const eis = createRequire(import.meta.url);
/** Een pagina toont de letter van wie kijkt; een afbeelding altijd deze, die overal even breed is. Zij komt met het stijlblad mee, want een tekening meet haar tekst meteen. */
const LETTER = ['Arimo', 'Arial'].flatMap((naam) => [400, 700].map((dikte) => `@font-face { font-family: ${naam}; font-display: block; font-weight: ${dikte}; src: url(data:font/woff2;base64,${readFileSync(eis.resolve(`@fontsource/arimo/files/arimo-latin-${dikte}-normal.woff2`)).toString('base64')}) format('woff2'); }`)).join('\n');
const EXTRA = `${LETTER}\n:root { --rb-letter: Arimo, sans-serif; }`;

const begin = process.argv[2] ?? '';
const gevraagd = SCREENS.filter(({ naam }) => naam.startsWith(begin));
const verwacht = new Set(SCREENS.flatMap(({ naam }) => VIEWS.map(({ achter }) => `${naam}${achter}.png`)));
const voorbeeld = await startSampleApp();
const browser = await openTekenaar();
const gemaakt = new Set<string>();
try {
  const open = makeViewer(browser, voorbeeld, EXTRA);
  for (const scherm of gevraagd) {
    for (const blik of VIEWS) {
      const pagina = await open(scherm, blik, { bypassCSP: true });
      await pagina.evaluate(async () => { await document.fonts.ready; });
      if (scherm.wacht !== undefined) await pagina.locator(scherm.wacht).waitFor();
      const bestand = `${scherm.naam}${blik.achter}.png`;
      writeFileSync(join(DOEL, bestand), await pagina.screenshot({ fullPage: true, animations: 'disabled', ...(await bovenste(pagina)) }));
      gemaakt.add(bestand);
      await pagina.close();
    }
  }
} finally {
  await browser.close();
  await voorbeeld.sluit();
}
for (const oud of readdirSync(DOEL).filter((bestand) => bestand.endsWith('.png') && !verwacht.has(bestand))) rmSync(join(DOEL, oud));

/** Een lange tabel gaat in een afbeelding niet verder dan twee schermen: wat eronder staat is meer van hetzelfde. */
async function bovenste(pagina: Page): Promise<{ clip?: { x: number; y: number; width: number; height: number } }> {
  const hoog = await pagina.evaluate(() => document.documentElement.scrollHeight);
  const { width, height } = pagina.viewportSize()!;
  return hoog > 2.2 * height ? { clip: { x: 0, y: 0, width, height: 2.2 * height } } : {};
}
console.log(`${gemaakt.size} afbeeldingen van ${gevraagd.length} schermen in docs/paginas.`);
