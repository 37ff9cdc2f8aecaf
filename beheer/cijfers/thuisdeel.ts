import { GROEPEN, groepnamen, VOORUIT_DAGEN } from '../../domein/cijfers/klokgroepen.ts';
import type { Cijfernormen } from '../../domein/cijfers/normen.ts';
import type { Kindnu } from '../../domein/cijfers/nu.ts';
import type { Telling } from '../../domein/cijfers/telling.ts';
import { balkgrafiek } from '../grafiek/balken.ts';
import { alsGetal, inWoorden, type Getal } from '../getal.ts';

/** Een getal met zijn naam, in een lijst of tabel. */
export interface Regel {
  readonly naam: string;
  readonly getal: Getal;
}

/** Hoe lang kinderen nu thuis zijn en wie binnenkort een grens passeert: hetzelfde op Start, op Klok en in het bestand. */
export interface Thuisdeel {
  readonly grafiek: string;
  readonly rijen: readonly Regel[];
  readonly straks: readonly Regel[];
  /** Zo ver vooruit kijkt `straks`. */
  readonly dagen: number;
}

export function maakThuisdeel(normen: Pick<Cijfernormen, 'thuis'>, nu: Telling<Kindnu>): Thuisdeel {
  const school = normen.thuis('');
  const balken = groepnamen(school).map((naam, i) => ({ naam, waarde: nu.toon(`groep${GROEPEN[i]}`) }));
  return {
    grafiek: balkgrafiek({ id: 'thuis', titel: 'Hoe lang kinderen nu thuis zijn', omschrijving: balken.map(({ naam, waarde }) => `${naam}: ${inWoorden(waarde)}`).join('; '), balken }),
    rijen: balken.map(({ naam, waarde }) => ({ naam, getal: alsGetal(waarde) })),
    straks: [{ naam: `${school.naam('vierWeken')} thuis: thuiszitter`, getal: alsGetal(nu.toon('passeertVier')) }, { naam: `langer dan ${school.naam('drieMaanden')} thuis`, getal: alsGetal(nu.toon('passeertDrie')) }],
    dagen: VOORUIT_DAGEN,
  };
}
