import { metGetypteVelden } from './getypt.ts';
import { metKop, type Formulier } from './kop.ts';
import { metNogInTeVullen } from './nog-in-te-vullen.ts';

/** Alles wat `npm run formulieren` in een formulier zet: de kop van alle formulieren, datums en getallen als getypte tekst, en welke velden nog niet goed zijn. */
export const bijgewerkt = <F extends Formulier>(formulier: F): F => metNogInTeVullen(metGetypteVelden(metKop(formulier)));
