import { leesLaatsteVelden } from '../../registratie/logboek-lezen.ts';
import type { Register } from '../../registratie/register.ts';
import type { Formulierlezer } from '../logboek/formulier.ts';

/** Velden die een keuze, getal of datum bevatten. Open tekst blijft in het logboek (design §4). */
const MEE = new Set(['radio', 'select', 'checkbox', 'checklist', 'number', 'datetime', 'getypt']);

/**
 * De laatste antwoorden op een paar formulieren, uit het logboek van de casus. Een fase die nog loopt heeft haar uitkomst nog niet
 * teruggegeven; wie ernaast een besluit neemt, heeft het laatste antwoord wel nodig (de voortgang van deze week).
 * @returns per formulier de antwoorden, onder de naam zonder streepjes: `monitoring-week` wordt `monitoringWeek`; null als het nog niet is ingevuld
 */
export async function laatsteAntwoorden(register: Register, lees: Formulierlezer, casusId: string, formulieren: readonly string[]): Promise<Record<string, unknown>> {
  const paren = await Promise.all(formulieren.map(async (formulier) => {
    const waarden = await leesLaatsteVelden(register.db, casusId, formulier);
    const velden = (await lees(formulier)).filter(({ type, sleutel }) => MEE.has(type) && sleutel in waarden);
    return [naam(formulier), velden.length === 0 ? null : Object.fromEntries(velden.map(({ sleutel }) => [sleutel, waarden[sleutel]]))] as const;
  }));
  return Object.fromEntries(paren);
}

const naam = (formulier: string): string => formulier.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
