import { z } from 'zod';
import { aotGegevens, aotOordeel, dienIn } from '../domein/inspectie/indienen.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object({ casusId: z.guid(), aotOordeel, aotAanvraag: aotGegevens });

/** Dient de aanvraag aanpassing onderwijstijd in bij de inspectie (CA-03; routeboek r. 95–97, r. 1059–1084). */
export function makeInspectieAanvraagIndienen(deps: Pick<WorkerDependencies, 'register' | 'klok'>): Worker {
  return defineWorker(deps, {
    type: 'inspectie-aanvraag-indienen',
    input,
    handle: async ({ casusId, aotOordeel: oordeel, aotAanvraag }, _headers, job) =>
      writeOnce(dienIn(
        deps,
        { soort: 'AOT_AANVRAAG', formulier: 'aot-aanvraag', actie: 'Aanvraag aanpassing onderwijstijd ingediend bij de inspectie' },
        casusId,
        oordeel?.categorie ?? null,
        aotAanvraag,
        job,
      )),
  });
}
