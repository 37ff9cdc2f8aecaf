import { DateTime } from 'luxon';
import { z } from 'zod';
import { beginSluiten, sluitCasus } from '../registratie/casus-afsluiten.ts';
import { wisAdministratief, zetInschrijving } from '../registratie/inschrijving.ts';
import { laatSignalenVervallen } from '../domein/berichten/vervallen.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';
import { eindigKlok } from '../domein/thuis/eindigen.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object({
  casusId: z.guid(),
  afronding: z.looseObject({ reden: z.string().nullish(), einddatum: z.string().nullish(), datumVolledigTerug: z.string().nullish() }).nullish(),
});

/** De reden van sluiten als het kind al die tijd gewoon ingeschreven stond. */
const ADMINISTRATIEF = 'ADMINISTRATIEF';

/**
 * Kiest tussen volledig en licht afsluiten (KT-18, L446–449). Is het logboek nooit geopend, dan is er geen registratie om
 * te sluiten en volgt geen afsluittaak meer; de casus wordt dan hier gesloten, anders kon dit kind nooit opnieuw worden
 * aangemeld. Met registratie staat vanaf nu vast sinds wanneer het kind terug is, voor een terugval.
 */
export function makeAfrondingControleren({ register, klok }: WorkerDependencies): Worker {
  return defineWorker({ register, klok }, {
    type: 'afronding-controleren',
    input,
    async handle({ casusId, afronding }, _headers, job) {
      const casus = await haalCasus(register.db, casusId);
      return writeOnce(async (tx) => {
        // Een melding die administratief bleek sluit zonder notitie en telt nergens mee.
        const administratief = afronding?.reden === ADMINISTRATIEF;
        const registratieGestart = casus.logboekGestartOp !== null && !administratief;
        const terugOp = dagOf(afronding?.datumVolledigTerug ?? afronding?.einddatum, vandaag(klok));
        if (administratief) await wisAdministratief(tx, casusId);
        if (afronding?.reden === 'UITGESCHREVEN_VERHUISD') await zetInschrijving(tx, casusId, { ingeschreven: true, sinds: terugOp, op: klok.nu() });
        // De klok staat stil vanaf de dag dat het blijvende aanbod begon, niet pas als de afsluitnotitie er is.
        await eindigKlok(tx, casusId, { eindDag: terugOp, reden: afronding?.reden ?? 'VERZUIM_GESTOPT', op: klok.nu() });
        if (registratieGestart) {
          await beginSluiten(tx, casusId, dagOf(afronding?.datumVolledigTerug, vandaag(klok)));
        } else {
          await sluitCasus(tx, casusId, { reden: afronding?.reden ?? 'VERZUIM_GESTOPT', resultaat: null, einddatum: dagOf(afronding?.einddatum, vandaag(klok)), op: klok.nu() });
          const vervallen = await laatSignalenVervallen(tx, casusId, klok.nu());
          if (vervallen) await schrijfSysteemregel(tx, job, { casusId, op: klok.nu(), actie: 'Casus afgesloten', uitkomst: vervallen });
        }
        return { registratieGestart };
      });
    },
  });
}

const dagOf = (genoemd: string | null | undefined, anders: string): string => (genoemd && DateTime.fromISO(genoemd).isValid ? genoemd.slice(0, 10) : anders);
