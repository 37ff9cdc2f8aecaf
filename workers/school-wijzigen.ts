import { z } from 'zod';
import { voerAndereSchoolDoor } from '../domein/wijzigingen/andere-school.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/** Het kind gaat naar een andere school en de casus gaat mee (routeboek r. 28, 124–125, 618–619; errata §3). */
export function makeSchoolWijzigen(deps: WorkerDependencies): Worker {
  return defineWorker(deps, {
    type: 'school-wijzigen',
    input: z.object({ casusId: z.guid(), wijzigingId: z.guid() }),
    handle: async (gegeven, _headers, job) => writeOnce(await voerAndereSchoolDoor(deps, gegeven, job, `school-wijzigen:${job.elementInstanceKey}`)),
  });
}
