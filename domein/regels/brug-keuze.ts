import { datumTekst } from '../kalender/datum.ts';
import { dag, isJa, waarde, type Regel } from './helpers.ts';

/**
 * F-24, KT-16b: een brugplaats begint na vier schoolweken aangepast aanbod op de eigen school; daarvan kan met een motivering
 * worden afgeweken (routeboek r. 626–629, r. 782–783). `eersteStart` rekent de beslistabel termijnen uit.
 */
export const brugKeuze: Regel = (invoer) => {
  const [start, eerste] = [dag(invoer, 'startwens'), dag(invoer, 'eersteStart')];
  const gekozen = waarde(invoer, 'gekozenOptie');
  if (gekozen === undefined || gekozen === 'eigen-school' || isJa(invoer, 'zonderVierWeken')) return [];
  return [
    start !== undefined && eerste !== undefined && start < eerste
      ? `Gewenste start: kies ${datumTekst(eerste)} of een latere dag; dan heeft de leerling vier schoolweken aangepast aanbod op de eigen school gehad. Kan de leerling niet wachten, vink dan "Eerder beginnen" aan en motiveer dat.`
      : null,
  ];
};
