import { z } from 'zod';
import { slaDuoRegistratieOp } from '../registratie/duo-registratie-opslaan.ts';
import { leesVerzuimperiode } from '../registratie/verzuim-lezen.ts';
import { haalLeerlingVanCasus } from '../domein/casus/bestaat.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';
import { makeLeerplichtigOp } from '../domein/verzuim/leerplicht.ts';

const input = z.object({ casusId: z.guid(), leerlingStatus: z.looseObject({ leerplichtig: z.boolean().nullish() }).nullish() });

/**
 * Houdt de verzuimregistratie bij DUO bij: één rij per casus, met de dagen uit het register (CA-01-3; r. 335–351).
 * Is de leerling niet leerplichtig, dan gaat er niets naar DUO (r. 493–496) en is `duoId` leeg.
 */
export function makeDuoRegistratieIndienen({ register, engine, klok }: WorkerDependencies): Worker {
  return defineWorker({ register, klok }, {
    type: 'duo-registratie-indienen',
    input,
    async handle({ casusId, leerlingStatus }, _headers, job) {
      const { geboortedatum } = await haalLeerlingVanCasus(register.db, casusId);
      const dag = vandaag(klok);
      const leerplichtig = leerlingStatus?.leerplichtig ?? (await makeLeerplichtigOp(engine, geboortedatum, [dag]))(dag);
      if (!leerplichtig) return { duoId: null };

      return writeOnce(async (tx) => {
        const periode = await leesVerzuimperiode(tx, casusId);
        const { dagen } = periode;
        const duoId = await slaDuoRegistratieOp(tx, casusId, periode, klok.nu());
        await schrijfSysteemregel(tx, job, {
          casusId, op: klok.nu(), actie: 'Verzuim geregistreerd bij DUO', uitkomst: `Dagen met verzuim: ${dagen}`, velden: { duoId, dagen },
        });
        return { duoId };
      });
    },
  });
}
