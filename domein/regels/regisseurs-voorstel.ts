import { dag, nietInToekomst, type Regel } from './helpers.ts';

/** F-05, KT-03 (routeboek r. 36–39). */
export const regisseursVoorstel: Regel = (invoer, nu) => [nietInToekomst('Datum van het overleg', dag(invoer, 'overlegDatum'), nu)];
