import { z } from 'zod';
import { schoolkalenders } from '../domein/kalender/schoolkalender.ts';
import { neemVerzuimAan } from '../domein/verzuim/aannemen.ts';
import { verzuimInvoer } from '../domein/verzuim/regels.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object({
  casusId: z.guid(),
  verzuimInvoer,
  leerlingStatus: z.looseObject({ ontheffing: z.boolean().nullish() }).nullish(),
});

/** Bewaart verzuim en rekent de stand uit (CA-01-1, spec §1.2.1; routeboek r. 35, r. 65–67). */
export function makeVerzuimVerwerken(deps: WorkerDependencies, kalenders = schoolkalenders(), mail = defaultMailOptions(deps.takenlijst)): Worker {
  return defineWorker(deps, {
    type: 'verzuim-verwerken',
    input,
    handle: async (opgave, _headers, job) => writeOnce(await neemVerzuimAan(deps, mail, kalenders, opgave, job)),
  });
}
