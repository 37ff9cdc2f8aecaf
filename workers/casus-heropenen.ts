import { z } from 'zod';
import { maakEindeOngedaan } from '../registratie/casus-heropenen.ts';
import { zetRoute } from '../registratie/andere-school.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { kiesRouteVanNu } from '../domein/casus/route-wisselen.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/** `vervalt`: de taak die door de terugval is afgebroken, zoals mensen haar kennen. */
const input = z.object({ casusId: z.guid(), vervalt: z.string().min(1) });

/** Terugval tijdens het sluiten: haalt het einde weg, kiest de route voor de school van nu, en zet in het logboek welke taak is afgebroken (routeboek r. 51–55; errata CA-01-5). */
export function makeCasusHeropenen(deps: Pick<WorkerDependencies, 'register' | 'engine' | 'klok'>): Worker {
  const { register, klok } = deps;
  return defineWorker(deps, {
    type: 'casus-heropenen',
    input,
    async handle({ casusId, vervalt }, _headers, job) {
      const casus = await haalCasus(register.db, casusId);
      const keuze = await kiesRouteVanNu(deps, casusId);
      return writeOnce(async (tx) => {
        await maakEindeOngedaan(tx, casusId, vandaag(klok));
        if (keuze.route !== casus.route) await zetRoute(tx, casusId, { route: keuze.route, weg: keuze.weg, vandaag: vandaag(klok), op: klok.nu() });
        await schrijfSysteemregel(tx, job, {
          casusId, op: klok.nu(), actie: 'Terugval tijdens het sluiten',
          uitkomst: `De leerling is weer meer dan drie dagen in een week thuis. De casus gaat terug in de route; de reden van sluiten vervalt. Afgebroken: ${vervalt}.`,
        });
        return { route: keuze.route, afsluiter: keuze.afsluiter };
      });
    },
  });
}
