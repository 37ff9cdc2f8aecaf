import { z } from 'zod';
import { werkInschrijvingBij } from '../domein/casus/inschrijving.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import { dag } from '../domein/verzuim/regels.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object({ casusId: z.guid(), ingeschreven: z.boolean(), sinds: dag.nullish() });

/** Legt vast of het kind op een school staat ingeschreven; de klok en de status gaan mee (routeboek r. 315–316, 618–619). */
export function makeInschrijvingBijwerken(deps: WorkerDependencies): Worker {
  return defineWorker(deps, {
    type: 'inschrijving-bijwerken',
    input,
    handle: async ({ casusId, ingeschreven, sinds }, _headers, job) =>
      writeOnce(await werkInschrijvingBij(deps, casusId, { ingeschreven, sinds: sinds ?? vandaag(deps.klok) }, job)),
  });
}
