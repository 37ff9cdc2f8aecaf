import type { Page } from 'playwright-core';

/** Elke tekst in een tekening met haar inkt en het vlak eronder: axe kijkt niet in een SVG. @param doek waar de tekening in staat */
export const tekstOpVlak = (pagina: Page, doek: string): Promise<[tekst: string, inkt: string, vlak: string][]> => pagina.evaluate((plaats) => {
  const uit: [tekst: string, inkt: string, vlak: string][] = [];
  const in_ = document.querySelector(plaats)!;
  const papier = getComputedStyle(in_.querySelector('.djs-container > svg')!).backgroundColor;
  for (const label of Array.from(in_.querySelectorAll<SVGElement>('.djs-visual .djs-label'))) {
    const eerste = label.parentElement!.firstElementChild as SVGElement;
    const vlak = eerste === label ? 'none' : getComputedStyle(eerste).fill;
    uit.push([label.textContent ?? '', getComputedStyle(label).fill, vlak === 'none' ? papier : vlak]);
  }
  for (const tekst of Array.from(in_.querySelectorAll<SVGElement>('.kaart-labels text'))) {
    let vlak = tekst.previousElementSibling;
    while (vlak && vlak.tagName !== 'rect') vlak = vlak.previousElementSibling;
    uit.push([tekst.textContent ?? '', getComputedStyle(tekst).fill, getComputedStyle(vlak!).fill]);
  }
  return uit;
}, doek);
