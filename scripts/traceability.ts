import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRows } from './traceability/rows.ts';
import { page } from './traceability/table.ts';

/** `npm run traceability`: schrijft docs/herleiding.md, van elke paragraaf van het routeboek naar stap, model, formulier, mail en test. */
writeFileSync(join(import.meta.dirname, '../docs/herleiding.md'), page(await readRows()));
console.log('docs/herleiding.md is bijgewerkt.');
