import { dag, nietInToekomst, type Regel } from './helpers.ts';

/** F-02, KT-01b en de bespreking bij schorsing (routeboek r. 30–33, r. 433–435). */
export const besprekingTeam: Regel = (invoer, nu) => [nietInToekomst('Datum van de bespreking', dag(invoer, 'datum'), nu)];
