import { z } from 'zod';
import { leesStand } from '../domein/casus/stand.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/**
 * Haalt de stand van de casus op, als stap of als listener op het begin van een taak. Als listener blijven de waarden in de
 * taak: het formulier toont het laatste verzuim, en de taak komt bij wie nu de rol heeft.
 */
export function makeCasusLezen(deps: Pick<WorkerDependencies, 'register' | 'engine' | 'klok'>): Worker {
  return defineWorker(deps, {
    type: 'casus-lezen',
    input: z.object({ casusId: z.guid(), rol: z.string().nullish() }),
    handle: async ({ casusId, rol }) => leesStand(deps, casusId, rol),
  });
}
