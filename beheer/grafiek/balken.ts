import { scaleLinear } from 'd3-scale';
import type { Aantal } from '../../domein/kaart/onderdruk.ts';
import { aantalTekst } from '../getal.ts';
import { breedEnSmal, el, tekening, tekst, type Svg } from './svg.ts';

export interface Balk {
  readonly naam: string;
  readonly waarde: Aantal;
}

export interface Balkgrafiek {
  readonly id: string;
  readonly titel: string;
  readonly omschrijving: string;
  readonly balken: readonly Balk[];
}

const RIJ = 36;
const MAAT = { breed: { breed: 520, naam: 160 }, smal: { breed: 340, naam: 152 } } as const;

/** Liggende balken onder elkaar, met het getal erachter. Hoe lager in de lijst, hoe zwaarder de kleur. */
export const balkgrafiek = (grafiek: Balkgrafiek): Svg => breedEnSmal((variant) => teken(grafiek, variant));

function teken({ id, titel, omschrijving, balken }: Balkgrafiek, variant: keyof typeof MAAT): Svg {
  const { breed, naam } = MAAT[variant];
  const x = scaleLinear([0, Math.max(5, ...balken.map(({ waarde }) => (typeof waarde === 'number' ? waarde : 0)))], [0, breed - naam - 60]);
  return tekening(`${id}-${variant}`, { breed, hoog: balken.length * RIJ }, { titel, omschrijving, klasse: `grafiek--${variant}` }, balken.map(({ naam: label, waarde }, i) => {
    const midden = i * RIJ + RIJ / 2;
    const lengte = typeof waarde === 'number' ? Math.max(2, x(waarde)) : 0;
    return el('g', { class: `balk balk--${i + 1}` }, [
      tekst(label, { class: 'grafiek__naam', x: naam - 10, y: midden + 5, 'text-anchor': 'end' }),
      el('rect', { class: 'balk__vlak', x: naam, y: midden - 12, width: lengte, height: 24 }),
      tekst(aantalTekst(waarde), { class: typeof waarde === 'number' ? 'reeks__getal' : 'grafiek__gat', x: naam + lengte + 8, y: midden + 5 }),
    ]);
  }));
}
