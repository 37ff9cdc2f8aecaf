import { z } from 'zod';
import { kijkNa, OMGEVING, omgevingVelden } from '../domein/regels/nakijken.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const object = z.record(z.string(), z.unknown());

const input = z.object({
  casusId: z.guid(),
  invoer: object,
  ...omgevingVelden,
});
const headers = z.object({ controle: z.string() });

/**
 * Kijkt een ingevuld formulier na met de regels van spec §5 (de kop `controle` noemt het formulier).
 * @throws BusinessError ONVOLDOENDE_GEGEVENS met `validatieFouten`, waarmee het model teruggaat naar de taak
 */
export function makeInvoerControleren(deps: WorkerDependencies): Worker<z.output<typeof input>, z.output<typeof headers>> {
  return {
    type: 'invoer-controleren',
    fetch: ['casusId', 'invoer', ...OMGEVING],
    input,
    headers,
    async handle({ casusId, invoer: ingevuld, ...omgeving }, { controle }) {
      await kijkNa(deps, controle, casusId, ingevuld, omgeving);
      return { validatieFouten: null };
    },
  };
}
