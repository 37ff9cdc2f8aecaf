import type { Tx } from '../../registratie/register.ts';
import { eindigThuisperiode } from '../../registratie/thuisperiode-bewaren.ts';
import type { Datum } from '../kalender/datum.ts';

/** Met deze reden sluit de casus zonder dat het kind een aanbod heeft. */
const ZONDER_AANBOD = ['ONTHEFFING_VRIJSTELLING'];

/**
 * Zet de klok van het kind stil op de dag dat een blijvend aanbod echt begon. Een vrijstelling is geen aanbod: de periode blijft
 * staan en telt na het einde van de vrijstelling weer vanaf haar eerste dag (errata §3).
 */
export async function eindigKlok(tx: Tx, casusId: string, einde: { eindDag: Datum; reden: string; op: Date }): Promise<void> {
  if (!ZONDER_AANBOD.includes(einde.reden)) await eindigThuisperiode(tx, casusId, einde);
}
