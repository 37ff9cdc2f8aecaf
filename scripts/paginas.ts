/** `npm run paginas`: maakt van elke pagina van beheer een afbeelding in docs/paginas, breed en smal, licht en donker. Oude gaan weg. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { makeViewer } from './paginas/viewer.ts';
import { VIEWS, SCREENS } from './paginas/screens.ts';
import { startSampleApp } from './paginas/sample-app.ts';
import { openTekenaar } from './tekeningen/tekenaar.ts';

const DOEL = join(import.meta.dirname, '../docs/paginas');
mkdirSync(DOEL, { recursive: true });
const eis = createRequire(import.meta.url);
/** Een pagina toont de letter van wie kijkt; een afbeelding altijd deze, die overal even breed is. */
const LETTER = [400, 700].map((dikte) => `@font-face { font-family: Arimo; font-weight: ${dikte}; src: url(data:font/woff2;base64,${readFileSync(eis.resolve(`@fontsource/arimo/files/arimo-latin-${dikte}-normal.woff2`)).toString('base64')}) format('woff2'); }`).join('\n');

const voorbeeld = await startSampleApp();
const browser = await openTekenaar();
const gemaakt = new Set<string>();
try {
  const open = makeViewer(browser, voorbeeld);
  for (const scherm of SCREENS) {
    for (const blik of VIEWS) {
      const pagina = await open(scherm, blik, { bypassCSP: true });
      await pagina.addStyleTag({ content: `${LETTER}\n:root { --rb-letter: Arimo, sans-serif; }` });
      await pagina.evaluate(async () => { await Promise.all([document.fonts.load('16px Arimo'), document.fonts.load('bold 16px Arimo')]); });
      const bestand = `${scherm.naam}${blik.achter}.png`;
      writeFileSync(join(DOEL, bestand), await pagina.screenshot({ fullPage: true, animations: 'disabled' }));
      gemaakt.add(bestand);
      await pagina.close();
    }
  }
} finally {
  await browser.close();
  await voorbeeld.sluit();
}
for (const oud of readdirSync(DOEL).filter((bestand) => bestand.endsWith('.png') && !gemaakt.has(bestand))) rmSync(join(DOEL, oud));
console.log(`${gemaakt.size} afbeeldingen van ${SCREENS.length} schermen in docs/paginas.`);
