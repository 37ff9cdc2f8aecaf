import { LICHT } from './kleuren.ts';
import { svg } from './svg.ts';
import type { Tekening } from './tekening.ts';
import { huidigPalet } from './thema.ts';

/** Zoveel ruimte om de tekening. */
const RAND = 6;
/** Wat bpmn-js tekent om te bedienen, niet om te lezen. */
const HULP = '.djs-hit, .djs-outline, .djs-selection-outline';

/**
 * De SVG van het blad dat nu open is, met de hitte en de getallen erin, altijd op wit: zo kan zij in een rapport. Een kopie van wat er staat
 * en niet `saveSVG`: dat geeft tekst, en wie die weer leest loopt op het beveiligingsbeleid. Kleuren staan als kenmerk in de kopie en
 * haar ids komen op de pagina niet voor, dus zij kan los bestaan en ook naast het origineel.
 * @param nummer van de tekening op de pagina, als er meer zijn
 */
export function huidigeSvg(tekening: Tekening, nummer = 0): SVGSVGElement {
  tekening.hertekenen(LICHT);
  try {
    const laag = tekening.canvas.getActiveLayer() as unknown as SVGGElement;
    const { x, y, width, height } = laag.getBBox();
    const [links, boven, breed, hoog] = [x - RAND, y - RAND, width + 2 * RAND, height + 2 * RAND];
    const punten = [...(laag.ownerSVGElement?.querySelectorAll(':scope > defs > *') ?? [])];
    const kopie = svg('svg', { viewBox: [links, boven, breed, hoog].join(' '), width: breed, height: hoog },
      ...(punten.length > 0 ? [svg('defs', {}, ...punten.map((punt) => punt.cloneNode(true)))] : []),
      svg('rect', { x: links, y: boven, width: breed, height: hoog, fill: LICHT.doek }),
      laag.cloneNode(true));
    for (const hulp of kopie.querySelectorAll(HULP)) hulp.remove();
    for (const element of kopie.querySelectorAll<SVGElement>('[style]')) stijlAlsKenmerk(element);
    eigenIds(kopie, nummer === 0 ? 'blad' : `blad${nummer}`);
    return kopie;
  } finally {
    tekening.hertekenen(huidigPalet());
  }
}

function stijlAlsKenmerk(element: SVGElement): void {
  for (const naam of [...element.style]) element.setAttribute(naam, element.style.getPropertyValue(naam));
  element.removeAttribute('style');
}

/** Pijlpunten worden met hun id genoemd. Wat niemand noemt, gaat niet mee. */
function eigenIds(kopie: SVGSVGElement, voor: string): void {
  const genoemd = new Set<string>();
  for (const element of kopie.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const id = /^url\(["']?#([^"')]+)["']?\)$/.exec(value)?.[1];
      if (id === undefined) continue;
      genoemd.add(id);
      element.setAttribute(name, `url(#${voor}-${id})`);
    }
  }
  for (const punt of kopie.querySelectorAll('[id]')) {
    if (genoemd.has(punt.id)) punt.id = `${voor}-${punt.id}`;
    else if (punt.parentElement?.nodeName === 'defs') punt.remove();
    else punt.removeAttribute('id');
  }
}
