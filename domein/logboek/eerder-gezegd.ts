import { leesLaatsteRegel } from '../../registratie/logboek-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import { dagVan, datumTekst } from '../kalender/datum.ts';
import type { Formulierlezer } from './formulier.ts';
import { alsRegels } from './regels.ts';

/** Wat een taak laat zien: formulieren die iemand eerder in deze casus invulde. */
export interface EerderGezegd {
  readonly titel: string;
  readonly regels: readonly string[];
}

/**
 * Wie moet beslissen, ziet wat eerder is gevraagd en geantwoord: de vraag en de vijf punten voor leerplicht (routeboek r. 69–77), het
 * advies van leerplicht, CCE en sectordirecteur. De antwoorden komen uit het logboek en staan alleen in de taak die erom vraagt;
 * vrije tekst gaat niet als variabele het proces door (design §4). Wat nog niemand invulde, staat er niet.
 */
export const leesEerderGezegd = (db: Connection, lees: Formulierlezer, casusId: string, formulieren: readonly string[]): Promise<EerderGezegd[]> =>
  inWoorden(lees, formulieren, (formulier) => leesLaatsteRegel(db, casusId, formulier));

/** Van elk formulier de laatste regel in woorden, uit welk log zij ook komt. @param zoek de laatste regel van dit formulier */
export async function inWoorden(
  lees: Formulierlezer, formulieren: readonly string[], zoek: (formulier: string) => Promise<{ actie: string; tijdstip: Date; velden: Record<string, unknown> } | undefined>,
): Promise<EerderGezegd[]> {
  const gezegd: EerderGezegd[] = [];
  for (const formulier of formulieren) {
    const regel = await zoek(formulier);
    if (!regel) continue;
    const regels = alsRegels(await lees(formulier), regel.velden).split('\n').map((r) => r.trim()).filter((r) => r !== '');
    gezegd.push({ titel: `${regel.actie}, ${datumTekst(dagVan(regel.tijdstip))}`, regels });
  }
  return gezegd;
}
