import type { Dependencies } from '../dependencies.ts';
import type { Kalenders } from '../kalender/schoolkalender.ts';
import { haalLeerlingVanCasus } from '../casus/bestaat.ts';
import type { Aanleiding } from '../logboek/systeemregel.ts';
import type { MeldingOpties } from '../meldingen/klaarzetten.ts';
import type { Schrijven } from '../schrijven.ts';
import { noemGeweigerd } from './geweigerd.ts';
import { verwerkVerzuim, type Opgave } from './verwerken.ts';
import { zonderSchool } from './zonder-school.ts';

/**
 * Neemt verzuim aan, ook van wie geen formulier heeft dat het nakijkt, zoals het leerlingvolgsysteem. Regels op een dag zonder
 * school tellen niet mee en worden genoemd; de andere tellen wel. Is er iets geweigerd, dan geldt geen enkele week als beantwoord:
 * de school wordt ernaar gevraagd, want zij bedoelde misschien een andere dag.
 */
export async function neemVerzuimAan(deps: Dependencies, mail: MeldingOpties, kalenders: Kalenders, opgave: Opgave, job: Aanleiding): Promise<Schrijven<Record<string, unknown>>> {
  const { casusId, verzuimInvoer } = opgave;
  const casus = await haalLeerlingVanCasus(deps.register.db, casusId);
  const kalender = kalenders(casus.brin);
  const { goed, geweigerd } = zonderSchool(verzuimInvoer, kalender);
  const noem = await noemGeweigerd(deps, mail, casusId, geweigerd, job);
  const verwerk = await verwerkVerzuim(deps, { casus, kalender }, { ...opgave, verzuimInvoer: goed, beantwoordt: geweigerd.length === 0 }, `verzuim-verwerken:${job.elementInstanceKey}`);
  return async (tx) => {
    await noem(tx);
    return verwerk(tx);
  };
}
