import { merkWekenBeantwoord } from '../../registratie/beantwoorde-weken.ts';
import { slaDuoRegistratieOp } from '../../registratie/duo-registratie-opslaan.ts';
import { leesVerzuimperiode } from '../../registratie/verzuim-lezen.ts';
import { haalCasus } from '../casus/bestaat.ts';
import type { Dependencies } from '../dependencies.ts';
import { datumTekst, vandaag } from '../kalender/datum.ts';
import { schoolkalenders } from '../kalender/schoolkalender.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from '../meldingen/klaarzetten.ts';
import type { Schrijven } from '../schrijven.ts';
import { bewaarRegels } from './bewaren.ts';
import { noemGeweigerd } from './geweigerd.ts';
import { makeLeerplichtigOp } from './leerplicht.ts';
import { verzuimInvoer } from './regels.ts';
import { beantwoordeWeken } from './weken.ts';
import { zonderSchool } from './zonder-school.ts';

/** Wat de IB-er hoort: het verzuim is vastgelegd, en bij een terugval opent een aanmelding de casus weer. */
const MELDING = 'N-52';

/**
 * Verzuim dat wordt opgegeven als de casus al gesloten is. De plicht om het bij DUO te registreren houdt niet op met de casus
 * (routeboek r. 335–351), en de dagen tellen mee zodra het kind opnieuw wordt aangemeld; naar een week die zo beantwoord is wordt
 * dan niet nog eens gevraagd. Een route is er niet meer.
 */
export async function verwerkNaSluiten(deps: Dependencies, mail: MeldingOpties, casusId: string, inhoud: Record<string, unknown>, job: Aanleiding): Promise<Schrijven<{ casusId: string }>> {
  const { register, engine, klok } = deps;
  const ontvangen = verzuimInvoer.parse(inhoud.verzuimInvoer);
  /** Een feit uit de route heeft geen peildatum; het gaat over vandaag. */
  const dag = ontvangen.peildatum ?? vandaag(klok);
  const casus = await haalCasus(register.db, casusId);
  const kalender = schoolkalenders()(casus.brin);
  const { goed: opgave, geweigerd } = zonderSchool(ontvangen, kalender);
  const beantwoord = opgave.peildatum && geweigerd.length === 0 ? beantwoordeWeken({ ...opgave, peildatum: opgave.peildatum }, kalender) : [];
  const noem = await noemGeweigerd(deps, mail, casusId, geweigerd, job);
  const leerplichtig = (await makeLeerplichtigOp(engine, casus.geboortedatum, [dag]))(dag);
  const op = klok.nu();
  const berichten = await makeBerichten(register, engine, mail, casus, { melding: MELDING, gebeurtenis: job.elementInstanceKey, op, gegevens: { peildatum: dag } });
  return async (tx) => {
    await bewaarRegels(tx, casusId, opgave);
    await merkWekenBeantwoord(tx, casusId, beantwoord, op);
    await noem(tx);
    if (leerplichtig) await slaDuoRegistratieOp(tx, casusId, await leesVerzuimperiode(tx, casusId), op);
    await schrijfSysteemregel(tx, job, {
      casusId, op, actie: 'Verzuim opgegeven na het sluiten',
      uitkomst: `Peildatum: ${datumTekst(dag)}. Het verzuim is vastgelegd${leerplichtig ? ' en bij DUO geregistreerd' : ''}. De casus blijft gesloten; is de leerling weer thuis, dan opent een nieuwe aanmelding haar.`,
    });
    await zetKlaar(tx, berichten);
    return { casusId };
  };
}
