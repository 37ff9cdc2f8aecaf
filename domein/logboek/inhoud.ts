import { z } from 'zod';
import { ContractError } from '../errors.ts';
import type { Modelstappen } from '../stappen/modelstappen.ts';
import type { Formulierlezer } from './formulier.ts';
import { alsRegels, kiesVelden } from './regels.ts';

const logregel = z.object({ actie: z.string().min(1).max(300), uitkomst: z.union([z.string(), z.number(), z.boolean()]).nullish() });
/** Wat een taak of stap voor een log meegeeft, naast de velden van het formulier. */
export const taakgegevens = z.looseObject({
  casusId: z.guid().nullish(),
  formulier: z.string().nullish(),
  rol: z.string().nullish(),
  logregel: logregel.nullish(),
  /** De stap die een gedeelde fase vroeg, als dat niet die van de taak zelf is. */
  stapVanAanroep: z.string().nullish(),
});
export type Taakgegevens = z.output<typeof taakgegevens>;

/** Wat er op een regel van een log staat; zonder formulier en velden bij een handeling van het systeem. */
export interface Inhoud {
  readonly formulier?: string;
  readonly actie: string;
  readonly rol: string;
  readonly uitkomst: string;
  readonly velden?: Record<string, unknown>;
}

/**
 * De inhoud van een regel, met de woorden van het formulier, voor het logboek van de casus en voor het log van de meldcode.
 * @param weg de sleutels van velden die niet in dit log komen
 * @throws ContractError als de stap niets meegeeft om op te schrijven
 */
export async function maakInhoud(
  { lees, stappen }: { readonly lees: Formulierlezer; readonly stappen: Modelstappen },
  gegevens: Taakgegevens,
  { bpmnProcessId, elementId }: { readonly bpmnProcessId: string; readonly elementId: string },
  weg: readonly string[] = [],
): Promise<Inhoud> {
  const { formulier, logregel: handeling } = gegevens;
  if (formulier) {
    const velden = (await lees(formulier)).filter(({ sleutel }) => !weg.includes(sleutel));
    const waarden = kiesVelden(velden, gegevens);
    const { naam } = await stappen(bpmnProcessId, elementId);
    return { formulier, actie: naam, rol: gegevens.rol ?? 'onbekend', uitkomst: alsRegels(velden, waarden) || 'Afgerond zonder gegevens.', velden: waarden };
  }
  if (!handeling) throw new ContractError('Deze stap geeft geen "formulier" en geen "logregel" mee; er is niets om op te schrijven.');
  return { actie: handeling.actie, rol: 'systeem', uitkomst: String(handeling.uitkomst ?? '') };
}
