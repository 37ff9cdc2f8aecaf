import type { Verbinding } from './register.ts';

/** De velden van de laatste logboekregel van een stap; vrije tekst van een formulier staat alleen daar (design §4). */
export async function leesLaatsteVelden(db: Verbinding, casusId: string, stap: string): Promise<Record<string, unknown>> {
  const regel = await db
    .selectFrom('logboekRegel')
    .select('velden')
    .where('casusId', '=', casusId)
    .where('stap', '=', stap)
    .where('rol', '<>', 'systeem')
    .orderBy('volgnummer', 'desc')
    .executeTakeFirst();
  return regel?.velden ?? {};
}
