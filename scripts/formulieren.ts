import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leesJson } from '../domein/invoer/json.ts';
import { bijgewerkt } from './formulieren/bijgewerkt.ts';
import type { Formulier } from './formulieren/kop.ts';
import { verbeterformulier, VERBETERD } from './formulieren/verbeteren.ts';
import { werkKeuzelijstenBij } from './formulieren/keuzelijsten.ts';

/**
 * `npm run formulieren`: werkt in alle formulieren de kop bij (bron: `formulieren/kop.form`) en de tekst die zegt wat er nog
 * niet goed is ingevuld, maakt de verbeterformulieren van hun startformulier, en werkt in Modeler de lijsten bij waaruit een
 * formulier, termijn of melding wordt gekozen. Draai het na een wijziging in Modeler.
 */
const MAP = join(import.meta.dirname, '../forms');
const gemaakt = Object.entries(VERBETERD);
const getekend = readdirSync(MAP).filter((naam) => naam.endsWith('.form') && !gemaakt.some(([id]) => naam === `${id}.form`));
let aantal = 0;

const lees = <T>(map: string, bestand: string): T => leesJson(readFileSync(join(map, bestand))) as T;

function schrijf(map: string, bestand: string, inhoud: unknown): void {
  const plek = join(map, bestand);
  const tekst = `${JSON.stringify(inhoud, null, 2)}\n`;
  if (existsSync(plek) && readFileSync(plek, 'utf8') === tekst) return;
  writeFileSync(plek, tekst);
  aantal += 1;
  console.log(`- ${bestand} bijgewerkt`);
}

for (const bestand of getekend) schrijf(MAP, bestand, bijgewerkt(lees<Formulier>(MAP, bestand)));
for (const [id, start] of gemaakt) schrijf(MAP, `${id}.form`, verbeterformulier(id, lees<Formulier>(MAP, `${start}.form`)));
for (const bestand of werkKeuzelijstenBij()) {
  aantal += 1;
  console.log(`- ${bestand} bijgewerkt`);
}
console.log(aantal === 0 ? 'Alles was al bij.' : `${aantal} bestanden bijgewerkt.`);
