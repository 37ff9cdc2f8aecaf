import type { Datum } from '../../domein/kalender/datum.ts';

/**
 * De naam van een gedownload bestand: waarover, welk filter, welke dag. Alleen letters, cijfers en streepjes, zodat elk systeem haar
 * kan bewaren en niets uit een filter buiten de naam treedt.
 * @param delen van voor naar achter; bijvoorbeeld `['kernteam', 'school-10AB']`
 */
export function bestandsnaam(delen: readonly string[], dag: Datum, soort: 'csv' | 'xlsx' | 'svg' | 'png'): string {
  const schoon = delen.map((deel) => deel.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')).filter((deel) => deel !== '');
  return `${['routeboek', ...schoon].join('_').slice(0, 120)}_${dag}.${soort}`;
}
