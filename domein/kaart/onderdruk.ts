/** Kleiner is te herleiden tot een kind (errata §3). */
export const DREMPEL = 5;

/** Een aantal zoals het naar buiten mag. `<5`: te klein om te noemen; null: weggelaten omdat een ander getal er anders uit volgt. */
export type Aantal = number | '<5' | null;

/** Nul zegt niets over een kind; een tot en met vier wel. */
export const teKlein = (n: number): boolean => n > 0 && n < DREMPEL;
export const aantal = (n: number): Aantal => (teKlein(n) ? '<5' : n);

/**
 * Een deel van een geheel. Is het deel of de rest te klein, dan is het aandeel er ook niet: uit 20 van de 22 volgt dat het er
 * bij twee anders ging.
 */
export function deel(n: number, geheel: number): { aantal: Aantal; aandeel: number | null } {
  if (teKlein(n)) return { aantal: '<5', aandeel: null };
  if (teKlein(geheel - n) || teKlein(geheel)) return { aantal: null, aandeel: null };
  return { aantal: n, aandeel: geheel === 0 ? null : Math.round((1000 * n) / geheel) / 1000 };
}

/**
 * Is van één geheel precies één deel te klein, dan volgt het uit de rest: dan valt ook het kleinste van de andere delen weg.
 * Nullen blijven staan: wie nul weglaat, zegt juist dat het iets anders is.
 * @param groepen de delen per geheel, met hun echte aantal
 * @returns de delen die erbij weg moeten
 */
export function beschermDelen(groepen: Iterable<readonly { readonly id: string; readonly n: number }[]>): Set<string> {
  const weg = new Set<string>();
  for (const delen of groepen) {
    const klein = delen.filter((d) => teKlein(d.n));
    const som = klein.reduce((tot, d) => tot + d.n, 0);
    if (klein.length === 0 || (klein.length > 1 && som >= DREMPEL)) continue;
    const [kleinste] = delen.filter((d) => d.n >= DREMPEL).sort((a, b) => a.n - b.n || a.id.localeCompare(b.id));
    if (kleinste) weg.add(kleinste.id);
  }
  return weg;
}
