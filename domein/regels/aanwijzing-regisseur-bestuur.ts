import { isNee, type Regel } from './helpers.ts';

/** F-07, KT-05: het schoolbestuur bekostigt de eigen regisseur (routeboek r. 45). */
export const aanwijzingRegisseurBestuur: Regel = (invoer) => [
  isNee(invoer, 'akkoordBekostiging')
    ? 'Betaalt het schoolbestuur de regisseur: het schoolbestuur betaalt de eigen regisseur. Zonder akkoord kan deze stap niet worden afgerond; overleg met het SWV.'
    : null,
];
