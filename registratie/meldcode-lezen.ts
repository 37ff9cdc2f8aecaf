import type { Connection } from './register.ts';

/** De laatste keer dat dit formulier in dit traject van de meldcode is ingevuld. */
export async function leesLaatsteMeldcodeRegel(db: Connection, traject: string, formulier: string) {
  return db
    .selectFrom('meldcodeRegel')
    .select(['actie', 'tijdstip', 'velden'])
    .where('traject', '=', traject)
    .where('formulier', '=', formulier)
    .orderBy('volgnummer', 'desc')
    .executeTakeFirst();
}
