import { dag, nietInToekomst, type Regel } from './helpers.ts';

/** F-10, KT-07a (routeboek r. 51–55). */
export const vooroverlegEscalatie: Regel = (invoer, nu) => [nietInToekomst('Datum van het overleg', dag(invoer, 'datum'), nu)];
