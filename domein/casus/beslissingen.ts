import { z } from 'zod';
import type { Beslissen } from '../beslissen.ts';
import { PermanentError } from '../errors.ts';
import { ROUTES } from '../routes/index.ts';

/** De beslistabellen die de werkers van de casus zelf bevragen; hun uitkomst wordt gekeurd, want de proceseigenaar mag ze wijzigen. */

async function beslis<T>(beslissen: Beslissen, id: string, variabelen: Record<string, unknown>, vorm: z.ZodType<T>): Promise<T> {
  const uitkomst = vorm.safeParse(await beslissen.beslis(id, variabelen));
  if (!uitkomst.success) throw new PermanentError(`De beslistabel "${id}" geeft een uitkomst die de werker niet kent. Kijk na of er een regel past.`);
  return uitkomst.data;
}

/** Een tabel met één uitkomst geeft de kale waarde, soms in een object met de naam van de kolom. */
export const ofIn = <T extends z.ZodType>(column: string, vorm: T) =>
  z.preprocess((w) => (typeof w === 'object' && w !== null && column in w ? (w as Record<string, unknown>)[column] : w), vorm);

/** Welke route bij deze school hoort (L28, L124–125). */
export const kiesRoute = (beslissen: Beslissen, school: { heeftKernteam: boolean; schooltype: string }) =>
  beslis(beslissen, 'routekeuze', { school }, ofIn('route', z.enum(ROUTES.map((route) => route.proces))));

/** Of een kind van deze leeftijd leerplichtig is (L492–496). */
export const isLeerplichtig = (beslissen: Beslissen, leeftijd: number) => beslis(beslissen, 'leerplichtstatus', { leeftijd }, ofIn('leerplichtig', z.boolean()));

/** Hoeveel uur een casus naar verwachting kost (L42–43). */
export const raamUren = (beslissen: Beslissen, route: string) => beslis(beslissen, 'urenraming', { route }, z.object({ min: z.number().nullable(), max: z.number().nullable() }));

const tekstOfLeeg = z.string().nullish().transform((t) => t?.trim() || null);
const adres = z.object({ email: tekstOfLeeg, userId: tekstOfLeeg, groep: tekstOfLeeg, opmerking: tekstOfLeeg }).nullish().transform((a) => a ?? { email: null, userId: null, groep: null, opmerking: null });

/** Adres, persoon, groep en opmerking van een rol buiten de school; alles leeg als de tabel de rol niet kent. */
export const zoekAdres = (beslissen: Beslissen, rol: string, plaats: { gebied: string; gemeente: string }) => beslis(beslissen, 'contactadressen', { rol, ...plaats }, adres);
