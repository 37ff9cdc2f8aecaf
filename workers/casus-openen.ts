import { z } from 'zod';
import { STARTVELDEN } from '../domein/aanmelding/start-verzuimroute.ts';
import { openUitAanmelding } from '../domein/casus/openen.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/** Maakt van een aanmelding een casus (KT-00). */
export function makeCasusOpenen(deps: WorkerDependencies): Worker {
  return defineWorker(deps, {
    type: 'casus-openen',
    fetch: [...STARTVELDEN, 'aanmeldingId', 'aanmeldingVervalt'],
    input: z.record(z.string(), z.unknown()),
    handle: async (variabelen, _headers, job) => writeOnce(await openUitAanmelding(deps, variabelen, job)),
  });
}
