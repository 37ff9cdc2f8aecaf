import { leesLaatsteMeldcodeRegel } from '../../registratie/meldcode-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import { inWoorden, type EerderGezegd } from '../logboek/eerder-gezegd.ts';
import type { Formulierlezer } from '../logboek/formulier.ts';
import { UREN } from '../logboek/regels.ts';
import { voorinvulling } from '../invoer/voorinvullen.ts';

/** Wat in dit traject eerder is ingevuld, voor de taak die erom vraagt; het staat alleen in die taak en verdwijnt met haar. */
export const leesMeldcodeGezegd = (db: Connection, lees: Formulierlezer, traject: string, formulieren: readonly string[]): Promise<EerderGezegd[]> =>
  inWoorden(lees, formulieren, (formulier) => leesLaatsteMeldcodeRegel(db, traject, formulier));

/** Of er nu gevaar is, zegt men telkens opnieuw; uren zijn al vastgelegd. */
const OPNIEUW: readonly string[] = ['acuutGevaar', UREN];

/** De antwoorden van een taak die is teruggekomen omdat iets niet klopte, ook als tekst voor wat wordt getypt. */
export async function leesMeldcodeAntwoorden(db: Connection, lees: Formulierlezer, traject: string, formulier: string): Promise<Record<string, unknown>> {
  const waarden = (await leesLaatsteMeldcodeRegel(db, traject, formulier))?.velden ?? {};
  const velden = await lees(formulier);
  const eerder = Object.fromEntries(velden.filter(({ sleutel }) => !OPNIEUW.includes(sleutel) && sleutel in waarden).map(({ sleutel }) => [sleutel, waarden[sleutel]]));
  return { ...eerder, ...voorinvulling(velden, eerder) };
}
