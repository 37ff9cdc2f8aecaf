import { z } from 'zod';
import { slaTerugkoppelingOp } from '../registratie/duo-terugkoppeling-opslaan.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import { PermanentError } from '../domein/errors.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const input = z.object({ casusId: z.guid(), duoId: z.guid(), terugkoppeling: z.unknown() });

/** Bewaart wat leerplicht op een verzuimmelding terugkoppelt (ES-TERUGKOPPELING; routeboek r. 349–351). */
export function makeDuoTerugkoppelingVerwerken({ register, klok }: Pick<WorkerDependencies, 'register' | 'klok'>): Worker {
  return defineWorker({ register, klok }, {
    type: 'duo-terugkoppeling-verwerken',
    input,
    async handle({ casusId, duoId, terugkoppeling }, _headers, job) {
      return writeOnce(async (tx) => {
        const gevonden = await slaTerugkoppelingOp(tx, casusId, duoId, terugkoppeling);
        if (!gevonden) throw new PermanentError('De terugkoppeling hoort bij een verzuimmelding die niet in deze casus staat. Zoek na bij leerplicht.');
        await schrijfSysteemregel(tx, job, {
          casusId, op: klok.nu(), actie: 'Terugkoppeling van leerplicht ontvangen', uitkomst: 'De terugkoppeling staat bij de verzuimmelding.', velden: { duoId },
        });
      });
    },
  });
}
