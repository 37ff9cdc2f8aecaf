import { z } from 'zod';
import { aotGegevens, aotOordeel, dienIn } from '../domein/inspectie/indienen.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object({ casusId: z.guid(), aotOordeel, aotMelding: aotGegevens });

/** Dient de melding aanpassing onderwijstijd in bij de inspectie (CA-03; routeboek r. 95–97, r. 1059–1084). */
export function makeInspectieMeldingIndienen(deps: Pick<WorkerDependencies, 'register' | 'klok'>): Worker {
  return defineWorker(deps, {
    type: 'inspectie-melding-indienen',
    input,
    handle: async ({ casusId, aotOordeel: oordeel, aotMelding }, _headers, job) =>
      writeOnce(dienIn(
        deps,
        { soort: 'AOT_MELDING', formulier: 'aot-melding', actie: 'Melding aanpassing onderwijstijd ingediend bij de inspectie' },
        casusId,
        oordeel?.categorie ?? null,
        aotMelding,
        job,
      )),
  });
}
