import { niveau, type Merk, type Niveau } from '../kaart/hitte.ts';
import { procentTekst } from '../getal.ts';
import { maatVan, type Vergelijkbeeld } from './beelden.ts';
import type { Vergelijkrij } from './tabel.ts';

/** De merken van het verschil: hetzelfde getal als in de tabel, met eronder waar het van en naar ging. Waar aan beide kanten niets is, staat niets. */
export function maakVerschilmerken(rijen: readonly Vergelijkrij[], beeld: Vergelijkbeeld): Merk[] {
  const { grenzen } = maatVan(beeld);
  return rijen.filter((rij) => rij.inModel && [rij.a, rij.b].some(({ cijfer, waarde }) => cijfer !== null ? cijfer !== 0 : waarde !== -1)).map(({ id, a, b, verschil: { cijfer, tekst } }) => ({
    id, getal: tekst, onder: cijfer === null || cijfer === 0 ? '' : `${a.tekst} → ${b.tekst}`,
    niveau: cijfer === null ? 'verborgen' : (Math.sign(cijfer) * Number(niveau(Math.abs(cijfer), grenzen))) as Niveau,
  }));
}

/** De klassen van de legenda, van minder naar meer. */
export function verschilklassen(beeld: Vergelijkbeeld): string[] {
  const { grenzen, eenheid, meer, minder } = maatVan(beeld);
  const getal = (g: number): string => (eenheid === 'procentpunt' ? procentTekst(Math.max(g, 0.01)).replace('%', '') : String(g));
  const laatste = (g: number): string => (eenheid === 'procentpunt' ? procentTekst(g - 0.01).replace('%', '') : String(g - 1));
  const trap = grenzen.map((g, i) => {
    const volgende = grenzen[i + 1];
    const bereik = volgende === undefined ? `${getal(g)} of meer` : getal(g) === laatste(volgende) ? getal(g) : `${getal(g)}–${laatste(volgende)}`;
    return `${bereik} ${eenheid}`;
  });
  return [...trap.map((t) => `${t} ${minder}`).reverse(), 'gelijk', ...trap.map((t) => `${t} ${meer}`)];
}
