import type { Connection } from './register.ts';

/** De laatste keer dat dit formulier in deze casus is ingevuld, zo nodig bij één stap. */
export async function leesLaatsteRegel(db: Connection, casusId: string, formulier: string, stap?: string) {
  return db
    .selectFrom('logboekRegel')
    .select(['actie', 'tijdstip', 'velden'])
    .where('casusId', '=', casusId)
    .where('formulier', '=', formulier)
    .$if(stap !== undefined, (vraag) => vraag.where('stap', '=', stap ?? ''))
    .orderBy('volgnummer', 'desc')
    .executeTakeFirst();
}

/** Hoe vaak dit formulier in deze casus is ingevuld, vanaf een dag. */
export async function telRegels(db: Connection, casusId: string, formulier: string, vanaf: string): Promise<number> {
  const { aantal } = await db
    .selectFrom('logboekRegel')
    .select(({ fn }) => fn.countAll<number>().as('aantal'))
    .where('casusId', '=', casusId)
    .where('formulier', '=', formulier)
    .where('tijdstip', '>=', new Date(vanaf))
    .executeTakeFirstOrThrow();
  return Number(aantal);
}

/** De antwoorden op een formulier, zoals het laatst ingevuld; vrije tekst staat alleen in het logboek (design §4). */
export const leesLaatsteVelden = async (db: Connection, casusId: string, formulier: string, stap?: string): Promise<Record<string, unknown>> =>
  (await leesLaatsteRegel(db, casusId, formulier, stap))?.velden ?? {};

/** Het laatste antwoord op een vraag die op meer formulieren staat, zoals "Volledig terug sinds". */
export async function leesLaatsteWaarde(db: Connection, casusId: string, veld: string): Promise<unknown> {
  const regels = await db.selectFrom('logboekRegel').select('velden').where('casusId', '=', casusId).where('formulier', 'is not', null).orderBy('volgnummer', 'desc').execute();
  return regels.find((regel) => regel.velden[veld] !== undefined && regel.velden[veld] !== null)?.velden[veld];
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
