import { z } from 'zod';
import { dienMeldingIn } from '../domein/duo/indienen.ts';
import { duoMelding } from '../domein/duo/melding.ts';
import { verzuimOpgave } from '../domein/duo/verbetering.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object({ casusId: z.guid(), gronden: z.array(z.string()).min(1), duoMelding, verzuimOpgave });

/** Dient één verzuimmelding in met alle gronden (CA-02-2; routeboek r. 65–67, r. 159–161, r. 339–351). */
export function makeDuoMeldingIndienen(deps: WorkerDependencies): Worker {
  return defineWorker(deps, {
    type: 'duo-melding-indienen',
    input,
    handle: async (melding, _headers, job) => writeOnce(await dienMeldingIn(deps, melding, job)),
  });
}
