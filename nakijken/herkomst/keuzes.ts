import { onderdelen, type Formulierbestand } from '../formulieren/lezen.ts';
import type { Schrijvers } from './schrijvers.ts';

/** De teksten die een pad kan hebben, en de velden waar iemand ze kiest. */
export interface Keuzes {
  readonly waarden: ReadonlySet<string>;
  readonly velden: readonly { readonly formulier: Formulierbestand; readonly sleutel: string }[];
}

/** De vaste keuzes van een veld; niets bij een veld waar iemand typt, of waarvan de keuzes worden berekend. */
export function keuzesVan(formulier: Formulierbestand, sleutel: string): readonly string[] | undefined {
  const velden = onderdelen(formulier).filter(({ key }) => key === sleutel);
  if (velden.length === 0 || velden.some(({ values }) => values === undefined)) return undefined;
  return velden.flatMap(({ values = [] }) => values.map(({ value }) => String(value)));
}

/**
 * De waarden van een pad, langs elke weg waarop het wordt geschreven.
 * @returns niets als één van die wegen niet te lezen is: dan is ook niet te zeggen wat er ontbreekt
 */
export function keuzesBij(pad: string, schrijvers: Schrijvers, onderweg: ReadonlySet<string> = new Set()): Keuzes | undefined {
  const waarden = new Set<string>();
  const velden = new Map<string, Keuzes['velden'][number]>();
  let gevonden = false;
  for (const [doel, bronnen] of voorvoegsels(pad).map((deel) => [deel, schrijvers.get(deel) ?? []] as const)) {
    const rest = pad.slice(doel.length);
    for (const bron of bronnen) {
      if (bron.soort === 'pad') {
        const verder = bron.pad + rest;
        if (verder === pad || onderweg.has(verder)) continue;
        const daar = keuzesBij(verder, schrijvers, new Set([...onderweg, pad]));
        if (!daar) return undefined;
        daar.waarden.forEach((w) => waarden.add(w));
        daar.velden.forEach((v) => velden.set(`${v.formulier.naam} ${v.sleutel}`, v));
      } else if (rest !== '') continue;
      else if (bron.soort === 'tekst') waarden.add(bron.tekst);
      else if (bron.soort === 'veld') {
        const eigen = keuzesVan(bron.formulier, bron.sleutel);
        if (!eigen) return undefined;
        eigen.forEach((w) => waarden.add(w));
        velden.set(`${bron.formulier.naam} ${bron.sleutel}`, bron);
      } else return undefined;
      gevonden = true;
    }
  }
  return gevonden ? { waarden, velden: [...velden.values()] } : undefined;
}

/** `a.b.c` is ook een onderdeel van `a.b` en van `a`. */
const voorvoegsels = (pad: string): string[] => pad.split('.').map((_deel, n, delen) => delen.slice(0, n + 1).join('.'));
