import type { Connection } from './register.ts';

/** De velden van de laatste logboekregel van een stap; vrije tekst van een formulier staat alleen daar (design §4). */
export async function leesLaatsteVelden(db: Connection, casusId: string, stap: string): Promise<Record<string, unknown>> {
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

/** De gemeente waar het kind vóór de laatste verhuizing woonde, volgens de logboekregel van `betrokkenen-bepalen`. */
export async function leesVorigeGemeente(db: Connection, casusId: string): Promise<string | undefined> {
  const regel = await db
    .selectFrom('logboekRegel')
    .select('velden')
    .where('casusId', '=', casusId)
    .where('sleutel', 'like', 'betrokkenen-bepalen:%')
    .orderBy('volgnummer', 'desc')
    .executeTakeFirst();
  const gemeente = regel?.velden.vorigeGemeente;
  return typeof gemeente === 'string' ? gemeente : undefined;
}
