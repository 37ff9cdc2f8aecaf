import type { Connection } from './register.ts';

/** De stand van een casus zoals een stap haar nodig heeft; de naam is er voor de aanduiding en gaat niet verder. Niets als de casus er niet is. */
export async function leesCasusstand(db: Connection, casusId: string) {
  const casus = await db
    .selectFrom('casus')
    .innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId')
    .innerJoin('school', 'school.brin', 'casus.brin')
    .leftJoin('thuiszittersregistratie as t', 't.casusId', 'casus.casusId')
    .select([
      'leerling.geboortedatum', 'leerling.roepnaam', 'leerling.achternaam', 'leerling.groep', 'leerling.groepSchooljaar', 'leerling.didactischeLeeftijdMaanden', 'leerling.ingeschreven',
      'leerling.woongemeente', 'school.gebied', 'school.naam as schoolNaam', 'school.schooltype', 'school.heeftKernteam', 'casus.casusnummer', 'casus.verzuimstatus', 'casus.groepen', 'casus.brin', 'casus.vierWekenSinds', 'casus.routeOpnieuwSinds', 't.cyclus', 't.escalatieDatum',
    ])
    .where('casus.casusId', '=', casusId)
    .executeTakeFirst();
  if (!casus) return undefined;
  const verzuim = await db.selectFrom('verzuimstand').selectAll().where('casusId', '=', casusId).orderBy('peildatum', 'desc').executeTakeFirst();
  const contacten = await db.selectFrom('contact').select(['rol', 'userId']).where('casusId', '=', casusId).where('tot', 'is', null).execute();
  return { ...casus, verzuim, contacten };
}
