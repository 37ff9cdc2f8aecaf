import { z } from 'zod';
import { toJson } from '../registratie/schema.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import { PermanentError } from '../domein/errors.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const input = z.object({ casusId: z.guid(), duoId: z.guid(), terugkoppeling: z.unknown() });

/** Bewaart wat leerplicht op een verzuimmelding terugkoppelt (ES-TERUGKOPPELING; routeboek r. 349–351). */
export function makeDuoTerugkoppelingVerwerken({ register, klok }: Pick<WorkerDependencies, 'register' | 'klok'>): Worker {
  return defineWorker({ register }, {
    type: 'duo-terugkoppeling-verwerken',
    input,
    async handle({ casusId, duoId, terugkoppeling }, _headers, job) {
      await register.db.transaction().execute(async (tx) => {
        const gevonden = await tx
          .updateTable('duo')
          .set({ status: 'TERUGGEKOPPELD', terugkoppeling: toJson(terugkoppeling) })
          .where('casusId', '=', casusId)
          .where('duoId', '=', duoId)
          .returning('duoId')
          .executeTakeFirst();
        if (!gevonden) throw new PermanentError('De terugkoppeling hoort bij een verzuimmelding die niet in deze casus staat. Zoek na bij leerplicht.');
        await tx.updateTable('thuiszittersregistratie').set({ leerplichtBetrokken: true }).where('casusId', '=', casusId).execute();
        await schrijfSysteemregel(tx, job, {
          casusId, op: klok.nu(), actie: 'Terugkoppeling van leerplicht ontvangen', uitkomst: 'De terugkoppeling staat bij de verzuimmelding.', velden: { duoId },
        });
      });
    },
  });
}
