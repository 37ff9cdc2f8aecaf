type Drie = readonly [number, number, number];

/** Viénot, Brettel en Mollon (1999): wat iemand zonder groene of rode kegeltjes van een kleur ziet, in lineair RGB. */
const ZICHT = {
  deuteranopie: [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
  protanopie: [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
} as const;

const lineair = (v: number): number => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
const rgb = (kleur: string): Drie => [1, 3, 5].map((i) => lineair(parseInt(kleur.slice(i, i + 2), 16))) as unknown as Drie;
const maal = (m: readonly (readonly number[])[], [r, g, b]: Drie): Drie => m.map(([x = 0, y = 0, z = 0]) => x * r + y * g + z * b) as unknown as Drie;

/** @param kleur als `#rrggbb` @returns lineair RGB */
export const zoalsGezien = (kleur: string, zicht: keyof typeof ZICHT): Drie => maal(ZICHT[zicht], rgb(kleur));

/** CIE76-afstand van twee kleuren; boven 20 is het verschil in één oogopslag te zien. */
export function afstand(een: Drie, ander: Drie): number {
  const [a, b] = [lab(een), lab(ander)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function lab(kleur: Drie): Drie {
  const [x, y, z] = maal([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], kleur);
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const [fx, fy, fz] = [f(x / 0.9505), f(y), f(z / 1.089)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}
