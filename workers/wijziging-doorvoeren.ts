import { z } from 'zod';
import type { MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { voerWijzigingDoor } from '../domein/wijzigingen/doorvoeren.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/** Voert een wijziging door op haar dag: het register, de open taken, en bericht aan de nieuwe persoon (CA-18). */
export function makeWijzigingDoorvoeren(deps: WorkerDependencies, options: MeldingOpties = defaultMailOptions(deps.takenlijst)): Worker {
  return defineWorker(deps, {
    type: 'wijziging-doorvoeren',
    input: z.object({ casusId: z.guid(), wijzigingId: z.guid() }),
    handle: async (wijziging, _headers, job) => writeOnce(await voerWijzigingDoor({ ...deps, options }, wijziging, job, `wijziging-doorvoeren:${job.elementInstanceKey}`)),
  });
}
