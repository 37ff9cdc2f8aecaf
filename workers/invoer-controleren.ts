import { z } from 'zod';
import { kijkNa, OMGEVING, omgevingVelden } from '../domein/regels/nakijken.ts';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import type { Werker } from './runtime/worker.ts';

const object = z.record(z.string(), z.unknown());

const invoer = z.object({
  casusId: z.guid(),
  invoer: object,
  ...omgevingVelden,
});
const koppen = z.object({ controle: z.string() });

/**
 * Kijkt een ingevuld formulier na met de regels van spec §5 (de kop `controle` noemt het formulier).
 * @throws BedrijfsFout ONVOLDOENDE_GEGEVENS met `validatieFouten`, waarmee het model teruggaat naar de taak
 */
export function maakInvoerControleren(deps: WerkerAfhankelijkheden): Werker<z.output<typeof invoer>, z.output<typeof koppen>> {
  return {
    type: 'invoer-controleren',
    haalOp: ['casusId', 'invoer', ...OMGEVING],
    invoer,
    koppen,
    async voerUit({ casusId, invoer: ingevuld, ...omgeving }, { controle }) {
      await kijkNa(deps, controle, casusId, ingevuld, omgeving);
      return { validatieFouten: null };
    },
  };
}
