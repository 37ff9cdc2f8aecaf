import type { Connection } from './register.ts';

/** De stand van een casus zoals een stap haar nodig heeft: zonder naam van het kind. Niets als de casus er niet is. */
export async function leesCasusstand(db: Connection, casusId: string) {
  const casus = await db
    .selectFrom('casus')
    .innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId')
    .leftJoin('thuiszittersregistratie as t', 't.casusId', 'casus.casusId')
    .select(['leerling.geboortedatum', 'casus.verzuimstatus', 'casus.brin', 'casus.vierWekenSinds', 'casus.routeOpnieuwSinds', 't.cyclus', 't.escalatieDatum'])
    .where('casus.casusId', '=', casusId)
    .executeTakeFirst();
  if (!casus) return undefined;
  const verzuim = await db.selectFrom('verzuimstand').selectAll().where('casusId', '=', casusId).orderBy('peildatum', 'desc').executeTakeFirst();
  const contacten = await db.selectFrom('contact').select(['rol', 'userId']).where('casusId', '=', casusId).where('tot', 'is', null).execute();
  return { ...casus, verzuim, contacten };
}
