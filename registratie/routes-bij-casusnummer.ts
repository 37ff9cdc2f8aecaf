import type { Connection } from './register.ts';

/** De route (proces-id) van elk van deze casusnummers; wat geen casus is ontbreekt in het antwoord. */
export async function routesBijCasusnummer(db: Connection, casusnummers: readonly string[]): Promise<Map<string, string>> {
  if (casusnummers.length === 0) return new Map();
  const rijen = await db.selectFrom('casus').select(['casusnummer', 'route']).where('casusnummer', 'in', casusnummers).execute();
  return new Map(rijen.map((rij) => [rij.casusnummer, rij.route]));
}
