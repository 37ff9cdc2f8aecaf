import { leesLaatsteMeldcodeRegel } from '../../registratie/meldcode-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import { dagVan, datumTekst } from '../kalender/datum.ts';
import type { EerderGezegd } from '../logboek/eerder-gezegd.ts';
import type { Formulierlezer } from '../logboek/formulier.ts';
import { alsRegels, UREN } from '../logboek/regels.ts';
import { voorinvulling } from '../invoer/voorinvullen.ts';

/** Wat in dit traject eerder is ingevuld, voor de taak die erom vraagt; het staat alleen in die taak en verdwijnt met haar. */
export async function leesMeldcodeGezegd(db: Connection, lees: Formulierlezer, traject: string, formulieren: readonly string[]): Promise<EerderGezegd[]> {
  const gezegd: EerderGezegd[] = [];
  for (const formulier of formulieren) {
    const regel = await leesLaatsteMeldcodeRegel(db, traject, formulier);
    if (!regel) continue;
    const regels = alsRegels(await lees(formulier), regel.velden).split('\n').map((r) => r.trim()).filter((r) => r !== '');
    gezegd.push({ titel: `${regel.actie}, ${datumTekst(dagVan(regel.tijdstip))}`, regels });
  }
  return gezegd;
}

/** Of er nu gevaar is, zegt men telkens opnieuw; uren zijn al vastgelegd. */
const OPNIEUW: readonly string[] = ['acuutGevaar', UREN];

/** De antwoorden van een taak die is teruggekomen omdat iets niet klopte, ook als tekst voor wat wordt getypt. */
export async function leesMeldcodeAntwoorden(db: Connection, lees: Formulierlezer, traject: string, formulier: string): Promise<Record<string, unknown>> {
  const waarden = (await leesLaatsteMeldcodeRegel(db, traject, formulier))?.velden ?? {};
  const velden = await lees(formulier);
  const eerder = Object.fromEntries(velden.filter(({ sleutel }) => !OPNIEUW.includes(sleutel) && sleutel in waarden).map(({ sleutel }) => [sleutel, waarden[sleutel]]));
  return { ...eerder, ...voorinvulling(velden, eerder) };
}
