import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type { ElementLike } from 'diagram-js/lib/core/Types';
import type { Hitte } from './hitte-tekenaar.ts';
import { verfVan } from './kleuren.ts';
import { svg } from './svg.ts';

const LETTER = 'Arial, "Liberation Sans", sans-serif';
const LAAG = 'kaart-labels';
const BANDEN = 'kaart-banden';
/** De dikste band, en hoe ver een dunne nog te zien is. */
const DIKST = 22;
const DUNST = 4;
/** Vanaf hier is een getal bij een pijl breed. */
const BREED = 40;
interface Vak { x: number; y: number; width: number; height: number }

/**
 * Zet de getallen bij de plekken en de banden onder de pijlen van het blad dat open is, in dat blad zelf: zij schuiven en zoomen mee en
 * gaan mee in een export, en wat op een ander blad staat is hier nooit te zien.
 */
export function tekenLabels(canvas: Canvas, elementen: ElementRegistry, hitte: Hitte): void {
  const blad = canvas.getActiveLayer() as SVGElement | null;
  if (!blad) return;
  for (const oud of blad.querySelectorAll(`:scope > .${LAAG}, :scope > .${BANDEN}`)) oud.remove();
  const laag = svg('g', { class: LAAG, 'pointer-events': 'none' });
  const banden = svg('g', { class: BANDEN, 'pointer-events': 'none', fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' });
  const wortel = canvas.getRootElement();
  for (const element of elementen.getAll()) {
    if (element['type'] === 'label' || canvas.findRoot(element as never) !== wortel || element === wortel) continue;
    const merk = hitte.merk(element.id);
    if (merk) laag.append(...plekLabel(element as unknown as Vak, merk.getal, merk.onder, hitte, typeof merk.niveau !== 'number' && merk.niveau === 'verborgen'));
    const pijl = hitte.pijl(element.id);
    if (!pijl || pijl.getal === '') continue;
    laag.append(pijlLabel(element, pijl.getal, hitte));
    const lijn = (elementen.getGraphics(element as never) as SVGElement).querySelector('.djs-visual > path')?.getAttribute('d');
    // Een verschil van nul heeft een getal en geen kleur, dus geen band: die zou over een andere heen liggen.
    if (lijn && typeof pijl.niveau === 'number' && pijl.niveau !== 0) banden.append(svg('path', { d: lijn, stroke: verfVan(hitte.palet, hitte.gegevens.beeld, pijl.niveau).vlak, 'stroke-width': Math.round(10 * (DUNST + (DIKST - DUNST) * Math.sqrt(pijl.deel))) / 10 }));
  }
  blad.append(laag);
  blad.prepend(banden);
}

const breedte = (tekst: string, maat: number): number => tekst.length * maat * 0.56;

function plekLabel(vak: Vak, getal: string, onder: string, hitte: Hitte, stil: boolean): SVGElement[] {
  const { x, y, width } = vak;
  const { palet } = hitte;
  const maat = stil ? 14 : 19;
  const breed = Math.max(24, breedte(getal, maat) + 14);
  const hoog = maat + 6;
  const [links, boven] = [x + width - breed + 10, y - hoog / 2 - 2];
  const uit: SVGElement[] = [
    svg('rect', { x: links, y: boven, width: breed, height: hoog, rx: hoog / 2, fill: stil ? palet.doek : palet.label.vlak, stroke: stil ? palet.lijn : palet.doek, 'stroke-width': 1.5 }),
    tekst(getal, links + breed / 2, boven + hoog / 2, maat, stil ? palet.inkt : palet.label.inkt, 'bold'),
  ];
  if (onder !== '') uit.push(...onderregel(onder, x + width / 2, hitte, vak));
  return uit;
}

function onderregel(regel: string, midden: number, { palet }: Hitte, { y, height }: Vak): SVGElement[] {
  const regels = regel.split(' · ');
  const breed = Math.max(...regels.map((r) => breedte(r, 12))) + 12;
  const hoog = 15 * regels.length + 3;
  const boven = y + height + 3;
  return [
    svg('rect', { x: midden - breed / 2, y: boven, width: breed, height: hoog, rx: 4, fill: palet.doek, stroke: palet.lijn, 'stroke-width': 1 }),
    ...regels.map((r, i) => tekst(r, midden, boven + 9 + 15 * i, 12, palet.inkt, 'normal')),
  ];
}

function pijlLabel(pijl: ElementLike, getal: string, { palet }: Hitte): SVGElement {
  const { x, y: opDeLijn, lengte, liggend } = midden((pijl['waypoints'] as { x: number; y: number }[] | undefined) ?? []);
  const breed = Math.max(20, breedte(getal, 13) + 10);
  // Een breed getal op een korte pijl zou die helemaal bedekken, met het antwoord erboven.
  const y = liggend && breed > Math.max(BREED, lengte - 8) ? opDeLijn + 17 : opDeLijn;
  return svg('g', {},
    svg('rect', { x: x - breed / 2, y: y - 9, width: breed, height: 18, rx: 9, fill: palet.label.vlak, stroke: palet.doek, 'stroke-width': 1.5 }),
    tekst(getal, x, y, 13, palet.label.inkt, 'bold'));
}

/** Het midden van het langste rechte stuk van een pijl, met hoe lang dat is en of het ligt. */
function midden(punten: readonly { x: number; y: number }[]): { x: number; y: number; lengte: number; liggend: boolean } {
  let langst = { lengte: -1, x: punten[0]?.x ?? 0, y: punten[0]?.y ?? 0, liggend: false };
  for (let i = 1; i < punten.length; i++) {
    const [a, b] = [punten[i - 1]!, punten[i]!];
    const lengte = Math.hypot(b.x - a.x, b.y - a.y);
    if (lengte > langst.lengte) langst = { lengte, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, liggend: a.y === b.y };
  }
  return langst;
}

const tekst = (inhoud: string, x: number, y: number, maat: number, kleur: string, dikte: string): SVGTextElement =>
  svg('text', { x, y, 'text-anchor': 'middle', 'dominant-baseline': 'central', 'font-family': LETTER, 'font-size': maat, 'font-weight': dikte, fill: kleur }, inhoud);
