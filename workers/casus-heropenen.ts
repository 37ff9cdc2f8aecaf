import { z } from 'zod';
import { maakEindeOngedaan } from '../registratie/casus-heropenen.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/** `vervalt`: de taak die door de terugval is afgebroken, zoals mensen haar kennen. */
const input = z.object({ casusId: z.guid(), vervalt: z.string().min(1) });

/** Terugval tijdens het sluiten: haalt het einde weg en zet in het logboek welke taak is afgebroken (routeboek r. 51–55). */
export function makeCasusHeropenen({ register, klok }: Pick<WorkerDependencies, 'register' | 'klok'>): Worker {
  return defineWorker({ register, klok }, {
    type: 'casus-heropenen',
    input,
    async handle({ casusId, vervalt }, _headers, job) {
      await haalCasus(register.db, casusId);
      return writeOnce(async (tx) => {
        await maakEindeOngedaan(tx, casusId, vandaag(klok));
        await schrijfSysteemregel(tx, job, {
          casusId, op: klok.nu(), actie: 'Terugval tijdens het sluiten',
          uitkomst: `De leerling is weer meer dan drie dagen in een week thuis. De casus gaat terug in de route; de reden van sluiten vervalt. Afgebroken: ${vervalt}.`,
        });
      });
    },
  });
}
