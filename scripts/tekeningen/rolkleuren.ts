import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { leesEigenJson } from '../../domein/invoer/json.ts';

/** De kleur van een groep rollen, als hex (`#A2D6F3`), met de naam die de lezer ziet. */
export interface RolGroep {
  readonly label: string;
  readonly fill: string;
  readonly stroke: string;
}

/** Welke rol bij welke groep hoort en hoe die groep eruitziet: de enige bron voor modellen, tekeningen en lint. */
export interface RolKleuren {
  readonly groepen: Readonly<Record<string, RolGroep>>;
  readonly rollen: Readonly<Record<string, string>>;
}

/** Zoals het bestand in een melding heet. */
const BESTAND = 'bpmn/rolkleuren.json';

const kleur = z.string().regex(/^#[0-9A-Fa-f]{6}$/, { error: 'schrijf een kleur als # met zes cijfers of letters a tot en met f, bijvoorbeeld #A2D6F3' });
const schema = z.object({ groepen: z.record(z.string(), z.object({ label: z.string(), fill: kleur, stroke: kleur })), rollen: z.record(z.string(), z.string()) })
  .superRefine(({ groepen, rollen }, fout) => {
    for (const [rol, groep] of Object.entries(rollen)) if (!groepen[groep]) fout.addIssue({ code: 'custom', path: ['rollen', rol], message: `de groep "${groep}" staat niet onder groepen` });
  });

/**
 * Leest de kleuren naast de modellen (bpmn/rolkleuren.json).
 * @throws Error die het bestand noemt en zegt waar en wat er niet klopt
 */
export function leesRolKleuren(modellen: string): RolKleuren {
  const gelezen = schema.safeParse(leesEigenJson(BESTAND, readFileSync(join(modellen, 'rolkleuren.json'))));
  if (gelezen.success) return gelezen.data;
  throw new Error(gelezen.error.issues.map(({ path, message }) => `${BESTAND}, ${path.join(', ') || 'het geheel'}: ${message}.`).join('\n'));
}
