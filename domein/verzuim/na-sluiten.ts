import { slaDuoRegistratieOp } from '../../registratie/duo-registratie-opslaan.ts';
import { leesVerzuimperiode } from '../../registratie/verzuim-lezen.ts';
import { haalCasus } from '../casus/bestaat.ts';
import type { Dependencies } from '../dependencies.ts';
import { datumTekst } from '../kalender/datum.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from '../meldingen/klaarzetten.ts';
import type { Schrijven } from '../schrijven.ts';
import { bewaarRegels } from './bewaren.ts';
import { makeLeerplichtigOp } from './leerplicht.ts';
import { verzuimInvoer } from './regels.ts';

/** Wat de IB-er hoort: het verzuim is vastgelegd, en bij een terugval opent een aanmelding de casus weer. */
const MELDING = 'N-52';

/**
 * Verzuim dat wordt opgegeven als de casus al gesloten is. De plicht om het bij DUO te registreren houdt niet op met de casus
 * (routeboek r. 335–351), en de dagen tellen mee zodra het kind opnieuw wordt aangemeld. Een route is er niet meer.
 */
export async function verwerkNaSluiten({ register, engine, klok }: Dependencies, mail: MeldingOpties, casusId: string, inhoud: Record<string, unknown>, job: Aanleiding): Promise<Schrijven<{ casusId: string }>> {
  const opgave = verzuimInvoer.parse(inhoud.verzuimInvoer);
  const casus = await haalCasus(register.db, casusId);
  const leerplichtig = (await makeLeerplichtigOp(engine, casus.geboortedatum, [opgave.peildatum]))(opgave.peildatum);
  const op = klok.nu();
  const berichten = await makeBerichten(register, engine, mail, casus, { melding: MELDING, gebeurtenis: job.elementInstanceKey, op, gegevens: { peildatum: opgave.peildatum } });
  return async (tx) => {
    await bewaarRegels(tx, casusId, opgave);
    if (leerplichtig) await slaDuoRegistratieOp(tx, casusId, await leesVerzuimperiode(tx, casusId), op);
    await schrijfSysteemregel(tx, job, {
      casusId, op, actie: 'Verzuim opgegeven na het sluiten',
      uitkomst: `Peildatum: ${datumTekst(opgave.peildatum)}. Het verzuim is vastgelegd${leerplichtig ? ' en bij DUO geregistreerd' : ''}. De casus blijft gesloten; is de leerling weer thuis, dan opent een nieuwe aanmelding haar.`,
    });
    await zetKlaar(tx, berichten);
    return { casusId };
  };
}
