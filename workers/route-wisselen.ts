import { z } from 'zod';
import { wisselRoute } from '../domein/casus/route-wisselen.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/** Kiest de route opnieuw voor de school van nu, en zegt waar het kind in de vorige was (errata CA-01-5; routeboek r. 28, 124–125). */
export function makeRouteWisselen(deps: Pick<WorkerDependencies, 'register' | 'engine' | 'klok'>): Worker {
  return defineWorker(deps, {
    type: 'route-wisselen',
    input: z.object({ casusId: z.guid() }),
    handle: async ({ casusId }, _headers, job) => writeOnce(await wisselRoute(deps, casusId, job)),
  });
}
