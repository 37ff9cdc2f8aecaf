import { dag, isNee, nietInToekomst, type Regel } from './helpers.ts';

/** F-08, KT-06 (routeboek r. 46–49). Is de leerling niet leerplichtig, dan hoeft leerplicht niets te weten (r. 493–496). */
export const regieAfstemming: Regel = (invoer, nu) => [
  nietInToekomst('Datum van het overleg', dag(invoer, 'overlegDatum'), nu),
  isNee(invoer, 'leerplichtIngelicht') && !isNee(invoer, 'leerplichtig', 'leerlingStatus.leerplichtig')
    ? 'Leerplicht is ingelicht: licht de leerplichtambtenaar in en zet daarna het vinkje.'
    : null,
  nietInToekomst('Datum leerplicht ingelicht', dag(invoer, 'leerplichtDatum'), nu),
];
