import { CASUSPROCES, stelVast, type Proces } from '../../registratie/losgeraakt.ts';
import { leesCasus } from '../../registratie/casus-lezen.ts';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import type { Dependencies } from '../dependencies.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from '../meldingen/klaarzetten.ts';
import { stapVanElement } from '../stappen/stap-van-element.ts';

/** Over de meldcode gaat geen bericht naar wie de casus begeleidt, en staat niets in het logboek (errata §2.3). */
const IN_VERTROUWEN = 'meldcode';

/**
 * Stelt vast dat een proces is losgeraakt en zegt het aan wie de casus begeleidt: N-91 als het de casus zelf is, N-92 voor wat ernaast
 * liep. Van de meldcode weet alleen de beheerder dat hij stilviel.
 * @returns of dit de eerste keer was
 */
export async function meldLos({ register, engine, klok, options }: Dependencies & { readonly options: MeldingOpties }, los: Proces): Promise<boolean> {
  const nu = klok.nu();
  const casus = await leesCasus(register.db, los.casusId);
  const casusZelf = los.proces === CASUSPROCES;
  if (!casus || los.proces === IN_VERTROUWEN) return register.transaction((tx) => stelVast(tx, los, nu));
  const berichten = await makeBerichten(register, engine, options, casus, { melding: casusZelf ? 'N-91' : 'N-92', gebeurtenis: `losgeraakt:${los.instantie}`, op: nu, gegevens: casusZelf ? {} : { proces: los.proces } });
  const stap = await stapVanElement({ bpmnProcessId: CASUSPROCES, elementId: 'casus_openen' }, casus.route);
  return register.transaction(async (tx) => {
    if (!(await stelVast(tx, los, nu))) return false;
    await voegLogboekToe(tx, {
      casusId: los.casusId, tijdstip: nu, stap, actie: casusZelf ? 'Casus losgeraakt' : 'Los proces gestopt', actor: 'systeem', rol: 'systeem', sleutel: `losgeraakt:${los.instantie}`,
      uitkomst: casusZelf ? 'Het proces van deze casus is in de engine beëindigd: er staat geen taak en geen termijn meer open. Wie de casus begeleidt heeft bericht.' : `Het proces ${los.proces} van deze casus is in de engine afgebroken. Wie de casus begeleidt heeft bericht.`,
    });
    await zetKlaar(tx, berichten);
    return true;
  });
}
