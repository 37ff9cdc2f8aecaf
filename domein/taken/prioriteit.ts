import { z } from 'zod';
import type { Beslissen } from '../beslissen.ts';
import { ofIn } from '../casus/beslissingen.ts';
import { ContractError } from '../errors.ts';

/** Wat van de klok van het kind meetelt; een taak van vóór de casus heeft nog geen klok. */
export const klokVoorPrioriteit = z
  .object({ dagenThuis: z.number().nullish(), nergensIngeschreven: z.boolean().nullish(), volgendeTermijn: z.object({ dagen: z.number() }).nullish() })
  .nullish();

const uitkomst = ofIn('prioriteit', z.int().min(0).max(100));

/**
 * Hoe dringend een taak is, van 0 tot 100 (Tasklist toont laag, gemiddeld, hoog of kritiek): uit het soort taak en de klok van
 * het kind, volgens de beslistabel `taakprioriteit`.
 */
export async function bepaalPrioriteit(beslissen: Beslissen, formulier: string, klok: z.output<typeof klokVoorPrioriteit>): Promise<number> {
  const antwoord = uitkomst.safeParse(
    await beslissen.beslis('taakprioriteit', {
      formulier, dagenThuis: klok?.dagenThuis ?? null, nergensIngeschreven: klok?.nergensIngeschreven ?? false, dagenTotTermijn: klok?.volgendeTermijn?.dagen ?? null,
    }),
  );
  if (antwoord.success) return antwoord.data;
  throw new ContractError('De tabel bpmn/taakprioriteit.dmn geeft geen heel getal van 0 tot en met 100. Kijk naar de kolom "Prioriteit".');
}
