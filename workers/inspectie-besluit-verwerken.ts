import { z } from 'zod';
import { slaInspectiebesluitOp } from '../registratie/inspectie-besluit-opslaan.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import { PermanentError } from '../domein/errors.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const input = z.object({ casusId: z.guid(), inspectieId: z.guid(), besluit: z.string().min(1).max(100) });

/** Bewaart het besluit van de inspectie op een aanvraag (ES-INSPECTIE; routeboek r. 1059–1066). */
export function makeInspectieBesluitVerwerken({ register, klok }: Pick<WorkerDependencies, 'register' | 'klok'>): Worker {
  return defineWorker({ register, klok }, {
    type: 'inspectie-besluit-verwerken',
    input,
    async handle({ casusId, inspectieId, besluit }, _headers, job) {
      return writeOnce(async (tx) => {
        const gevonden = await slaInspectiebesluitOp(tx, casusId, inspectieId, besluit, klok.nu());
        if (!gevonden) throw new PermanentError('Het besluit hoort bij een aanvraag die niet in deze casus staat. Zoek na bij de inspectie.');
        await schrijfSysteemregel(tx, job, {
          casusId, op: klok.nu(), actie: 'Besluit van de inspectie ontvangen', uitkomst: `Besluit: ${besluit}`, velden: { inspectieId, besluit },
        });
      });
    },
  });
}
