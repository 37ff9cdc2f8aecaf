import { z } from 'zod';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { AV1_MOMENTEN } from '../domein/av1/momenten.ts';
import { legAv1Vast } from '../domein/av1/vastleggen.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object({
  casusId: z.guid(),
  av1Stop: z.looseObject({ reden: z.enum(['AFGEWEZEN', 'INGETROKKEN', 'GESTOPT', 'INGESCHREVEN', 'VERZUIM_GESTOPT', 'ROUTE_BEEINDIGD']).nullish() }).nullish(),
});

/** Legt in het register vast wat er met de AV1-robot of KlasseContact van een leerling gebeurt (kop `moment`; routeboek r. 555–587). */
export function makeAv1Vastleggen(deps: Pick<WorkerDependencies, 'register' | 'engine' | 'klok'>): Worker {
  return defineWorker(deps, {
    type: 'av1-vastleggen',
    input,
    headers: z.object({ moment: z.enum(AV1_MOMENTEN) }),
    async handle({ casusId, av1Stop }, { moment }, job) {
      await haalCasus(deps.register.db, casusId);
      return legAv1Vast(deps, { casusId, instantie: job.processInstanceKey, moment, reden: av1Stop?.reden ?? undefined }, job);
    },
  });
}
