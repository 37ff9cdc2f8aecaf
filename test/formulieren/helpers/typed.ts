import { voorinvulling } from '../../../domein/invoer/voorinvullen.ts';
import { leesVelden } from '../../../domein/logboek/formulier.ts';

/** De waarden met de tekst erbij die iemand ervoor zou typen, zoals een taak haar datums en getallen meekrijgt. */
export const metGetypt = (schema: unknown, waarden: Record<string, unknown>): Record<string, unknown> => ({ ...waarden, ...voorinvulling(leesVelden(schema), waarden) });
