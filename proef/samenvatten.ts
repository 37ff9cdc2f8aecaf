import type { Opname } from './opname.ts';
import { SOORTEN, type Soort, type Verschil } from './verschil.ts';
import { vergelijkOpnames } from './vergelijken.ts';

/** Eén verschil, met alle verlopen waarin het voorkomt. */
export interface Groep extends Verschil {
  readonly verlopen: readonly string[];
  /** Komt het voorbeeld in elk verloop zo voor? Anders is het er één van meer. */
  readonly overalZo: boolean;
}

/** Vergelijkt elk verloop en zet wat op meer plekken hetzelfde is bij elkaar, het belangrijkste eerst. */
export function vatSamen(paren: readonly { readonly nu: Opname; readonly straks: Opname }[]): Groep[] {
  const groepen = new Map<string, { verschil: Verschil; verlopen: string[]; voorbeelden: Set<string | undefined> }>();
  for (const { nu, straks } of paren) {
    for (const verschil of vergelijkOpnames(nu, straks)) {
      const sleutel = `${verschil.soort} ${verschil.zin}`;
      const groep = groepen.get(sleutel) ?? { verschil, verlopen: [], voorbeelden: new Set() };
      groepen.set(sleutel, groep);
      if (!groep.verlopen.includes(nu.naam)) groep.verlopen.push(nu.naam);
      groep.voorbeelden.add(verschil.voorbeeld);
    }
  }
  const volgorde = Object.keys(SOORTEN) as Soort[];
  return [...groepen.values()].map(({ verschil, verlopen, voorbeelden }): Groep => ({ ...verschil, verlopen, overalZo: voorbeelden.size === 1 }))
    .sort((a, b) => volgorde.indexOf(a.soort) - volgorde.indexOf(b.soort) || b.verlopen.length - a.verlopen.length);
}
