import { z } from 'zod';
import { vandaag } from '../kalender/datum.ts';
import type { Dependencies } from '../dependencies.ts';
import { BusinessError } from '../errors.ts';
import { kalenderVan, uitBeslistabellen, uitRegister } from './context.ts';
import { controleer } from './controleer.ts';

/** Procesvariabelen waar een regel naar mag kijken; wat in `invoer` zelf staat gaat voor. */
const OMGEVING = ['signaal', 'escalatieSignaal', 'termijnen', 'leerlingStatus', 'dzm'] as const;
const object = z.record(z.string(), z.unknown());

/** De velden van `OMGEVING` voor het schema van een werker die formulieren nakijkt. */
export const omgevingVelden = Object.fromEntries(OMGEVING.map((naam) => [naam, object.nullish()])) as Record<(typeof OMGEVING)[number], z.ZodOptional<z.ZodNullable<typeof object>>>;

/**
 * Kijkt een ingevuld formulier na met de regels van spec §5 en wat register, beslistabellen en casus ervan weten.
 * @throws BusinessError ONVOLDOENDE_GEGEVENS met `validatieFouten`, waarmee het model teruggaat naar de taak
 */
export async function kijkNa(
  { register, engine, klok }: Dependencies,
  formulier: string,
  casusId: string,
  ingevuld: Record<string, unknown>,
  omgeving: Record<string, unknown>,
): Promise<void> {
  const normen = await uitBeslistabellen(engine, formulier, ingevuld);
  const alles = { ...(await uitRegister(register.db, casusId)), ...omgeving, ...ingevuld, ...normen };
  const validatieFouten = controleer(formulier, alles, { vandaag: vandaag(klok), kalender: await kalenderVan(register.db, casusId) });
  if (validatieFouten.length > 0) throw new BusinessError('ONVOLDOENDE_GEGEVENS', `Het formulier ${formulier} moet worden verbeterd.`, { validatieFouten });
}
