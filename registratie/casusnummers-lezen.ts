import type { Connection } from './register.ts';

/** De casusnummers die bij procesinstanties horen; wat geen casus is ontbreekt in het antwoord. */
export async function leesCasusnummers(db: Connection, instanties: readonly string[]): Promise<Map<string, string>> {
  if (instanties.length === 0) return new Map();
  const rijen = await db.selectFrom('casus').select(['procesInstantieKey', 'casusnummer']).where('procesInstantieKey', 'in', instanties).execute();
  return new Map(rijen.map((rij) => [rij.procesInstantieKey, rij.casusnummer]));
}
