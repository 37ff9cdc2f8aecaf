import { ID as GEMAAKT } from '../../scripts/formulieren/nog-in-te-vullen.ts';
import type { Nakijkregel } from '../regel.ts';
import { onderdelen, veldplaats } from './lezen.ts';

/**
 * Variabelen die in een tekstonderdeel mogen staan: het systeem maakt ze zelf. Een tekstonderdeel leest zijn inhoud als
 * opmaak, ook wat iemand typte: `![](https://…)` in de naam van een school wordt daar een afbeelding in elke taak.
 */
const EIGEN = new Set(['casusnummer', 'verzuim', 'uiterlijkTekst', 'toelichtingTaak', 'vraag', 'monitoring', 'sectoradvies', 'duoMelding']);
const WOORDEN = new Set(['if', 'then', 'else', 'and', 'or', 'not', 'null', 'true', 'false', 'in', 'for', 'return', 'some', 'every', 'satisfies', 'between']);

/** Waar een tekstonderdeel iets toont dat getypt kan zijn. In een HTML-onderdeel mag het wel: dat toont tekens zoals ze getypt zijn. */
export const vrijeTekst: Nakijkregel = {
  naam: 'vrije-tekst',
  kijk: ({ formulieren }) => formulieren.flatMap((formulier) => onderdelen(formulier)
    .filter(({ type, id }) => type === 'text' && id !== GEMAAKT)
    .flatMap(({ id, text = '' }) => vreemd(text).map((naam) => ({
      bestand: formulier.pad, plaats: veldplaats(formulier, id),
      tekst: `Dit toont "${naam}" als opmaak: wat iemand daar typte kan een afbeelding of link worden. Gebruik een HTML-onderdeel, dat toont het zoals het getypt is`,
    })))),
};

/** De variabelen waarvan de waarde zelf in de tekst komt; wat alleen in een voorwaarde staat telt niet. */
function vreemd(tekst: string): string[] {
  const uitdrukkingen = [...tekst.matchAll(/\{\{(.*?)\}\}/gs)].map(([, feel]) => feel ?? '').filter((feel) => !feel.startsWith('/'));
  const namen = uitdrukkingen.flatMap((feel) => {
    const toont = feel.replace(/^#(loop|if)/, '').replace(/"[^"]*"/g, ' ').replace(/\bif\b.*?\bthen\b/gs, ' ');
    return [...toont.matchAll(/[A-Za-z_][\w.]*(?:\s+[a-z]+(?=\())?(?!\w*\()/g)].map(([naam]) => naam);
  });
  return [...new Set(namen.filter((naam) => !WOORDEN.has(naam) && !EIGEN.has(naam.split('.')[0] as string)))];
}
