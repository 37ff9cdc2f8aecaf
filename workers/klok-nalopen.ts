import { z } from 'zod';
import { schoolkalenders } from '../domein/kalender/schoolkalender.ts';
import type { MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { stapVanElement } from '../domein/stappen/stap-van-element.ts';
import { waarschuwOpDeKlok } from '../domein/thuis/waarschuwen.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/** Loopt elke ochtend de klok van elk kind na en waarschuwt bij acht en twaalf weken thuis en vóór drie maanden (N-61 tot en met N-63). */
export function makeKlokNalopen(deps: WorkerDependencies, options: MeldingOpties = defaultMailOptions(deps.takenlijst), kalenders = schoolkalenders()): Worker {
  return defineWorker(deps, {
    type: 'klok-nalopen',
    fetch: [],
    input: z.unknown(),
    lockMs: 300_000,
    async handle(_input, _headers, job) {
      await waarschuwOpDeKlok({ ...deps, options, kalenders, stap: await stapVanElement(job, undefined) });
    },
  });
}
