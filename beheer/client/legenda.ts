import type { Tekengegevens } from '../kaart/tekengegevens.ts';
import { legendaVerf } from './kleuren.ts';
import { huidigPalet, bijThema } from './thema.ts';
import { svg } from './svg.ts';

/** De legenda van de kleuren: bij elke kleur vanaf welk getal. De tekens (`<5`, •) staan al in de pagina zelf. @param doek de tekening; zij deelt haar legenda met wie in hetzelfde deel van de pagina staat */
export function tekenLegenda(doek: HTMLElement, gegevens: Tekengegevens): void {
  const plek = doek.closest('[data-deel]')?.querySelector<HTMLElement>('[data-legenda]');
  if (!plek) return;
  const teken = (): void => {
    const reeks = legendaVerf(huidigPalet(), gegevens.beeld);
    const lijst = document.createElement('ul');
    for (const [i, klasse] of gegevens.klassen.entries()) {
      const regel = document.createElement('li');
      regel.append(svg('svg', { width: 28, height: 16, 'aria-hidden': 'true' }, svg('rect', { x: 0.5, y: 0.5, width: 27, height: 15, rx: 3, fill: reeks[i]!.vlak, stroke: huidigPalet().lijn })), klasse);
      lijst.append(regel);
    }
    plek.replaceChildren(lijst);
  };
  teken();
  bijThema(teken);
}
