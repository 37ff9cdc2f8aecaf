import { z } from 'zod';
import { aotGegevens, aotOordeel, dienIn } from '../domein/inspectie/indienen.ts';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import type { Werker } from './runtime/worker.ts';

const invoer = z.object({ casusId: z.guid(), aotOordeel, aotAanvraag: aotGegevens });

/** Dient de aanvraag aanpassing onderwijstijd in bij de inspectie (CA-03; routeboek r. 95–97, r. 1059–1084). */
export function maakInspectieAanvraagIndienen(deps: Pick<WerkerAfhankelijkheden, 'register' | 'klok'>): Werker<z.output<typeof invoer>, unknown> {
  return {
    type: 'inspectie-aanvraag-indienen',
    haalOp: ['casusId', 'aotOordeel', 'aotAanvraag'],
    invoer,
    koppen: z.unknown(),
    voerUit: ({ casusId, aotOordeel: oordeel, aotAanvraag }, _koppen, opdracht) =>
      dienIn(
        deps,
        { soort: 'AOT_AANVRAAG', formulier: 'aot-aanvraag', actie: 'Aanvraag aanpassing onderwijstijd ingediend bij de inspectie' },
        casusId,
        oordeel?.categorie ?? null,
        aotAanvraag,
        opdracht,
      ),
  };
}
