import { DateTime } from 'luxon';

/**
 * Datums en getallen worden in een formulier getypt als tekst, in een veld met dit achtervoegsel; het formulier maakt er zelf
 * de waarde van (zie scripts/formulieren/getypt.ts). De datumkiezer van Camunda leest `05-09-2025` in een Engelse browser als
 * 9 mei en maakt van 31-04 stilzwijgend 1 mei; haar getalveld maakt van `1.500` anderhalf.
 */
export const GETYPT = 'Getypt';

/** De naam van het veld waarin deze waarde wordt getypt. */
export const getyptVeld = (sleutel: string): string => `${sleutel}${GETYPT}`;

/** Het omgekeerde: de naam van de waarde bij een veld waarin getypt wordt; een ander veld heet zoals het heet. */
export const waardeVeld = (veld: string): string => (veld.endsWith(GETYPT) ? veld.slice(0, -GETYPT.length) : veld);

/** De waarde zoals iemand haar hier zou typen, of null als er niets staat: 05-09-2025, 05-09-2025 14:30, 2,5. */
export function alsGetypt(waarde: unknown): string | null {
  if (typeof waarde === 'number') return Number.isFinite(waarde) ? String(waarde).replace('.', ',') : null;
  if (typeof waarde !== 'string' || waarde === '') return null;
  if (/^-?\d+(\.\d+)?$/.test(waarde)) return waarde.replace('.', ',');
  const moment = /^\d{4}-\d{2}-\d{2}/.test(waarde) ? DateTime.fromISO(waarde, { setZone: true }) : undefined;
  if (!moment?.isValid) return null;
  return moment.toFormat(waarde.includes('T') ? 'dd-MM-yyyy HH:mm' : 'dd-MM-yyyy');
}

/** Een rij of invoer zonder de velden waarin alleen getypt werd: de waarde ernaast is de invoer. */
export function zonderGetypt(invoer: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(invoer).filter(([sleutel]) => !sleutel.endsWith(GETYPT)));
}
