import type { RolGroep } from './rolkleuren.ts';

/** De browser schrijft kleuren in een tekening als `rgb(162, 214, 243)`. */
function alsRgb(hex: string): string {
  return `rgb(${[1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).join(', ')})`;
}

const REGEL = 20; // px, ook de ruimte boven de legenda
const TEKEN = 6.2; // px, ruim gemeten voor Arial 11

/** Zet linksonder een legenda van de groepen die op het blad voorkomen; zonder kleur op het blad blijft de tekening gelijk. */
export function metLegend(svg: string, groepen: readonly RolGroep[]): string {
  const aanwezig = groepen.filter((g) => svg.includes(`fill: ${alsRgb(g.fill)}`));
  const maat = /width="([\d.]+)" height="([\d.]+)" viewBox="([-\d.]+) ([-\d.]+) [\d.]+ [\d.]+"/.exec(svg);
  if (aanwezig.length === 0 || !maat) return svg;
  const [breedte, hoogte, links, boven] = maat.slice(1).map(Number) as [number, number, number, number];
  let x = 0;
  let regel = 0;
  const stukken = aanwezig.map(({ label, fill, stroke }) => {
    const nodig = 24 + label.length * TEKEN + 16;
    if (x > 0 && x + nodig > breedte) [x, regel] = [0, regel + 1];
    const [px, py] = [links + 6 + x, boven + hoogte + REGEL * (regel + 1)];
    x += nodig;
    return `<rect x="${px}" y="${py - 11}" width="18" height="13" rx="3" style="fill: ${fill}; stroke: ${stroke}; stroke-width: 2px;"/><text x="${px + 24}" y="${py}">${label}</text>`;
  });
  const hoog = hoogte + REGEL * (regel + 1) + 8;
  return svg
    .replace(maat[0], `width="${breedte}" height="${hoog}" viewBox="${links} ${boven} ${breedte} ${hoog}"`)
    .replace(/<\/svg>\s*$/, `<g class="legend" style="font: 11px Arial, sans-serif; fill: black;">${stukken.join('')}</g></svg>`);
}
