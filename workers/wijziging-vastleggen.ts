import { z } from 'zod';
import { wijzigingVelden } from '../domein/wijzigingen/keuren.ts';
import { legWijzigingVast } from '../domein/wijzigingen/vastleggen.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/** Bewaart een ander contactpersoon of een andere groep tot haar dag (CA-18). */
export function makeWijzigingVastleggen(deps: Pick<WorkerDependencies, 'register' | 'klok' | 'gebruikers'>): Worker {
  return defineWorker(deps, {
    type: 'wijziging-vastleggen',
    input: z.object(wijzigingVelden),
    handle: async (ingevuld, _headers, job) => writeOnce(await legWijzigingVast(deps, ingevuld, job)),
  });
}
