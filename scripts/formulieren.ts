import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REGELS } from '../domein/regels/controleer.ts';
import { bijgewerkt } from './formulieren/bijgewerkt.ts';
import type { Formulier } from './formulieren/kop.ts';
import { metControles, metFormulieren, type Sjabloon } from './formulieren/sjablonen.ts';

/**
 * `npm run formulieren`: werkt in alle formulieren de kop bij (bron: `formulieren/kop.form`) en de tekst die zegt wat er nog
 * niet goed is ingevuld, en in Modeler de lijsten waaruit een formulier wordt gekozen. Draai het na een wijziging in Modeler.
 */
const MAP = join(import.meta.dirname, '../forms');
const SJABLONEN = join(import.meta.dirname, '../bpmn/.camunda/element-templates');
const formulieren = readdirSync(MAP).filter((naam) => naam.endsWith('.form')).sort();
const ids = formulieren.map((naam) => naam.slice(0, -'.form'.length));
let aantal = 0;

function werkBij<T>(map: string, bestand: string, nieuw: (oud: T) => T): void {
  const oud = readFileSync(join(map, bestand), 'utf8');
  const tekst = `${JSON.stringify(nieuw(JSON.parse(oud) as T), null, 2)}\n`;
  if (tekst === oud) return;
  writeFileSync(join(map, bestand), tekst);
  aantal += 1;
  console.log(`- ${bestand} bijgewerkt`);
}

for (const bestand of formulieren) werkBij<Formulier>(MAP, bestand, bijgewerkt);
werkBij<Sjabloon>(SJABLONEN, 'gebruikerstaak.json', (sjabloon) => metFormulieren(sjabloon, ids));
werkBij<Sjabloon>(SJABLONEN, 'invoer-controleren.json', (sjabloon) => metControles(sjabloon, Object.keys(REGELS)));
console.log(aantal === 0 ? 'Alles was al bij.' : `${aantal} bestanden bijgewerkt.`);
