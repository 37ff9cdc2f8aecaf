import { dag, nietNa, volgorde, type Regel } from './helpers.ts';

/** F-20b, KT-13c: tijdelijke inzet; `maximaalTot` rekent invoer-controleren uit met de beslistabel termijnen (routeboek r. 88–91). */
export const inzetMaatwerk: Regel = (invoer) => [
  volgorde('Tot en met', dag(invoer, 'vanDatum'), dag(invoer, 'totDatum')),
  nietNa('Tot en met', dag(invoer, 'totDatum'), dag(invoer, 'maximaalTot'), 'extra maatwerk duurt hooguit vier weken'),
];
