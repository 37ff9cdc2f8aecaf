import { datumTekst, momentTekst } from '../kalender/datum.ts';
import type { Veld } from './formulier.ts';

/** Het veld met de bestede uren krijgt een eigen kolom. */
export const UREN = 'urenBesteed';

/** De ingevulde velden van een formulier: alleen wat het formulier kent en wat een waarde heeft. */
export function kiesVelden(velden: readonly Veld[], variabelen: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const paren = velden.map(({ sleutel, teller }) => [sleutel, teller !== undefined && variabelen[teller] === 0 ? [] : variabelen[sleutel]] as const);
  return Object.fromEntries(paren.filter(([, waarde]) => !isLeeg(waarde)));
}

/** Leesbare regels "Label: waarde", met de labels en keuzes zoals de invuller ze zag (R-LOG-1). */
export function alsRegels(velden: readonly Veld[], waarden: Readonly<Record<string, unknown>>): string {
  return velden
    .filter((veld) => veld.sleutel !== UREN && !isLeeg(waarden[veld.sleutel]))
    .map((veld) => `${veld.label}: ${toon(veld, waarden[veld.sleutel])}`)
    .join('\n');
}

const isLeeg = (waarde: unknown): boolean => waarde === undefined || waarde === null || waarde === '' || (Array.isArray(waarde) && waarde.length === 0);

function toon(veld: Veld, waarde: unknown): string {
  if (Array.isArray(waarde)) {
    if (veld.type !== 'dynamiclist') return waarde.map((deel) => toon(veld, deel)).join(', ');
    return waarde.map((rij, i) => `\n  ${i + 1}. ${toonRij(veld.rijen, rij)}`).join('');
  }
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  if (typeof waarde === 'number') return veld.keuzes[String(waarde)] ?? String(waarde).replace('.', ',');
  if (typeof waarde === 'string') return veld.keuzes[waarde] ?? (['datetime', 'getypt'].includes(veld.type) ? toonDatum(waarde) : waarde);
  return JSON.stringify(waarde);
}

function toonRij(velden: readonly Veld[], rij: unknown): string {
  const waarden = (typeof rij === 'object' && rij !== null ? rij : {}) as Record<string, unknown>;
  return velden.filter((v) => !isLeeg(waarden[v.sleutel])).map((v) => `${v.label}: ${toon(v, waarden[v.sleutel])}`).join('; ');
}

function toonDatum(waarde: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(waarde)) return datumTekst(waarde);
  return /^\d{4}-\d{2}-\d{2}T/.test(waarde) ? momentTekst(waarde) : waarde;
}
