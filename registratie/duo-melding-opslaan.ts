import { randomUUID } from 'node:crypto';
import type { Tx } from './register.ts';
import type { Datum } from './schema.ts';

export interface NieuweDuoMelding {
  casusId: string;
  gronden: string[];
  periodeVan: Datum;
  periodeTot: Datum;
  urenOngeoorloofd: number;
  aantalTeLaat: number;
  actiesSchool: string | null;
  op: Date;
  /** De dag van de melding, voor de thuiszittersregistratie. */
  dag: Datum;
  sleutel: string;
}

/**
 * Legt een verzuimmelding vast en zet haar dag in de thuiszittersregistratie.
 * @returns het nummer van de melding
 */
export async function slaDuoMeldingOp(tx: Tx, { op, dag, ...melding }: NieuweDuoMelding): Promise<string> {
  const duoId = randomUUID();
  await tx.insertInto('duo').values({ ...melding, duoId, soort: 'MELDING', gemeldOp: op, status: 'INGEDIEND', terugkoppeling: null }).execute();
  await tx.updateTable('thuiszittersregistratie').set({ duoMeldingOp: dag }).where('casusId', '=', melding.casusId).execute();
  return duoId;
}
