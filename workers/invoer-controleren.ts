import { z } from 'zod';
import { kijkNa, omgevingVelden } from '../domein/regels/nakijken.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/**
 * Kijkt een ingevuld formulier na: wat het formulier zelf eist en de regels van spec §5 (de kop `controle` noemt het formulier).
 * @throws BusinessError ONVOLDOENDE_GEGEVENS met `validatieFouten`, waarmee het model teruggaat naar de taak
 */
export function makeInvoerControleren(deps: WorkerDependencies): Worker {
  return defineWorker(deps, {
    type: 'invoer-controleren',
    input: z.object({ casusId: z.guid(), invoer: z.record(z.string(), z.unknown()), ...omgevingVelden }),
    headers: z.object({ controle: z.string() }),
    async handle({ casusId, invoer: ingevuld, ...omgeving }, { controle }, job) {
      await kijkNa(deps, controle, casusId, ingevuld, omgeving, job);
      return { validatieFouten: null };
    },
  });
}
