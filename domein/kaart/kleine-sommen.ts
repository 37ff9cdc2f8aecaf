import { teKlein } from './onderdruk.ts';
import { P, type Rij, type Rijruimte } from './rijruimte.ts';

/**
 * Alle groepen die samen één tot en met vier kinderen zijn en waarvan die som af te leiden is. In elke groep zit minstens één kind,
 * dus zo'n som heeft hooguit vier groepen en is volledig te zoeken. Wat een groep aan onbekends overhoudt wordt daarvoor
 * samengevat in een getal dat mee optelt: een som is af te leiden als die getallen samen nul zijn; elke vondst wordt nagerekend.
 * @param aantallen kinderen per kolom, elk minstens één
 */
export function kleineSommen(ruimte: Rijruimte, aantallen: readonly number[]): Rij[] {
  const klein = aantallen.flatMap((aantal, kolom) => (teKlein(aantal) && ruimte.kent(kolom) ? [{ kolom, aantal, ...samenvatting(ruimte.rest(new Map([[kolom, 1]]))) }] : []));
  const op = new Map<number, Kolom[]>();
  for (const een of klein) voegToe(op, sleutel(een.a, een.b), een);
  const uit: Rij[] = [];
  const meld = (...kolommen: readonly Kolom[]): void => {
    const rij: Rij = new Map(kolommen.map((k) => [k.kolom, 1]));
    if (rij.size === kolommen.length && ruimte.bevat(rij)) uit.push(rij);
  };
  for (const een of op.get(0) ?? []) meld(een);
  const paren = new Map<number, [Kolom, Kolom][]>();
  for (const [i, x] of klein.entries()) {
    for (const y of op.get(sleutel(tegen(x.a), tegen(x.b))) ?? []) if (y.kolom > x.kolom && teKlein(x.aantal + y.aantal)) meld(x, y);
    for (let j = i + 1; j < klein.length; j++) {
      const y = klein[j]!;
      if (x.aantal + y.aantal > 3) continue;
      const [a, b] = [(x.a + y.a) % P, (x.b + y.b) % P];
      for (const z of op.get(sleutel(tegen(a), tegen(b))) ?? []) if (z.kolom > y.kolom && teKlein(x.aantal + y.aantal + z.aantal)) meld(x, y, z);
      if (x.aantal + y.aantal > 2) continue;
      for (const [v, w] of paren.get(sleutel(tegen(a), tegen(b))) ?? []) meld(v, w, x, y);
      voegToe(paren, sleutel(a, b), [x, y]);
    }
  }
  return uit;
}

interface Kolom { readonly kolom: number; readonly aantal: number; readonly a: number; readonly b: number }

const tegen = (n: number): number => (P - n) % P;
const sleutel = (a: number, b: number): number => a * P + b;
function voegToe<T>(tabel: Map<number, T[]>, op: number, wat: T): void {
  const rij = tabel.get(op);
  if (rij) rij.push(wat);
  else tabel.set(op, [wat]);
}

/** Twee vaste getallen per kolom die op toeval lijken, met de rij vermenigvuldigd en opgeteld. */
function samenvatting(rij: Rij): { a: number; b: number } {
  let [a, b] = [0, 0];
  for (const [kolom, waarde] of rij) {
    a = (a + waarde * gemengd(kolom, 0x9e3779b9)) % P;
    b = (b + waarde * gemengd(kolom, 0x85ebca6b)) % P;
  }
  return { a, b };
}
function gemengd(kolom: number, zaad: number): number {
  let t = Math.imul(kolom + 1, zaad);
  t = Math.imul(t ^ (t >>> 16), 0x7feb352d);
  t = Math.imul(t ^ (t >>> 15), 0x846ca68b);
  return ((t ^ (t >>> 16)) >>> 0) % P;
}
