import { dag, isNee, nietInToekomst, type Regel } from './helpers.ts';
import { nietBereikt } from './niet-bereikt.ts';

/**
 * F-08b, GK-05 (routeboek r. 141–143; errata: F-08b). De school spreekt met de ouders af hoe het jeugdteam meedoet; zijn zij niet
 * bereikt, dan gaat de school verder. Is de leerling niet leerplichtig, dan hoeft leerplicht niets te weten (r. 493–496).
 */
export const regieSchool: Regel = (invoer, nu) => [
  nietInToekomst('Datum van het gesprek met de ouders', dag(invoer, 'gesprekMetOudersDatum'), nu),
  ...nietBereikt(invoer, nu, 'Schriftelijk uitgenodigd op'),
  isNee(invoer, 'leerplichtIngelicht') && !isNee(invoer, 'leerplichtig', 'leerlingStatus.leerplichtig')
    ? 'Leerplicht is ingelicht: licht de leerplichtambtenaar in en zet daarna het vinkje.'
    : null,
  nietInToekomst('Leerplicht ingelicht op', dag(invoer, 'leerplichtDatum'), nu),
];
