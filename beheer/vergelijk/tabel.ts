import { verschil, type Tweetal } from '../../domein/kaart/vergelijk.ts';
import type { Dagen } from '../kaart/beelden.ts';
import type { Modeltekening } from '../kaart/modeltekening.ts';
import { gekozenKolom, gesorteerd, maakTabel, NIETS, padtabel, type Cel, type Kolom, type Rij, type Tabel } from '../kaart/tabel.ts';
import { VERBORGEN } from '../getal.ts';
import { GEEN } from '../kaart/tekst.ts';
import { AANDELEN, maatVan, type Vergelijkbeeld } from './beelden.ts';
import { verschilTekst } from './tekst.ts';

/** Kolommen onder één kop. */
export interface Kolomgroep { readonly kop: string; readonly breed: number }
export interface Vergelijkrij extends Rij { readonly a: Cel; readonly b: Cel; readonly verschil: Cel }
/** `vast` is hoeveel kolommen er voor de eerste groep staan. */
export interface Vergelijktabel { readonly vast: number; readonly groepen: readonly Kolomgroep[]; readonly kolommen: readonly Kolom[]; readonly rijen: readonly Vergelijkrij[]; readonly kolom: string; readonly dalend: boolean }

/**
 * De tabellen van twee heatmaps naast elkaar, met het verschil. Elk getal is er een dat de heatmap zelf ook geeft.
 * @param sorteer de kolom waarop zij staat; zonder is dat het verschil van de voornaamste maat
 */
export function maakVergelijktabel({ a, b }: Tweetal, beeld: Vergelijkbeeld, dagen: Dagen, tekening: Pick<Modeltekening, 'rol' | 'antwoord'>, sorteer: string): Vergelijktabel {
  const { tabel, hoofd, kolommen: maten } = maatVan(beeld);
  const paden = tabel === 'paden';
  // Dat langs een pijl niemand ging is naast een ander getal ook een getal, dus hier staan eerst alle pijlen.
  const [vanA, vanB] = [a, b].map((kaart) => (paden ? padtabel(kaart, tekening, kaart.paden) : maakTabel(kaart, tabel, dagen, tekening, ''))) as [Tabel, Tabel];
  const vast = vanA.kolommen.slice(0, paden ? 3 : 2);
  const [inA, inB] = [vanA, vanB].map(({ rijen: alle }) => new Map(alle.map((rij) => [rij.id, rij]))) as [Map<string, Rij>, Map<string, Rij>];
  const nergens = ({ id }: Rij): boolean => paden && cel(vanA, inA.get(id), 'keer').cijfer === 0 && cel(vanB, inB.get(id), 'keer').cijfer === 0;
  const rijen = [...new Map([...inB, ...inA]).values()].filter((rij) => !nergens(rij)).map((rij): Vergelijkrij => {
    const paren = maten.map((maat): [Cel, Cel, Cel] => {
      const [celA, celB] = [cel(vanA, inA.get(rij.id), maat), cel(vanB, inB.get(rij.id), maat)];
      return [celA, celB, verschilcel(celA, celB, AANDELEN.has(maat))];
    });
    const [celA, celB, celVerschil] = paren[maten.indexOf(hoofd)]!;
    return { ...rij, cellen: [...rij.cellen.slice(0, vast.length - 1), ...paren.flat()], a: celA, b: celB, verschil: celVerschil };
  });
  const koppen = new Map(vanA.kolommen.map((k) => [k.sleutel, k.kop]));
  const kolommen: Kolom[] = [
    ...vast,
    ...maten.flatMap((maat) => ['A', 'B', 'Verschil'].map((kop): Kolom => ({ sleutel: `${maat}${kop}`, kop, getal: true, maat: koppen.get(maat) ?? maat }))),
  ];
  const [kolom, dalend] = gekozenKolom(kolommen, `${hoofd}Verschil`, sorteer);
  return { vast: vast.length, groepen: maten.map((maat) => ({ kop: koppen.get(maat) ?? maat, breed: 3 })), kolommen, rijen: gesorteerd(kolommen, rijen, kolom, dalend), kolom, dalend };
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
