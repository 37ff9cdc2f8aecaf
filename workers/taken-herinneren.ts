import { z } from 'zod';
import type { TaskReads } from '../engine/reads/reads.ts';
import { makeKalenders } from '../domein/kalender/schoolkalender.ts';
import { herinner, teLaat } from '../domein/meldingen/herinneren.ts';
import type { MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { zetAlleTakenRecht } from '../domein/taken/rechtzetten.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/** Zet taken recht van wie een rol niet meer heeft, en herinnert één keer aan elke taak waarvan de uiterste datum voorbij is (N-29, CA-19); elke taak is een eigen transactie. */
export function makeTakenHerinneren(
  deps: WorkerDependencies & { takenLezen: TaskReads },
  options: MeldingOpties = defaultMailOptions(deps.takenlijst),
  kalenders = makeKalenders(),
): Worker {
  return defineWorker(deps, {
    type: 'taken-herinneren',
    fetch: [],
    input: z.unknown(),
    lockMs: 300_000,
    async handle() {
      await zetAlleTakenRecht(deps.register, deps.takenbord);
      for (const taak of teLaat(await deps.takenLezen.openTasks(), deps.klok.nu())) await herinner({ ...deps, options, kalenders }, taak);
    },
  });
}
