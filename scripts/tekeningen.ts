/** `npm run tekeningen`: tekent alle modellen naar docs/tekeningen, ieder blad als .svg en .png. Oude bladen gaan weg. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leesRolKleuren } from './tekeningen/rolkleuren.ts';
import { openTekenaar, teken } from './tekeningen/tekenaar.ts';
import { schrijfLijst } from './tekeningen/vingerafdruk.ts';

const WORTEL = join(import.meta.dirname, '..');
const DOEL = join(WORTEL, 'docs/tekeningen');
mkdirSync(DOEL, { recursive: true });
const groepen = Object.values(leesRolKleuren(join(WORTEL, 'bpmn')).groepen);

const browser = await openTekenaar();
const gemaakt = new Set<string>();
try {
  for (const bestand of readdirSync(join(WORTEL, 'bpmn')).filter((b) => b.endsWith('.bpmn'))) {
    const model = bestand.slice(0, -'.bpmn'.length);
    for (const { blad, svg, png } of await teken(browser, readFileSync(join(WORTEL, 'bpmn', bestand), 'utf8'), groepen)) {
      const naam = blad ? `${model}--${blad}` : model;
      writeFileSync(join(DOEL, `${naam}.svg`), svg);
      writeFileSync(join(DOEL, `${naam}.png`), png);
      gemaakt.add(`${naam}.svg`).add(`${naam}.png`);
    }
  }
} finally {
  await browser.close();
}
for (const oud of readdirSync(DOEL).filter((b) => /\.(svg|png)$/.test(b) && !gemaakt.has(b))) rmSync(join(DOEL, oud));
schrijfLijst(DOEL, join(WORTEL, 'bpmn'));
console.log(`${gemaakt.size / 2} bladen getekend in docs/tekeningen.`);
