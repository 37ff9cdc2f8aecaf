const NS = 'http://www.w3.org/2000/svg';

/** Maakt een stukje SVG. Alles staat in attributen, niet in een stijlblad: een export ziet er dan net zo uit. */
export function svg<K extends keyof SVGElementTagNameMap>(naam: K, kenmerken: Record<string, string | number>, ...inhoud: (Node | string)[]): SVGElementTagNameMap[K] {
  const element = document.createElementNS(NS, naam);
  for (const [sleutel, waarde] of Object.entries(kenmerken)) element.setAttribute(sleutel, String(waarde));
  element.append(...inhoud);
  return element;
}
