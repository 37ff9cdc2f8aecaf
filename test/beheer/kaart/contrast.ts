/** Relatieve helderheid van een kleur (WCAG 2.1). @param kleur als `#rrggbb` of `rgb(r, g, b)` */
export function helderheid(kleur: string): number {
  const delen = kleur.startsWith('#') ? [1, 3, 5].map((i) => parseInt(kleur.slice(i, i + 2), 16)) : [...kleur.matchAll(/[\d.]+/g)].slice(0, 3).map((m) => Number(m[0]));
  const [r = 0, g = 0, b = 0] = delen.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: string, b: string): number {
  const [x, y] = [helderheid(a), helderheid(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}
