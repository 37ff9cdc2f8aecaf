import { nagespeeld } from './demo.ts';
import type { Bronbestand } from '../../code.ts';
import type { Lezer } from './lezer.ts';

/** De vorm waarin de programmatuur antwoorden uit het logboek leest: welke formulieren, en welke velden daarvan. */
const VRAAG = /leesAntwoorden\([\w.]+,\s*\[([^\]]*)\],\s*\[([^\]]*)\]\)/g;
/** De namen in een lijst tussen aanhalingstekens. */
export const namen = (lijst = ''): string[] => [...lijst.matchAll(/'([^']+)'/g)].map(([, naam]) => naam as string);

/** De antwoorden die de cijfers uit het logboek lezen. */
export function uitCode(code: readonly Bronbestand[]): Lezer[] {
  return code.flatMap(({ pad, tekst }) => [...tekst.matchAll(VRAAG)].flatMap(([, formulieren, velden]) =>
    namen(formulieren).flatMap((formulier) => namen(velden).map((sleutel) => ({ formulier, sleutel, wie: `de cijfers (${pad})` })))));
}

/** De antwoorden die de demo op een formulier geeft. */
export const uitDemo = (): Lezer[] => nagespeeld().map(({ formulier, sleutel }) => ({ formulier, sleutel, wie: 'de demo (scripts/demo/answers.ts)' }));
