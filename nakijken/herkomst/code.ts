import type { Bronbestand } from '../code.ts';
import { namen } from '../formulieren/lezers/code.ts';

/** Een keuze waar de programmatuur naar kijkt; één van de waarden moet er zijn. */
export interface Codevergelijking {
  readonly formulier: string;
  readonly sleutel: string;
  readonly waarden: readonly string[];
  readonly wie: string;
}

const CONTROLES = 'domein/regels/';
/** `waarde(invoer, 'x') === 'A'`, `invoer.x !== 'A'` en `invoer['x'] === 'A'`. */
const IN_CONTROLE = /(?:waarde\(invoer, '(\w+)'\)|invoer(?:\.|\[')(\w+)(?:'\])?) [!=]== '([^']+)'/g;
const JA_NEE = /is(Ja|Nee)\(invoer, '(\w+)'\)/g;
const FORMULIEREN = /leesAntwoorden\([\w.]+,\s*\[([^\]]*)\]/g;
const IN_CIJFER = /velden\['(\w+)'\] [!=]== '([^']+)'/g;

/** De keuzes die de controles van een formulier en de cijfers bij naam noemen. */
export const uitProgramma = (code: readonly Bronbestand[]): Codevergelijking[] => code.flatMap(({ pad, tekst }) => [...inControle(pad, tekst), ...inCijfer(pad, tekst)]);

/** Een controle staat in een bestand dat heet als haar formulier; een paar kleine staan samen en dan telt alleen hun eigen formulier. */
function inControle(pad: string, tekst: string): Codevergelijking[] {
  if (!pad.startsWith(CONTROLES)) return [];
  const formulier = pad.slice(CONTROLES.length, -'.ts'.length);
  const wie = `de controle (${pad})`;
  return [
    ...[...tekst.matchAll(IN_CONTROLE)].map(([, a, b, waarde]) => ({ formulier, sleutel: (a ?? b) as string, waarden: [waarde as string], wie })),
    ...[...tekst.matchAll(JA_NEE)].map(([, soort, sleutel]) => ({ formulier, sleutel: sleutel as string, waarden: soort === 'Ja' ? ['ja', 'JA'] : ['nee', 'NEE'], wie })),
  ];
}

function inCijfer(pad: string, tekst: string): Codevergelijking[] {
  const formulieren = [...tekst.matchAll(FORMULIEREN)].flatMap(([, lijst]) => namen(lijst));
  return [...tekst.matchAll(IN_CIJFER)].flatMap(([, sleutel, waarde]) => formulieren.map((formulier) => ({ formulier, sleutel: sleutel as string, waarden: [waarde as string], wie: `de cijfers (${pad})` })));
}
