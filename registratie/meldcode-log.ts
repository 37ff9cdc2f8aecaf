import type { Connection, Tx } from './register.ts';

/** De casussen waarin deze school de meldcode doorliep, de jongste eerst. */
export const leesMeldcodeCasussen = (db: Connection, brin: string) =>
  db
    .selectFrom('meldcodeTraject as t')
    .innerJoin('casus', 'casus.casusId', 't.casusId')
    .select(({ fn }) => ['casus.casusnummer', fn.max('t.gestartOp').as('gestartOp'), fn.countAll<number>().as('aantal')])
    .where('t.brin', '=', brin)
    .groupBy('casus.casusnummer')
    .orderBy('gestartOp', 'desc')
    .execute();

/** De casus met dit nummer, als deze school er een meldcode bij doorliep. */
export const zoekMeldcodeCasus = (db: Connection, casusnummer: string, brin: string) =>
  db.selectFrom('casus').innerJoin('meldcodeTraject as t', 't.casusId', 'casus.casusId').select('casus.casusId').where('casusnummer', '=', casusnummer).where('t.brin', '=', brin).limit(1).executeTakeFirst();

/** Alle regels van elk traject van deze casus op deze school, in de volgorde waarin het gebeurde. */
export const leesMeldcodeLog = (db: Connection, casusId: string, brin: string) =>
  db
    .selectFrom('meldcodeRegel as r')
    .innerJoin('meldcodeTraject as t', 't.traject', 'r.traject')
    .select(['t.traject', 't.gestartOp', 'r.volgnummer', 'r.tijdstip', 'r.stap', 'r.actie', 'r.rol', 'r.uitkomst'])
    .where('t.casusId', '=', casusId)
    .where('t.brin', '=', brin)
    .orderBy('t.gestartOp')
    .orderBy('t.traject')
    .orderBy('r.volgnummer')
    .execute();

/** Legt vast dat iemand dit log opent. */
export async function noteerMeldcodeInzage(tx: Tx, inzage: { casusId: string; account: string; op: Date }): Promise<void> {
  await tx.insertInto('meldcodeInzage').values(inzage).execute();
}

/** Wanneer dit log is geopend, de laatste keer eerst. */
export const leesMeldcodeInzagen = (db: Connection, casusId: string) =>
  db.selectFrom('meldcodeInzage').select(['account', 'op']).where('casusId', '=', casusId).orderBy('inzageId', 'desc').limit(50).execute();
