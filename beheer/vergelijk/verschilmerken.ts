import { niveau, type Merk, type Niveau, type Pijlmerk } from '../kaart/hitte.ts';
import { NIETS } from '../kaart/tabel.ts';
import { procentTekst } from '../getal.ts';
import { maatVan, type Vergelijkbeeld } from './beelden.ts';
import type { Vergelijkrij } from './tabel.ts';

/** De merken van het verschil: hetzelfde getal als in de tabel, met eronder waar het van en naar ging. Waar aan beide kanten niets is, staat niets. */
export function maakVerschilmerken(rijen: readonly Vergelijkrij[], beeld: Vergelijkbeeld): Merk[] {
  return rijen.filter((rij) => rij.inModel && [rij.a, rij.b].some(({ cijfer, waarde }) => cijfer !== null ? cijfer !== 0 : waarde !== -1)).map(({ id, a, b, verschil: { cijfer, tekst } }) => ({
    id, getal: tekst, onder: cijfer === null || cijfer === 0 ? '' : `${a.tekst} → ${b.tekst}`,
    niveau: verschilniveau(cijfer, beeld),
  }));
}

/**
 * De pijlen van het verschil: hoeveel groter of kleiner het deel van wat uit hetzelfde punt weggaat is geworden. Een pijl waar niets te
 * kiezen was heeft er geen.
 */
export function maakPijlverschillen(rijen: readonly Vergelijkrij[], beeld: Vergelijkbeeld): Pijlmerk[] {
  return rijen.filter(({ a, b }) => [a, b].some(({ waarde }) => waarde !== NIETS.waarde))
    .map(({ id, verschil: { cijfer, tekst } }) => ({ id, niveau: verschilniveau(cijfer, beeld), getal: tekst, deel: Math.abs(cijfer ?? 0) }));
}

/** De trede van een verschil: onder nul is minder; zonder verschil is het niet te zeggen. */
const verschilniveau = (cijfer: number | null, beeld: Vergelijkbeeld): Niveau =>
  (cijfer === null ? 'verborgen' : (Math.sign(cijfer) * Number(niveau(Math.abs(cijfer), maatVan(beeld).grenzen))) as Niveau);

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
