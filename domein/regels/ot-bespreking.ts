import { dag, nietInToekomst, type Regel } from './helpers.ts';

/** F-03, overal waar het OT bespreekt (routeboek r. 453–476). */
export const otBespreking: Regel = (invoer, nu) => [nietInToekomst('Datum van de bespreking', dag(invoer, 'datum'), nu)];
