import { z } from 'zod';
import { ContractError } from '../domein/errors.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/**
 * Luisteraar op de startgebeurtenis van elk proces dat bij een casus hoort. In Tasklist staan ook die processen in de lijst; wie er een met
 * de hand start heeft geen casus. Zo'n instantie eindigt meteen, zonder incident, en het log zegt waarom.
 */
export function makeAanroepControleren({ register, klok, engine, log }: Pick<WorkerDependencies, 'register' | 'klok' | 'engine' | 'log'>): Worker {
  return defineWorker({ register, klok }, {
    type: 'aanroep-controleren',
    input: z.object({ casusId: z.unknown().optional() }),
    async handle({ casusId }, _headers, job) {
      if (z.guid().safeParse(casusId).success) return;
      const { bpmnProcessId: proces, processInstanceKey: instantie } = job;
      if (!(await engine.cancel(instantie))) throw new ContractError(`Het proces ${proces} is aangeroepen zonder casusId. Kijk welke invoer de aanroep meegeeft.`);
      log?.warn({ proces, instantie }, 'met de hand gestart zonder casus, en daarom beëindigd; start alleen "Leerling aanmelden (casus)" en "Casus-signaal doorgeven"');
    },
  });
}
