import { dag, isJa, isNee, nietInToekomst, nietVoor, type Regel } from './helpers.ts';
import { nietBereikt } from './niet-bereikt.ts';

/**
 * F-11, KT-07b en GK-06: begin van de vier weken (routeboek r. 51–58, r. 145–150). De datum is de echte: een gesprek dat er al was en een
 * leerling met wie het intussen beter gaat tellen ook, en zonder OT binnen vijf schooldagen wacht het gesprek niet (errata: GK-06, F-11).
 */
export const escalatiegesprek: Regel = (invoer, nu) => {
  const gesprek = dag(invoer, 'gesprekDatum');
  return [
    nietInToekomst('Datum van het gesprek (begin van de vier weken)', gesprek, nu),
    nietVoor('Datum van het gesprek (begin van de vier weken)', gesprek, dag(invoer, 'datumSignaal', 'signaal.datumSignaal'), 'de datum van het signaal'),
    isNee(invoer, 'oudersGeinformeerdOverMeldingen') && !isJa(invoer, 'oudersNietBereikt')
      ? 'De ouders weten van de meldingen: vertel ouders eerst dat de school meldt bij leerplicht en het SWV, of vul in dat ouders niet bereikt zijn.'
      : null,
    ...nietBereikt(invoer, nu, 'Schriftelijk aangekondigd op'),
  ];
};

