import type { Bijschrift } from '../kaart/bijschrift.ts';
import { LICHT, type Verf } from './kleuren.ts';
import { svg } from './svg.ts';

const LETTER = 'Arial, "Liberation Sans", sans-serif';
/** Smaller wordt een bijschrift te veel regels. */
const SMALST = 720;

/**
 * Zet om een tekening wat er los van de pagina bij hoort: waarover zij gaat, welk filter, wanneer gemeten, en de legenda. Alles staat in het
 * bestand zelf en verwijst nergens heen; de letters zijn die van wie het opent.
 * @param tekening de SVG van het blad, met een `viewBox`; zij gaat op in het geheel
 * @param blad de naam van het deelproces in beeld; leeg voor het proces zelf
 */
export function metBijschrift(tekening: SVGSVGElement, b: Bijschrift, blad: string, reeks: readonly Verf[]): SVGSVGElement {
  const { x, y, width: breed, height: hoog } = tekening.viewBox.baseVal;
  const binnen = Math.max(breed, SMALST);
  // Op papier wordt een brede tekening kleiner; de letters eromheen groeien mee om leesbaar te blijven.
  const s = Math.max(1, binnen / 1100);
  const rand = 24 * s;
  const kop = [
    ...regels(titelMetBlad(b.titel, blad), binnen, 22 * s, 'bold', LICHT.inkt),
    ...regels(b.beeld, binnen, 16 * s, 'bold', LICHT.inkt),
    ...b.over.flatMap(({ naam, tekst }) => regels(`${naam}: ${tekst}`, binnen, 13 * s, 'normal', LICHT.inktZacht)),
  ];
  const voet = [...b.tekens.map(({ teken, uitleg }) => `${teken} = ${uitleg}`), b.uitleg].flatMap((tekst) => regels(tekst, binnen, 12 * s, 'normal', LICHT.inktZacht));
  const onderKop = rand + hoogte(kop) + 8 * s;
  const onderTekening = onderKop + hoog + 12 * s;
  const legenda = maakLegenda(b.klassen, reeks, rand, onderTekening, binnen, s);
  const onderLegenda = onderTekening + legenda.hoog;
  const [heelBreed, heelHoog] = [Math.ceil(binnen + 2 * rand), Math.ceil(onderLegenda + hoogte(voet) + rand)];
  const defs = tekening.querySelector(':scope > defs');
  return svg('svg', { viewBox: `0 0 ${heelBreed} ${heelHoog}`, width: heelBreed, height: heelHoog, role: 'img', lang: 'nl' },
    svg('title', {}, `${titelMetBlad(b.titel, blad)}: ${b.beeld}`), svg('desc', {}, b.over.map(({ naam, tekst }) => `${naam}: ${tekst}`).join('. ')),
    ...(defs ? [defs] : []),
    svg('rect', { x: 0, y: 0, width: heelBreed, height: heelHoog, fill: LICHT.doek }), zet(kop, rand, rand),
    svg('g', { transform: `translate(${rand - x + (binnen - breed) / 2} ${onderKop - y})` }, ...tekening.childNodes),
    legenda.groep, zet(voet, rand, onderLegenda));
}

const titelMetBlad = (titel: string, blad: string): string => (blad === '' ? titel : `${titel} › ${blad}`);

interface Regel { readonly tekst: string; readonly maat: number; readonly dikte: string; readonly kleur: string }
const hoogte = (alle: readonly Regel[]): number => alle.reduce((som, { maat }) => som + 1.45 * maat, 0);

/** Breekt tekst af op woorden. */
function regels(tekst: string, breed: number, maat: number, dikte: string, kleur: string): Regel[] {
  const uit: string[] = [];
  for (const woord of tekst.split(/ +/)) {
    const langer = uit.length === 0 ? woord : `${uit.at(-1)!} ${woord}`;
    if (uit.length > 0 && meet(langer, maat, dikte) > breed) uit.push(woord);
    else uit.splice(-1, 1, langer);
  }
  return uit.map((regel) => ({ tekst: regel, maat, dikte, kleur }));
}

let pen: CanvasRenderingContext2D | null = null;
function meet(tekst: string, maat: number, dikte: string): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return tekst.length * maat * 0.56;
  pen.font = `${dikte} ${maat}px ${LETTER}`;
  return pen.measureText(tekst).width;
}

function zet(alle: readonly Regel[], x: number, boven: number): SVGGElement {
  let y = boven;
  return svg('g', { 'font-family': LETTER }, ...alle.map(({ tekst, maat, dikte, kleur }) => {
    y += 1.45 * maat;
    return svg('text', { x, y: y - 0.4 * maat, 'font-size': maat, 'font-weight': dikte, fill: kleur }, tekst);
  }));
}

/** De vakjes met hun kleur, naast elkaar en zo nodig op een volgende regel. */
function maakLegenda(klassen: readonly string[], reeks: readonly Verf[], links: number, boven: number, breed: number, s: number): { groep: SVGGElement; hoog: number } {
  const groep = svg('g', { 'font-family': LETTER });
  if (klassen.length === 0) return { groep, hoog: 0 };
  let [x, y] = [links, boven];
  for (const [i, klasse] of klassen.entries()) {
    const nodig = 28 * s + 6 * s + meet(klasse, 13 * s, 'normal') + 18 * s;
    if (x > links && x + nodig > links + breed) [x, y] = [links, y + 24 * s];
    groep.append(
      svg('rect', { x, y, width: 28 * s, height: 16 * s, rx: 3 * s, fill: reeks[i]?.vlak ?? LICHT.leeg, stroke: LICHT.lijn, 'stroke-width': s }),
      svg('text', { x: x + 34 * s, y: y + 13 * s, 'font-size': 13 * s, fill: LICHT.inkt }, klasse),
    );
    x += nodig;
  }
  return { groep, hoog: y - boven + 28 * s };
}
