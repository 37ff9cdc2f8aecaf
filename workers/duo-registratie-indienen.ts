import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { vandaag } from '../domein/kalender/datum.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';
import { makeLeerplichtigOp } from '../domein/verzuim/leerplicht.ts';
import { leesLeerlingVanCasus } from '../domein/verzuim/store.ts';

const input = z.object({ casusId: z.guid(), leerlingStatus: z.looseObject({ leerplichtig: z.boolean().nullish() }).nullish() });

/**
 * Houdt de verzuimregistratie bij DUO bij: één rij per casus, met de dagen uit het register (CA-01-3; r. 335–351).
 * Is de leerling niet leerplichtig, dan gaat er niets naar DUO (r. 493–496) en is `duoId` leeg.
 */
export function makeDuoRegistratieIndienen({ register, engine, klok }: WorkerDependencies): Worker {
  return defineWorker({ register }, {
    type: 'duo-registratie-indienen',
    input,
    async handle({ casusId, leerlingStatus }, _headers, job) {
      const { geboortedatum } = await leesLeerlingVanCasus(register.db, casusId);
      const dag = vandaag(klok);
      const leerplichtig = leerlingStatus?.leerplichtig ?? (await makeLeerplichtigOp(engine, geboortedatum, [dag]))(dag);
      if (!leerplichtig) return { duoId: null };

      return writeOnce(async (tx) => {
        const { van, tot, dagen } = await tx
          .selectFrom('verzuimRegel')
          .select(({ fn }) => [fn.min('datum').as('van'), fn.max('datum').as('tot'), fn.countAll<number>().as('dagen')])
          .where('casusId', '=', casusId)
          .executeTakeFirstOrThrow();
        const periode = { periodeVan: van, periodeTot: tot };
        const { duoId } = await tx
          .insertInto('duo')
          .values({
            duoId: randomUUID(), casusId, soort: 'REGISTRATIE', gronden: [], ...periode, urenOngeoorloofd: null, aantalTeLaat: null,
            actiesSchool: null, gemeldOp: klok.nu(), status: 'INGEDIEND', terugkoppeling: null, sleutel: `duo:REGISTRATIE:${casusId}`,
          })
          .onConflict((conflict) => conflict.column('sleutel').doUpdateSet({ ...periode, gemeldOp: klok.nu() }))
          .returning('duoId')
          .executeTakeFirstOrThrow();
        await schrijfSysteemregel(tx, job, {
          casusId, op: klok.nu(), actie: 'Verzuim geregistreerd bij DUO', uitkomst: `Dagen met verzuim: ${Number(dagen)}`, velden: { duoId, dagen: Number(dagen) },
        });
        return { duoId };
      });
    },
  });
}
