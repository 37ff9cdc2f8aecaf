/** Toeval met een vast begin: hetzelfde zaad geeft altijd dezelfde demo. */
export interface Random {
  /** Een getal van 0 tot 1. */
  getal(): number;
  /** Een heel getal van `min` tot en met `max`. */
  tussen(min: number, max: number): number;
  /** Een heel getal van 0 tot `grens`, de grens zelf niet. */
  onder(grens: number): number;
  kies<T>(uit: readonly T[]): T;
  /** Een nieuw toeval dat niet verandert als elders een worp bij komt. */
  tak(naam: string): Random;
}

/** Maakt toeval uit een tekst (mulberry32 over een hash van de tekst). */
export function makeRandom(zaad: string): Random {
  let stand = 2166136261;
  for (const teken of zaad) stand = Math.imul(stand ^ (teken.codePointAt(0) as number), 16777619);
  const getal = (): number => {
    stand = (stand + 0x6d2b79f5) | 0;
    let t = Math.imul(stand ^ (stand >>> 15), 1 | stand);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const onder = (grens: number): number => Math.floor(getal() * grens);
  const tussen = (min: number, max: number): number => min + onder(max - min + 1);
  return { getal, tussen, onder, kies: (uit) => uit[onder(uit.length)] as never, tak: (naam) => makeRandom(`${zaad}/${naam}`) };
}
