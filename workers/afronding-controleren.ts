import { DateTime } from 'luxon';
import { z } from 'zod';
import { sluitCasus } from '../registratie/casus-afsluiten.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object({
  casusId: z.guid(),
  afronding: z.looseObject({ reden: z.string().nullish(), einddatum: z.string().nullish() }).nullish(),
});

/**
 * Kiest tussen volledig en licht afsluiten (KT-18, L446–449). Is het logboek nooit geopend, dan is er geen registratie om
 * te sluiten en volgt geen afsluittaak meer; de casus wordt dan hier gesloten, anders kon dit kind nooit opnieuw worden aangemeld.
 */
export function makeAfrondingControleren({ register, klok }: WorkerDependencies): Worker {
  return defineWorker({ register, klok }, {
    type: 'afronding-controleren',
    input,
    async handle({ casusId, afronding }) {
      const casus = await haalCasus(register.db, casusId);
      return writeOnce(async (tx) => {
        const registratieGestart = casus.logboekGestartOp !== null;
        if (!registratieGestart) {
          const genoemd = afronding?.einddatum ?? '';
          const einddatum = DateTime.fromISO(genoemd).isValid ? genoemd.slice(0, 10) : vandaag(klok);
          await sluitCasus(tx, casusId, { reden: afronding?.reden ?? 'VERZUIM_GESTOPT', resultaat: null, einddatum, op: klok.nu() });
        }
        return { registratieGestart };
      });
    },
  });
}
