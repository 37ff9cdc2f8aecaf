import { z } from 'zod';
import { vandaag } from './kalender/datum.ts';
import { uitBeslistabellen, uitRegister } from './regels/context.ts';
import { controleer } from './regels/controleer.ts';
import type { WerkerAfhankelijkheden } from './runtime/afhankelijkheden.ts';
import { BedrijfsFout } from './runtime/fouten.ts';
import type { Werker } from './runtime/werker.ts';

/** Procesvariabelen waar een regel naar mag kijken; wat in `invoer` zelf staat gaat voor. */
const OMGEVING = ['signaal', 'escalatieSignaal', 'termijnen', 'leerlingStatus', 'dzm'] as const;
const object = z.record(z.string(), z.unknown());

const invoer = z.object({
  casusId: z.guid(),
  invoer: object,
  ...(Object.fromEntries(OMGEVING.map((naam) => [naam, object.nullish()])) as Record<(typeof OMGEVING)[number], z.ZodOptional<z.ZodNullable<typeof object>>>),
});
const koppen = z.object({ controle: z.string() });

/**
 * Kijkt een ingevuld formulier na met de regels van spec §5 (de kop `controle` noemt het formulier).
 * @throws BedrijfsFout ONVOLDOENDE_GEGEVENS met `validatieFouten`, waarmee het model teruggaat naar de taak
 */
export function maakInvoerControleren({ register, engine, klok }: WerkerAfhankelijkheden): Werker<z.output<typeof invoer>, z.output<typeof koppen>> {
  return {
    type: 'invoer-controleren',
    haalOp: ['casusId', 'invoer', ...OMGEVING],
    invoer,
    koppen,
    async voerUit({ casusId, invoer: ingevuld, ...omgeving }, { controle }) {
      const normen = await uitBeslistabellen(engine, controle, ingevuld);
      const alles = { ...(await uitRegister(register.db, casusId)), ...omgeving, ...ingevuld, ...normen };
      const validatieFouten = controleer(controle, alles, { vandaag: vandaag(klok) });
      if (validatieFouten.length > 0) {
        throw new BedrijfsFout('ONVOLDOENDE_GEGEVENS', `Het formulier ${controle} moet worden verbeterd.`, { validatieFouten });
      }
      return { validatieFouten: null };
    },
  };
}
