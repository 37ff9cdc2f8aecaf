import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bijgewerkt } from './formulieren/bijgewerkt.ts';
import type { Formulier } from './formulieren/kop.ts';

/** `npm run formulieren`: werkt in alle formulieren de kop bij (bron: `formulieren/kop.form`) en de tekst die zegt wat er nog niet goed is ingevuld. Draai het na een wijziging in Modeler. */
const MAP = join(import.meta.dirname, '../forms');
let aantal = 0;
for (const bestand of readdirSync(MAP).filter((naam) => naam.endsWith('.form'))) {
  const oud = readFileSync(join(MAP, bestand), 'utf8');
  const nieuw = `${JSON.stringify(bijgewerkt(JSON.parse(oud) as Formulier), null, 2)}\n`;
  if (nieuw === oud) continue;
  writeFileSync(join(MAP, bestand), nieuw);
  aantal += 1;
  console.log(`- ${bestand} bijgewerkt`);
}
console.log(aantal === 0 ? 'Alle formulieren waren al bij.' : `${aantal} formulieren bijgewerkt.`);
