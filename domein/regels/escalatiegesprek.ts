import { dag, isJa, isNee, nietInToekomst, nietVoor, type Regel } from './helpers.ts';
import { nietBereikt } from './niet-bereikt.ts';

/** F-11, KT-07b: begin van de vier weken (routeboek r. 51–58, r. 145–150). Of het aantal dagen hoog genoeg is zegt de beslistabel escalatie-thuis. */
export const escalatiegesprek: Regel = (invoer, nu) => {
  const gesprek = dag(invoer, 'gesprekDatum');
  return [
    nietInToekomst('Datum van het gesprek (begin van de vier weken)', gesprek, nu),
    nietVoor('Datum van het gesprek (begin van de vier weken)', gesprek, dag(invoer, 'gedetecteerdOp', 'escalatieSignaal.gedetecteerdOp'), 'de dag waarop de escalatie bleek'),
    isNee(invoer, 'escaleert') ? 'Dagen per week thuis: dit aantal ligt niet boven de grens voor een escalatiegesprek. Controleer het aantal.' : null,
    isNee(invoer, 'inOT') && invoer.route === 'geen-kernteam' ? 'Was het gesprek in het OT: op een school zonder kernteam vindt dit gesprek altijd in het OT plaats.' : null,
    isNee(invoer, 'oudersGeinformeerdOverMeldingen') && !isJa(invoer, 'oudersNietBereikt')
      ? 'De ouders weten van de meldingen: vertel ouders eerst dat de school meldt bij leerplicht en het SWV, of vul in dat ouders niet bereikt zijn.'
      : null,
    ...nietBereikt(invoer, nu, 'Schriftelijk aangekondigd op'),
  ];
};

