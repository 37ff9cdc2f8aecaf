import { dag, nietInToekomst, nietVoor, type Regel } from './helpers.ts';

/** F-26, KT-18 (routeboek r. 118–120). */
export const afsluitnotitie: Regel = (invoer, nu) => [
  nietInToekomst('Einddatum', dag(invoer, 'einddatum'), nu),
  nietVoor('Einddatum', dag(invoer, 'einddatum'), dag(invoer, 'startCasus'), 'het begin van de casus'),
];
