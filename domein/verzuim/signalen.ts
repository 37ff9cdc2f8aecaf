import { z } from 'zod';
import type { Beslissen } from '../beslissen.ts';

/** Hoe een signaal of categorie in gewoon Nederlands heet (routeboek r. 305–319, r. 398–407). */
const NAMEN: Record<string, string> = {
  KWART_IN_TWEE_WEKEN: 'in twee weken een kwart van de schooltijd of meer gemist',
  TWEE_WEKEN_GROTE_MOEITE: 'al twee weken of langer grote moeite om naar school te gaan',
  TIEN_DAGEN_IN_VIJFTIEN_WEKEN: 'in vijftien weken tien dagen of meer afwezig',
  VERZUIM_16_UUR: 'zestien uur of meer ongeoorloofd verzuim in vier lesweken',
  OVERIG_VERZUIM: 'ongeoorloofd verzuim, minder dan zestien uur in vier lesweken',
  LUXE_VERZUIM: 'luxeverzuim',
  LANGDURIG_RELATIEF_VERZUIM: 'langdurig relatief verzuim',
  ABSOLUUT_VERZUIM: 'niet ingeschreven op een school',
  THUISZITTER: 'langer dan vier weken meer dan drie dagen per week thuis',
};
const lijst = z.array(z.string()).nullish().transform((codes) => codes ?? []);

/**
 * De signalen van problematisch verzuim en de wettelijke categorieën die bij de laatste stand horen, in woorden. Zij helpen in
 * het gesprek; zij melden zelf niets (routeboek r. 398–421).
 */
export async function leesSignalen(beslissen: Beslissen, stand: Record<string, unknown>): Promise<string[]> {
  if (!stand.verzuim) return [];
  const codes = await Promise.all(['problematisch-verzuim', 'verzuimcategorie'].map(async (tabel) => lijst.parse(await beslissen.beslis(tabel, stand))));
  return codes.flat().map((code) => NAMEN[code] ?? code);
}
