import { z } from 'zod';
import type { TaskReads } from '../engine/reads/reads.ts';
import { schoolkalenders } from '../domein/kalender/schoolkalender.ts';
import { noemVervallenTaken } from '../domein/logboek/vervallen-taken.ts';
import { herinner } from '../domein/meldingen/herinneren.ts';
import type { MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { zetAlleTakenRecht } from '../domein/taken/rechtzetten.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/**
 * Loopt elke ochtend alle open taken na (CA-19): zet recht wat nog bij een voorganger staat, herinnert vóór en na de einddatum (N-29, N-29b), en noemt wat is afgebroken
 * zonder dat het gedaan was (N-11c). Elke taak is een eigen transactie, zodat een herhaling verdergaat waar het ophield.
 */
export function makeTakenHerinneren(
  deps: WorkerDependencies & { takenLezen: TaskReads },
  options: MeldingOpties = defaultMailOptions(deps.takenlijst),
  kalenders = schoolkalenders(),
): Worker {
  return defineWorker(deps, {
    type: 'taken-herinneren',
    fetch: [],
    input: z.unknown(),
    lockMs: 300_000,
    async handle() {
      await zetAlleTakenRecht(deps.register, deps.takenbord);
      for (const taak of await deps.takenLezen.openTasks()) await herinner({ ...deps, options, kalenders }, taak);
      await noemVervallenTaken({ ...deps, options }, async () => new Set((await deps.takenLezen.openTasks()).map((taak) => taak.elementInstanceKey)));
    },
  });
}
