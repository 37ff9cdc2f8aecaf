import type { Connection } from './register.ts';

/** De antwoorden op een formulier, zoals het laatst ingevuld; vrije tekst staat alleen in het logboek (design §4). */
export async function leesLaatsteVelden(db: Connection, casusId: string, formulier: string, stap?: string): Promise<Record<string, unknown>> {
  const regel = await db
    .selectFrom('logboekRegel')
    .select('velden')
    .where('casusId', '=', casusId)
    .where('formulier', '=', formulier)
    .$if(stap !== undefined, (vraag) => vraag.where('stap', '=', stap ?? ''))
    .orderBy('volgnummer', 'desc')
    .executeTakeFirst();
  return regel?.velden ?? {};
}

/** De laatste keer dat dit formulier in deze casus is ingevuld. */
export async function leesLaatsteRegel(db: Connection, casusId: string, formulier: string) {
  return db
    .selectFrom('logboekRegel')
    .select(['actie', 'tijdstip', 'velden'])
    .where('casusId', '=', casusId)
    .where('formulier', '=', formulier)
    .orderBy('volgnummer', 'desc')
    .executeTakeFirst();
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
