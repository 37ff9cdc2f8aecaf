/** `npm run lint`: kijkt modellen, beslistabellen, formulieren en code na. Stopt met code 1 bij de eerste opmerking, ook bij een waarschuwing. */
import { alsRegel, type Bevinding } from './lint/bevinding.ts';
import { lintBeslistabellen } from './lint/beslistabellen.ts';
import { controleerTypen, lintCode } from './lint/code.ts';
import { lintFormulieren } from './lint/formulieren.ts';
import { lintMessages } from './lint/messages.ts';
import { lintModellen } from './lint/modellen.ts';
import { lintReaders } from './lint/readers.ts';
import { lintTaken } from './lint/taken.ts';
import { lintTekeningen } from './lint/tekeningen.ts';
import { lintWaarden } from './lint/waarden.ts';
import { lintWaits } from './lint/waits.ts';

const DELEN: readonly [naam: string, lint: () => Promise<Bevinding[]> | Bevinding[]][] = [
  ['modellen', lintModellen],
  ['taken', () => lintTaken()],
  ['beslistabellen', lintBeslistabellen],
  ['formulieren', lintFormulieren],
  ['waarden', () => lintWaarden()],
  ['lezers', () => lintReaders()],
  ['berichten', () => lintMessages()],
  ['wachten', () => lintWaits()],
  ['tekeningen', () => lintTekeningen()],
  ['code', lintCode],
  ['typen', controleerTypen],
];

let totaal = 0;
for (const [naam, lint] of DELEN) {
  const bevindingen = await lint();
  totaal += bevindingen.length;
  console.log(`${naam}: ${bevindingen.length === 0 ? 'goed' : `${bevindingen.length} opmerkingen`}`);
  bevindingen.forEach((b) => console.log(`  ${alsRegel(b)}`));
}
process.exitCode = totaal > 0 ? 1 : 0;
