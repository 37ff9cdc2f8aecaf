import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEditor } from './modeler/editor.ts';
import { openTekenaar } from './tekeningen/tekenaar.ts';

/**
 * `npm run modellen`: schrijft elk model zoals Camunda Modeler het bewaart, met het begin van elk blad waar Modeler het laat staan. Voor wie
 * een model buiten Modeler wijzigde: de eerste keer bewaren in Modeler verandert dan geen andere regel dan de bedoelde.
 */
const DIR = join(import.meta.dirname, '../bpmn');
const browser = await openTekenaar();
try {
  const { place, save } = await openEditor(browser);
  for (const file of readdirSync(DIR).filter((name) => name.endsWith('.bpmn')).sort()) {
    const xml = readFileSync(join(DIR, file), 'utf8');
    const { xml: tidy, warnings } = await save(await place(xml));
    if (tidy === xml) continue;
    if (warnings.length > 0) throw new Error(`${file} is niet heel te lezen: ${warnings.join('; ')}`);
    writeFileSync(join(DIR, file), tidy);
    console.log(`- ${file} bijgewerkt`);
  }
} finally {
  await browser.close();
}
