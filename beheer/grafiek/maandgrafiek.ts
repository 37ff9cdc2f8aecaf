import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Aantal } from '../../domein/kaart/onderdruk.ts';
import { aantalTekst } from '../getal.ts';
import { breedEnSmal, el, tekening, tekst, type Svg } from './svg.ts';

/** Eén reeks: per maand een getal; zonder getal is er niets te meten. */
export interface Reeks {
  readonly naam: string;
  readonly waarden: readonly (Aantal | undefined)[];
  /** Waar het getal tussen ligt, als het precieze er niet mag staan. */
  readonly tussen?: readonly (readonly [number, number] | undefined)[];
}

export interface Maandgrafiek {
  /** Uniek op de pagina. */
  readonly id: string;
  readonly titel: string;
  readonly omschrijving: string;
  readonly soort: 'lijn' | 'kolom';
  /** Kort, voor onder de as. */
  readonly maanden: readonly string[];
  readonly reeksen: readonly Reeks[];
  /** Achter een getal, bijvoorbeeld "%". */
  readonly eenheid?: string;
  /** Het hoogste van de as, als dat vaststaat. */
  readonly hoogste?: number;
}

const MAAT = { breed: { breed: 640, hoog: 250, letter: 14 }, smal: { breed: 340, hoog: 230, letter: 14 } } as const;
const RAND = { boven: 30, onder: 28, links: 48, rechts: 12 };

/** Een of twee reeksen per maand, als lijn of als kolommen. Wat niet getoond mag worden is een gat met een teken, geen nul. */
export const maandgrafiek = (grafiek: Maandgrafiek): Svg => breedEnSmal((variant) => teken(grafiek, variant));

function teken({ id, titel, omschrijving, soort, maanden, reeksen, eenheid = '', hoogste }: Maandgrafiek, variant: keyof typeof MAAT): Svg {
  const { breed, hoog } = MAAT[variant];
  const getallen = reeksen.flatMap((reeks) => reeks.waarden.filter((w) => typeof w === 'number'));
  const y = scaleLinear([0, hoogste ?? Math.max(5, ...getallen)], [hoog - RAND.onder, RAND.boven]);
  if (hoogste === undefined) y.nice(4);
  const x = scalePoint(maanden.map((_, i) => i), [RAND.links, breed - RAND.rechts]).padding(0.5);
  const streepjes = y.ticks(4).filter(Number.isInteger);
  // Op een smal scherm past niet elke maand onder de as.
  const om = variant === 'smal' && maanden.length > 7 ? 2 : 1;
  return tekening(`${id}-${variant}`, { breed, hoog }, { titel, omschrijving, klasse: `grafiek--${variant}` }, [
    ...streepjes.flatMap((n) => [el('line', { class: 'grafiek__raster', x1: RAND.links, x2: breed - RAND.rechts, y1: y(n), y2: y(n) }), tekst(`${n}${eenheid}`, { class: 'grafiek__as', x: RAND.links - 6, y: y(n) + 4, 'text-anchor': 'end' })]),
    ...maanden.flatMap((naam, i) => ((maanden.length - 1 - i) % om === 0 ? [tekst(naam, { class: 'grafiek__as', x: x(i), y: hoog - 8, 'text-anchor': 'middle' })] : [])),
    ...reeksen.map((reeks, nr) => (soort === 'lijn' ? lijn(reeks, nr) : kolommen(reeks, nr))),
  ]);

  function lijn({ waarden, tussen = [] }: Reeks, nr: number): Svg {
    const punten = waarden.map((waarde, i) => ({ i, waarde }));
    const pad = line<(typeof punten)[number]>((p) => x(p.i) ?? 0, (p) => y(Number(p.waarde))).defined((p) => typeof p.waarde === 'number')(punten) ?? '';
    const laatste = punten.findLast((p) => typeof p.waarde === 'number');
    return el('g', { class: `reeks reeks--${nr + 1}` }, [
      el('path', { class: 'reeks__lijn', d: pad }),
      ...punten.map((p) => (typeof p.waarde === 'number' ? punt(nr, x(p.i) ?? 0, y(p.waarde)) : tussen[p.i] ? bereik(x(p.i) ?? 0, tussen[p.i]!) : gat(p.waarde, x(p.i) ?? 0, nr))),
      ...(laatste ? [tekst(`${laatste.waarde}${eenheid}`, { class: 'reeks__getal', x: x(laatste.i), y: y(Number(laatste.waarde)) - 10, 'text-anchor': 'middle' })] : []),
    ]);
  }

  function kolommen({ waarden }: Reeks, nr: number): Svg {
    const plek = Math.min(56, x.step() * 0.8);
    const dik = plek / reeksen.length;
    return el('g', { class: `reeks reeks--${nr + 1}` }, waarden.flatMap((waarde, i) => {
      const links = (x(i) ?? 0) - plek / 2 + nr * dik;
      if (typeof waarde !== 'number') return [gat(waarde, links + dik / 2, 0)];
      return [
        el('rect', { class: 'reeks__kolom', x: links, y: y(waarde), width: Math.max(2, dik - 2), height: y(0) - y(waarde) }),
        ...(dik >= 16 ? [tekst(String(waarde), { class: 'reeks__getal', x: links + dik / 2 - 1, y: y(waarde) - 5, 'text-anchor': 'middle' })] : []),
      ];
    }));
  }

  function bereik(op: number, [laag, hoog]: readonly [number, number]): Svg {
    return el('line', { class: 'reeks__bereik', x1: op, x2: op, y1: y(laag), y2: y(hoog) });
  }

  function gat(waarde: Aantal | undefined, op: number, nr: number): Svg {
    if (waarde === undefined) return '';
    return tekst(aantalTekst(waarde), { class: 'grafiek__gat', x: op, y: y(0) - 6 - nr * 16, 'text-anchor': 'middle' });
  }
}

/** Elke reeks heeft ook een eigen vorm, want kleur alleen zegt niet iedereen iets. */
const punt = (nr: number, x: number, y: number): Svg => (nr === 0 ? el('circle', { class: 'reeks__punt', cx: x, cy: y, r: 4 }) : el('rect', { class: 'reeks__punt', x: x - 4, y: y - 4, width: 8, height: 8 }));
