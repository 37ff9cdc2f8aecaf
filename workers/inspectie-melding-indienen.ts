import { z } from 'zod';
import { aotGegevens, aotOordeel, dienIn } from '../domein/inspectie/indienen.ts';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import type { Werker } from './runtime/worker.ts';

const invoer = z.object({ casusId: z.guid(), aotOordeel, aotMelding: aotGegevens });

/** Dient de melding aanpassing onderwijstijd in bij de inspectie (CA-03; routeboek r. 95–97, r. 1059–1084). */
export function maakInspectieMeldingIndienen(deps: Pick<WerkerAfhankelijkheden, 'register' | 'klok'>): Werker<z.output<typeof invoer>, unknown> {
  return {
    type: 'inspectie-melding-indienen',
    haalOp: ['casusId', 'aotOordeel', 'aotMelding'],
    invoer,
    koppen: z.unknown(),
    voerUit: ({ casusId, aotOordeel: oordeel, aotMelding }, _koppen, opdracht) =>
      dienIn(
        deps,
        { soort: 'AOT_MELDING', formulier: 'aot-melding', actie: 'Melding aanpassing onderwijstijd ingediend bij de inspectie' },
        casusId,
        oordeel?.categorie ?? null,
        aotMelding,
        opdracht,
      ),
  };
}
