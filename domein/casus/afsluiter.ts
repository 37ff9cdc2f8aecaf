import { routeVan } from '../routes/index.ts';

/** Wie de casus straks sluit: de rol, haar naam in `personen` en haar groep in Tasklist. De route zegt welke rol dat is. */
export function bepaalAfsluiter(route: string, groepen: Readonly<Record<string, string>>): { rol: string; persoon: string; groep: string } {
  const afsluiter = routeVan(route)?.afsluiter;
  if (!afsluiter) throw new RangeError(`Onbekende route: ${route}`);
  return { ...afsluiter, groep: groepen[afsluiter.persoon] ?? afsluiter.rol };
}
