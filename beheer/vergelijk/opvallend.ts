import type { Kaart } from '../../domein/kaart/kaart.ts';
import type { Scherm } from '../kaart/scherm.ts';
import type { Vergelijkbeeld } from './beelden.ts';
import type { Vergelijkrij } from './tabel.ts';

/** De plekken of pijlen met een verschil, het grootste eerst, naar welke kant ook; is het even groot, dan wat meer werd. */
export const vanGrootNaarKlein = (rijen: readonly Vergelijkrij[]): Vergelijkrij[] =>
  rijen.filter(({ inModel, verschil }) => inModel && verschil.cijfer !== null && verschil.cijfer !== 0)
    .sort((x, y) => Math.abs(y.verschil.cijfer!) - Math.abs(x.verschil.cijfer!) || y.verschil.cijfer! - x.verschil.cijfer!);

/** De drie grootste, voor boven de pagina. @param verschillen van groot naar klein */
export function opvallend(verschillen: readonly Vergelijkrij[], beeld: Vergelijkbeeld, paden: Kaart['paden']): Scherm['opvallend'] {
  const getal = ({ verschil }: Vergelijkrij): string => `${verschil.tekst}${beeld === 'duur' ? (Math.abs(verschil.cijfer!) === 1 ? ' dag' : ' dagen') : ''}`;
  return (beeld === 'paden' ? keuzes(verschillen, paden) : stappen(verschillen)).slice(0, 3)
    .map((rij) => ({ id: rij.id, href: `#rij-${rij.id}`, naam: beeld === 'paden' ? `${rij.naam} ${rij.cellen[0]!.tekst}` : rij.naam, getal: getal(rij) }));
}

/** Een deelproces niet, want dat is de som van wat erin zit. */
const stappen = (rijen: readonly Vergelijkrij[]): Vergelijkrij[] => rijen.filter(({ element: e }) => e?.soort === 'userTask' || e?.soort === 'callActivity');

/** Van elke keuze één antwoord: wat het ene vaker werd, werd het andere minder vaak. Zonder antwoord is niet te zeggen welke pijl het is. */
function keuzes(rijen: readonly Vergelijkrij[], paden: Kaart['paden']): Vergelijkrij[] {
  const van = new Map(paden.map((p) => [p.id, p.van]));
  const gehad = new Set<string | undefined>();
  return rijen.filter(({ id, cellen }) => cellen[0]!.waarde !== '' && !gehad.has(van.get(id)) && gehad.add(van.get(id)));
}
