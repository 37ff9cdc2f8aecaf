import { z } from 'zod';
import { toJson } from '../registratie/schema.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const MEEGEVEN = ['casusId', 'casusnummer', 'leerling', 'groepen', 'personen', 'school', 'route'] as const;
const input = z.object({ casusId: z.guid() }).and(z.record(z.string(), z.unknown()));
const headers = z.object({ proces: z.string() });

/**
 * Start een ander proces voor dezelfde casus, bijvoorbeeld meldcode: dat loopt door als de route stopt (spec §7.7).
 * De uitkomst wordt meteen bewaard, dus een herhaalde opdracht start niet nog eens. Valt de machine precies tussen starten
 * en bewaren uit, dan start het proces twee keer: liever een meldcode te veel dan geen.
 */
export function makeProcesStarten({ register, engine }: Pick<WorkerDependencies, 'register' | 'engine'>): Worker {
  return defineWorker({ register }, {
    type: 'proces-starten',
    fetch: MEEGEVEN,
    input,
    headers,
    async handle(gegeven, { proces }, job) {
      const sleutel = `proces-starten:${job.elementInstanceKey}`;
      const eerder = await register.db.selectFrom('verwerkt').select('resultaat').where('sleutel', '=', sleutel).executeTakeFirst();
      if (eerder) return eerder.resultaat as Record<string, unknown>;

      const context = Object.fromEntries(MEEGEVEN.map((naam) => [naam, gegeven[naam] ?? null]));
      const resultaat = { gestarteInstantie: await engine.start(proces, context) };
      await register.db
        .insertInto('verwerkt')
        .values({ sleutel, resultaat: toJson(resultaat) })
        .onConflict((conflict) => conflict.column('sleutel').doNothing())
        .execute();
      return resultaat;
    },
  });
}
