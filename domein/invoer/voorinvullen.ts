import type { Veld } from '../logboek/formulier.ts';
import { alsGetypt, getyptVeld } from './getypt.ts';

/**
 * De tekst bij elke datum en elk getal dat een taak al meekrijgt, zodat het formulier laat zien wat er staat: de invuller leest
 * `05-09-2025`, de casus kent `2025-09-05`. In een lijst krijgt elke rij haar eigen tekst.
 * @returns alleen wat er bij komt
 */
export function voorinvulling(velden: readonly Veld[], waarden: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(velden.flatMap((veld) => bij(veld, waarden[veld.sleutel])));
}

function bij({ type, sleutel, rijen }: Veld, waarde: unknown): [string, unknown][] {
  if (type === 'getypt') {
    const tekst = alsGetypt(waarde);
    return tekst === null ? [] : [[getyptVeld(sleutel), tekst]];
  }
  if (type !== 'dynamiclist' || !Array.isArray(waarde) || waarde.length === 0 || !rijen.some((rij) => rij.type === 'getypt')) return [];
  const isRij = (rij: unknown): rij is Record<string, unknown> => typeof rij === 'object' && rij !== null && !Array.isArray(rij);
  return [[sleutel, waarde.filter(isRij).map((rij) => ({ ...voorinvulling(rijen, rij), ...rij }))]];
}
