import type { Beeld, Reeks } from '../kaart/beelden.ts';
import type { Niveau } from '../kaart/hitte.ts';

/** Een vlak met de inkt die erop te lezen is. */
export interface Verf { readonly vlak: string; readonly inkt: string }

/** Alle kleuren van een tekening; een reeks per beeld, van weinig naar veel. */
export interface Palet {
  readonly doek: string;
  /** Lijnen en randen: de rolkleuren van de tekening wijken voor de hitte. */
  readonly lijn: string;
  readonly inkt: string;
  readonly inktZacht: string;
  readonly leeg: string;
  /** Een getal naast een plek. */
  readonly label: Verf;
  readonly kies: string;
  readonly reeks: Readonly<Record<Beeld, readonly [Verf, Verf, Verf, Verf, Verf]>>;
  /** Een verschil, van klein naar groot: minder of korter, en meer of langer. */
  readonly verschil: Readonly<Record<'minder' | 'meer', readonly [Verf, Verf, Verf]>>;
}

const donker = '#101820';
const wit = '#ffffff';
const verf = <T extends readonly (readonly [string, string])[]>(...vlakken: T) => vlakken.map(([vlak, inkt]) => ({ vlak, inkt })) as unknown as { readonly [K in keyof T]: Verf };

/**
 * Eén tint per beeld, van licht naar donker: wie geen kleuren onderscheidt ziet het verschil aan de helderheid, en het getal staat er
 * altijd bij. Tinten naar ColorBrewer (Blues, Oranges, RdPu, Greens), waar nodig donkerder zodat de tekst erop leesbaar is. Een verschil loopt
 * van paars naar oranje (PuOr): die twee zijn ook met kleurenblindheid uit elkaar te houden, en het teken staat bij het getal.
 */
export const LICHT: Palet = {
  doek: '#ffffff', lijn: '#66727d', inkt: '#16212c', inktZacht: '#465564', leeg: '#ffffff', label: { vlak: '#16212c', inkt: wit }, kies: '#c2410c',
  reeks: {
    nu: verf(['#d8e7f5', donker], ['#a5cde6', donker], ['#6baed6', donker], ['#2171b5', wit], ['#08306b', wit]),
    duur: verf(['#fee8cf', donker], ['#fdc88d', donker], ['#fd9a4a', donker], ['#b9480a', wit], ['#6b2603', wit]),
    termijn: verf(['#fde3e6', donker], ['#fbbcc9', donker], ['#f586b1', donker], ['#b3117b', wit], ['#5a0664', wit]),
    paden: verf(['#77b88c', donker], ['#4da36b', donker], ['#27804a', wit], ['#176b39', wit], ['#00451d', wit]),
  },
  verschil: {
    minder: verf(['#d8daeb', donker], ['#a69bcb', donker], ['#542788', wit]),
    meer: verf(['#fee0b6', donker], ['#f1a340', donker], ['#9a4a05', wit]),
  },
};

/** In het donker loopt de reeks andersom: hoe meer, hoe lichter. */
export const DONKER: Palet = {
  doek: '#1b242e', lijn: '#8d9cab', inkt: '#eef2f6', inktZacht: '#b4c0cb', leeg: '#1b242e', label: { vlak: '#eef2f6', inkt: donker }, kies: '#ffbf47',
  reeks: {
    nu: verf(['#1c3854', wit], ['#205380', wit], ['#2b70ad', wit], ['#6baed6', donker], ['#cfe3f5', donker]),
    duur: verf(['#4a2a10', wit], ['#74390b', wit], ['#a54a0a', wit], ['#f58a3c', donker], ['#fedcb8', donker]),
    termijn: verf(['#4a1640', wit], ['#72185c', wit], ['#a31a78', wit], ['#f27bb0', donker], ['#fdd5e0', donker]),
    paden: verf(['#3c7a52', wit], ['#4f9a69', donker], ['#6bb786', donker], ['#93d3a8', donker], ['#c5efd2', donker]),
  },
  verschil: {
    minder: verf(['#463b6e', wit], ['#7565b2', wit], ['#c3b9ea', donker]),
    meer: verf(['#5f3b0d', wit], ['#9c5c10', wit], ['#f7b45c', donker]),
  },
};

/** De verf van een plek; zonder kleur, of als er niets te zeggen is, is een plek als papier. */
export function verfVan(palet: Palet, reeks: Reeks, niveau: Niveau): Verf {
  const trede = typeof niveau !== 'number' || niveau === 0 ? undefined : reeks === 'verschil' ? palet.verschil[niveau < 0 ? 'minder' : 'meer'][Math.abs(niveau) - 1] : palet.reeks[reeks][niveau - 1];
  return trede ?? { vlak: palet.leeg, inkt: palet.inkt };
}

/** De kleuren van de legenda, in de volgorde van de klassen: van weinig naar veel, en van een verschil van minder naar meer. */
export const legendaVerf = (palet: Palet, reeks: Reeks): readonly Verf[] =>
  (reeks === 'verschil' ? ([-3, -2, -1, 0, 1, 2, 3] as const).map((niveau) => verfVan(palet, reeks, niveau)) : palet.reeks[reeks]);
