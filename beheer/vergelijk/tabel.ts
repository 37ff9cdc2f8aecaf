import { verschil, type Tweetal } from '../../domein/kaart/vergelijk.ts';
import type { Dagen } from '../kaart/beelden.ts';
import type { Modeltekening } from '../kaart/modeltekening.ts';
import { gekozenKolom, gesorteerd, maakTabel, NIETS, type Cel, type Kolom, type Rij, type Tabel } from '../kaart/tabel.ts';
import { VERBORGEN } from '../getal.ts';
import { GEEN } from '../kaart/tekst.ts';
import { AANDELEN, maatVan, type Vergelijkbeeld } from './beelden.ts';
import { verschilTekst } from './tekst.ts';

/** Kolommen onder één kop. */
export interface Kolomgroep { readonly kop: string; readonly breed: number }
export interface Vergelijkrij extends Rij { readonly a: Cel; readonly b: Cel; readonly verschil: Cel }
export interface Vergelijktabel { readonly groepen: readonly Kolomgroep[]; readonly kolommen: readonly Kolom[]; readonly rijen: readonly Vergelijkrij[]; readonly kolom: string; readonly dalend: boolean }

/**
 * De tabellen van twee heatmaps naast elkaar, met het verschil. Elk getal is er een dat de heatmap zelf ook geeft.
 * @param sorteer de kolom waarop zij staat; zonder is dat het verschil van de voornaamste maat
 */
export function maakVergelijktabel({ a, b }: Tweetal, beeld: Vergelijkbeeld, dagen: Dagen, tekening: Pick<Modeltekening, 'rol' | 'antwoord'>, sorteer: string): Vergelijktabel {
  const { tabel, hoofd, kolommen: maten } = maatVan(beeld);
  const [vanA, vanB] = [maakTabel(a, tabel, dagen, tekening, ''), maakTabel(b, tabel, dagen, tekening, '')];
  const [inA, inB] = [vanA, vanB].map(({ rijen: alle }) => new Map(alle.map((rij) => [rij.id, rij]))) as [Map<string, Rij>, Map<string, Rij>];
  const rijen = [...new Map([...inB, ...inA]).values()].map((rij): Vergelijkrij => {
    const paren = maten.map((maat): [Cel, Cel, Cel] => {
      const [celA, celB] = [cel(vanA, inA.get(rij.id), maat), cel(vanB, inB.get(rij.id), maat)];
      return [celA, celB, verschilcel(celA, celB, AANDELEN.has(maat))];
    });
    const [celA, celB, celVerschil] = paren[maten.indexOf(hoofd)]!;
    return { ...rij, cellen: [cel(vanA, rij, 'stap'), ...paren.flat()], a: celA, b: celB, verschil: celVerschil };
  });
  const koppen = new Map(vanA.kolommen.map((k) => [k.sleutel, k.kop]));
  const kolommen: Kolom[] = [
    { sleutel: 'wat', kop: 'Wat', getal: false }, { sleutel: 'stap', kop: 'Stap', getal: false },
    ...maten.flatMap((maat) => ['A', 'B', 'Verschil'].map((kop): Kolom => ({ sleutel: `${maat}${kop}`, kop, getal: true, maat: koppen.get(maat) ?? maat }))),
  ];
  const [kolom, dalend] = gekozenKolom(kolommen, `${hoofd}Verschil`, sorteer);
  return { groepen: maten.map((maat) => ({ kop: koppen.get(maat) ?? maat, breed: 3 })), kolommen, rijen: gesorteerd(kolommen, rijen, kolom, dalend), kolom, dalend };
}

/** De cel van een maat; een plek die in deze tabel niet voorkomt heeft er niets. */
const cel = ({ kolommen }: Tabel, rij: Rij | undefined, maat: string): Cel => rij?.cellen[kolommen.findIndex((k) => k.sleutel === maat) - 1] ?? NIETS;

/** Alleen waar allebei een getal staat; waar iets verborgen is, is het verschil dat ook. */
function verschilcel(a: Cel, b: Cel, aandeel: boolean): Cel {
  const cijfer = verschil(a.cijfer, b.cijfer);
  if (cijfer !== null) return { tekst: verschilTekst(cijfer, aandeel), waarde: cijfer, getal: true, cijfer };
  const bedekt = [a, b].some(({ cijfer: c, tekst: t }) => c === null && t !== GEEN);
  return { tekst: bedekt ? VERBORGEN : GEEN, waarde: '', getal: true, cijfer: null };
}
