import { z } from 'zod';
import { schoolkalenders } from '../domein/kalender/schoolkalender.ts';
import type { MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { hoogPrioriteitenOp } from '../domein/taken/ophogen.ts';
import { stapVanElement } from '../domein/stappen/stap-van-element.ts';
import { perKind } from '../domein/thuis/per-kind.ts';
import { werkStatussenBij } from '../domein/thuis/statussen.ts';
import { waarschuwOpDeKlok } from '../domein/thuis/waarschuwen.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/** Loopt elke ochtend de klok van elk kind na, zet de status van elke casus ermee gelijk, maakt zijn open taken dringender, en waarschuwt bij acht en twaalf weken thuis en vóór drie maanden (N-61 tot en met N-63). */
export function makeKlokNalopen(deps: WorkerDependencies, options: MeldingOpties = defaultMailOptions(deps.takenlijst), kalenders = schoolkalenders()): Worker {
  return defineWorker(deps, {
    type: 'klok-nalopen',
    fetch: [],
    input: z.unknown(),
    lockMs: 300_000,
    async handle(_input, _headers, job) {
      const stap = await stapVanElement(job, undefined);
      // Hapert het ene, dan gaat het andere door; de volgende poging doet alleen wat nog niet gebeurd is.
      await perKind([werkStatussenBij, waarschuwOpDeKlok], (doe) => doe({ ...deps, options, kalenders, stap }));
      await hoogPrioriteitenOp(deps, deps.takenbord);
    },
  });
}
