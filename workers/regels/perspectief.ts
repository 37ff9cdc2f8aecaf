import { isNee, waarde, type Regel } from './hulp.ts';

/** F-21, KT-14 (routeboek r. 93–97). */
export const perspectief: Regel = (invoer) => [
  isNee(invoer, 'oudersGehoord') ? 'Ouders gehoord: bespreek het perspectief eerst met ouders.' : null,
  waarde(invoer, 'onderwijsMogelijk') === 'JA' && 'inGroepFunctioneren' in invoer && waarde(invoer, 'inGroepFunctioneren') === undefined
    ? 'Functioneren in een groep: vul in of de leerling in een groep kan functioneren.'
    : null,
];
