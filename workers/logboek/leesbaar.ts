import type { Veld } from './formulier-lezen.ts';

const waarde = (w: unknown, keuzes: ReadonlyMap<string, string>): string => {
  if (w === true) return 'ja';
  if (w === false) return 'nee';
  if (Array.isArray(w)) return w.map((deel) => (typeof deel === 'object' && deel !== null ? Object.values(deel).map((x) => waarde(x, keuzes)).join(' ') : waarde(deel, keuzes))).join('; ');
  return keuzes.get(String(w)) ?? String(w);
};

/** Wat er is ingevuld als regels "Label: waarde", in de volgorde van het formulier; leeg gelaten velden vallen weg. */
export function alsRegels(velden: readonly Veld[], ingevuld: Readonly<Record<string, unknown>>): string {
  return velden
    .filter(({ sleutel }) => ingevuld[sleutel] !== undefined && ingevuld[sleutel] !== null && ingevuld[sleutel] !== '')
    .map(({ sleutel, label, keuzes }) => `${label}: ${waarde(ingevuld[sleutel], keuzes)}`)
    .join('\n');
}
