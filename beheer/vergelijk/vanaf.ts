import type { Kaart } from '../../domein/kaart/kaart.ts';
import type { Stand } from '../kaart/adres.ts';
import { meetdag } from '../kaart/bijschrift.ts';
import { vergelijkadres } from './adres.ts';
import type { Vergelijkbeeld } from './beelden.ts';
import { maatstafVoor } from './maatstaf.ts';

/** Het adres waarmee iemand deze heatmap vergelijkt met waar zij het eerst tegenover hoort (maatstaf.ts). */
export function vergelijkVanaf(kaart: Kaart, { beeld, dagen, via, blad }: Stand): string {
  const { a, b } = maatstafVoor(Object.fromEntries(Object.entries(kaart.filter).filter(([, waarde]) => waarde !== undefined).map(([veld, waarde]) => [veld, String(waarde)])), meetdag(kaart));
  // Tussen twee perioden verschilt nu niets: dan gaat het om wie er langskwamen.
  const naarBeeld: Record<Stand['beeld'], Vergelijkbeeld> = { nu: Object.keys(a).length === Object.keys(b).length ? 'klaar' : 'nu', duur: 'duur', termijn: 'termijn', paden: 'paden' };
  return vergelijkadres({ proces: kaart.proces, beeld: naarBeeld[beeld], dagen, via, blad, sorteer: '', a, b });
}
