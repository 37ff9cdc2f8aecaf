import { randomUUID } from 'node:crypto';
import type { Tx } from './register.ts';
import type { Datum } from './schema.ts';

/**
 * Houdt de verzuimregistratie van een casus bij DUO bij: één rij per casus, waarvan de periode meegroeit.
 * @returns het nummer van de registratie
 */
export async function slaDuoRegistratieOp(tx: Tx, casusId: string, periode: { van: Datum | null; tot: Datum | null }, op: Date): Promise<string> {
  const nieuw = { periodeVan: periode.van, periodeTot: periode.tot, gemeldOp: op };
  const { duoId } = await tx
    .insertInto('duo')
    .values({
      duoId: randomUUID(), casusId, soort: 'REGISTRATIE', gronden: [], ...nieuw, urenOngeoorloofd: null, aantalTeLaat: null,
      actiesSchool: null, status: 'INGEDIEND', terugkoppeling: null, sleutel: `duo:REGISTRATIE:${casusId}`,
    })
    .onConflict((conflict) => conflict.column('sleutel').doUpdateSet(nieuw))
    .returning('duoId')
    .executeTakeFirstOrThrow();
  return duoId;
}
