import type { Connection } from './register.ts';

/** Wat werkers van een casus moeten weten, zonder de naam van het kind. */
export async function leesCasus(db: Connection, casusId: string) {
  return db
    .selectFrom('casus')
    .innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId')
    .innerJoin('school', 'school.brin', 'casus.brin')
    .leftJoin('thuiszittersregistratie as t', 't.casusId', 'casus.casusId')
    .select([
      'casus.casusId',
      'casus.casusnummer',
      'casus.leerlingId',
      'casus.brin',
      'casus.route',
      'casus.status',
      'casus.verzuimstatus',
      'casus.logboekGestartOp',
      'casus.communicatie',
      'casus.rolverdeling',
      'casus.jeugdteamWijze',
      'casus.voorstelRegisseurSchoolbestuur',
      'leerling.woongemeente',
      'leerling.geboortedatum',
      'leerling.groep',
      'leerling.groepSchooljaar',
      'leerling.didactischeLeeftijdMaanden',
      'school.naam as schoolNaam',
      'school.gebied',
      'school.schoolbestuur',
      't.registratieStatus',
      't.dagenThuisWeek',
      't.escalatieDatum',
      't.voorliggend',
      't.bestemming',
      't.brugType',
      't.brugStart',
      't.reden',
      't.resultaat',
      't.eindDatum',
    ])
    .where('casus.casusId', '=', casusId)
    .executeTakeFirst();
}

export type CasusFeiten = NonNullable<Awaited<ReturnType<typeof leesCasus>>>;

/** De vaste personen van een casus op dit moment. */
export async function leesContacten(db: Connection, casusId: string) {
  return db.selectFrom('contact').select(['rol', 'userId', 'naam', 'email']).where('casusId', '=', casusId).where('tot', 'is', null).orderBy('rol').execute();
}

/** Het adres van wie een rol het laatst had en nu niet meer; niets als dat niet bekend is. */
export async function leesVorigeAdres(db: Connection, casusId: string, rol: string): Promise<string | null> {
  const vorige = await db.selectFrom('contact').select('email').where('casusId', '=', casusId).where('rol', '=', rol).where('tot', 'is not', null).orderBy('tot', 'desc').orderBy('sinds', 'desc').executeTakeFirst();
  const nu = (await leesContacten(db, casusId)).find((contact) => contact.rol === rol);
  return vorige?.email && vorige.email !== nu?.email ? vorige.email : null;
}

export type Contact = Awaited<ReturnType<typeof leesContacten>>[number];

/**
 * De e-mailadressen van ouders met gezag: alleen zij krijgen bericht over het kind (spec deel 3 §2.2.2). Een ouder zonder adres
 * telt als null mee, zodat zijn bericht niet stil wegvalt als de andere ouder er wel een heeft.
 */
export async function leesOuderadressen(db: Connection, leerlingId: string): Promise<(string | null)[]> {
  const rijen = await db.selectFrom('ouder').select('email').where('leerlingId', '=', leerlingId).where('gezag', '=', true).orderBy('email').execute();
  return [...new Set(rijen.map((r) => r.email || null))];
}
