import { isJa, isNee, waarde, type Regel } from './helpers.ts';
import { nietBereikt } from './niet-bereikt.ts';

/** F-21, KT-14 (routeboek r. 93–97); `voorliggend` is de uitkomst van de gelijknamige beslistabel. */
export const perspectief: Regel = (invoer, nu) => [
  isNee(invoer, 'oudersGehoord') && !isJa(invoer, 'oudersNietBereikt') ? 'De ouders zijn gehoord: bespreek het perspectief eerst met ouders.' : null,
  waarde(invoer, 'onderwijsMogelijk') === 'JA' && 'inGroepFunctioneren' in invoer && waarde(invoer, 'inGroepFunctioneren') === undefined
    ? 'Kan de leerling in een groep functioneren: vul in of de leerling in een groep kan functioneren.'
    : null,
  waarde(invoer, 'voorliggend') === 'ONDUIDELIJK' && isJa(invoer, 'perspectiefHelder')
    ? 'Is het perspectief helder: uit de antwoorden volgt dat nog onduidelijk is of onderwijs of zorg voorliggend is. Kies "nee" of pas de antwoorden aan.'
    : null,
  waarde(invoer, 'aanbodplek') === 'NOG_ONBEKEND' && isJa(invoer, 'perspectiefHelder')
    ? 'Is het perspectief helder: de passende plek is nog niet bekend, dus het perspectief is nog niet helder. Kies "nee" of kies een plek.'
    : null,
  ...nietBereikt(invoer, nu, 'Schriftelijk uitgenodigd op'),
];
