/** `npm run lint`: kijkt alles na wat de proceseigenaar beheert, en de tekeningen en de code. Stopt met code 1 bij de eerste opmerking, ook bij een waarschuwing. */
import { alsRegel, type Bevinding } from '../nakijken/bevinding.ts';
import { leesBestanden } from '../nakijken/bestanden.ts';
import { kijkNa } from '../nakijken/kijk-na.ts';
import { controleerTypen, lintCode } from './lint/code.ts';
import { lintTekeningen } from './lint/tekeningen.ts';

const DELEN: readonly [naam: string, lint: () => Promise<Bevinding[]> | Bevinding[]][] = [
  ['modellen, tabellen, formulieren, teksten en kalender', async () => kijkNa(await leesBestanden())],
  ['tekeningen', () => lintTekeningen()],
  ['code', lintCode],
  ['typen', controleerTypen],
];

let totaal = 0;
for (const [naam, lint] of DELEN) {
  const bevindingen = await lint();
  totaal += bevindingen.length;
  console.log(`${naam}: ${bevindingen.length === 0 ? 'goed' : bevindingen.length === 1 ? '1 opmerking' : `${bevindingen.length} opmerkingen`}`);
  bevindingen.forEach((b) => console.log(`  ${alsRegel(b)}`));
}
process.exitCode = totaal > 0 ? 1 : 0;
