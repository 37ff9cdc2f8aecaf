import { z } from 'zod';
import { leesLaatsteRegel, leesLaatsteVelden } from '../../registratie/logboek-lezen.ts';
import type { Connection, Register } from '../../registratie/register.ts';
import { leesRouteGewisseld } from '../../registratie/route-lezen.ts';
import type { Formulierlezer, Veld } from './formulier.ts';
import { UREN } from './regels.ts';

/** De variabelen van een taak waaraan te zien is dat zij is teruggekomen. */
export const teruggekomenVelden = { casusId: z.guid().nullish(), formulier: z.string().nullish(), validatieFouten: z.unknown().optional() };

/**
 * Wat iemand eerder invulde in een taak die is teruggekomen omdat er iets niet klopte; leeg voor elke andere taak. De
 * antwoorden komen uit het logboek van de casus, want vrije tekst gaat niet als variabele het proces door (design §4).
 * Geeft een listener op het begin van een taak ze terug, dan staan ze alleen in die taak en verdwijnen ze met haar.
 *
 * Kreeg de casus een andere regie, dan geldt dat ook voor een taak die de nieuwe route nog eens vraagt.
 *
 * Drie soorten velden moet men opnieuw invullen. Een veld dat van een ander antwoord afhangt en een lijst zonder teller: valt
 * het veld weg of gaan alle rijen eruit, dan stuurt het formulier er niets voor in en bleef de oude waarde ongezien staan.
 * En de bestede uren: die zijn al geteld.
 */
export async function eerdereAntwoorden(
  register: Register,
  lees: Formulierlezer,
  taak: { casusId?: string | null | undefined; formulier?: string | null | undefined; validatieFouten?: unknown },
  stap: string,
): Promise<Record<string, unknown>> {
  const { casusId, formulier, validatieFouten } = taak;
  if (!casusId || !formulier) return {};
  const teruggekomen = Array.isArray(validatieFouten) && validatieFouten.length > 0;
  const waarden = teruggekomen ? await leesLaatsteVelden(register.db, casusId, formulier, stap) : await vanVoorDeWissel(register.db, casusId, formulier);
  const velden = (await lees(formulier)).filter((veld) => isTerugTeGeven(veld) && veld.sleutel in waarden);
  return Object.fromEntries(velden.map(({ sleutel }) => [sleutel, waarden[sleutel]]));
}

/** Formulieren over een week of een moment: daarvan is het vorige antwoord nooit dat van nu. */
const TELKENS_NIEUW: readonly string[] = ['verzuimweek', 'verzuimstand', 'monitoring-week', 'brug-voortgang', 'voortgang-meekijken', 'inschrijving-nagaan', 'tussenaanbod-volgen', 'evaluatie-opbouwplan'];

/** De eerste keer na een andere regie staat wat in de vorige route is geantwoord al ingevuld; wie overneemt past het aan. */
async function vanVoorDeWissel(db: Connection, casusId: string, formulier: string): Promise<Record<string, unknown>> {
  if (TELKENS_NIEUW.includes(formulier)) return {};
  const gewisseldOp = await leesRouteGewisseld(db, casusId);
  if (gewisseldOp === null) return {};
  const regel = await leesLaatsteRegel(db, casusId, formulier);
  return regel && regel.tijdstip < gewisseldOp ? regel.velden : {};
}

/** Stuurt het formulier dit veld altijd in, ook als het is leeggemaakt? Een test op alle formulieren houdt dit vast. */
export const isTerugTeGeven = ({ voorwaardelijk, type, sleutel, teller }: Veld): boolean => !voorwaardelijk && (type !== 'dynamiclist' || teller !== undefined) && sleutel !== UREN;
