import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { metTermijnteksten } from './lint/termijnteksten.ts';

/** `npm run termijnteksten`: zet bij de taken in alle modellen de termijnen zoals `bpmn/termijnen.dmn` ze nu noemt. Draai het na een wijziging in die tabel. */
const MAP = join(import.meta.dirname, '../bpmn');
let aantal = 0;
for (const bestand of readdirSync(MAP).filter((naam) => naam.endsWith('.bpmn'))) {
  const oud = readFileSync(join(MAP, bestand), 'utf8');
  const { xml, wijzigingen } = await metTermijnteksten(oud);
  if (xml === oud) continue;
  writeFileSync(join(MAP, bestand), xml);
  aantal += wijzigingen.length;
  wijzigingen.forEach(({ taak, van, naar }) => console.log(`- ${bestand} ${taak}: "${van}" wordt "${naar}"`));
}
console.log(aantal === 0 ? 'Alle termijnen in de modellen waren al bij. Een termijn die nog niet bij een taak staat, noemt npm run lint.' : `${aantal} termijnen bijgewerkt. Draai nu npm run tekeningen.`);
