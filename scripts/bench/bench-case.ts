import { dagVan } from '../../domein/kalender/datum.ts';
import { aanmelding } from '../demo/kinderen.ts';
import { makeRandom } from '../demo/random.ts';
import { SCHOLEN, SCHOLEN_ZONDER_KERNTEAM } from '../demo/scholen.ts';

const SCHOOLS = [...SCHOLEN, ...SCHOLEN_ZONDER_KERNTEAM];

/**
 * Het startformulier van een verzonnen kind: bij elk nummer een ander kind, om de beurt op een andere school, dus over beide routes.
 * @param nu dag van de aanmelding
 */
export function benchCase(number: number, nu: Date): Record<string, unknown> {
  const school = SCHOOLS[number % SCHOOLS.length] as (typeof SCHOOLS)[number];
  return aanmelding({
    nummer: number, roepnaam: `Kind${number}`, school, gemeente: school.plaats, groep: 5, leeftijd: 9, didactischeLeeftijd: undefined,
    dag: dagVan(nu), thuisVanafBegin: false, toeval: makeRandom(`bench-${number}`),
  });
}
