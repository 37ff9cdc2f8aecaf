import { sql } from 'kysely';
import type { Connection, Tx } from './register.ts';
import type { Av1Einde, Av1Stand, Av1Table } from './schema/av1.ts';

export type { Av1Einde, Av1Stand };
export interface Av1Aanvraag {
  instantie: string;
  casusId: string;
  stand: Av1Stand;
  robot: number | null;
  wachtSinds: Date | null;
}
/** Een kind dat wachtte en nu een robot heeft. */
export interface Toewijzing {
  instantie: string;
  casusId: string;
  robot: number;
}
const KOLOMMEN = ['instantie', 'casusId', 'stand', 'robot', 'wachtSinds'] as const;

/** Eén tegelijk deelt robots uit: twee kinderen kunnen anders allebei dezelfde vrije robot zien. */
export async function vergrendelRobots(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('av1-robots'))`.execute(tx);
}

/**
 * Legt een aanvraag vast; dezelfde instantie nog eens verandert niets.
 * @returns false als er voor deze casus al een andere loopt
 */
export async function openAv1(tx: Tx, aanvraag: { instantie: string; casusId: string; op: Date }): Promise<boolean> {
  const { instantie, casusId, op } = aanvraag;
  await tx.insertInto('av1').values({ instantie, casusId, stand: 'AANGEVRAAGD', aangevraagdOp: op, robot: null, eindeReden: null }).onConflict((conflict) => conflict.doNothing()).execute();
  return (await leesAv1(tx, instantie)) !== undefined;
}

export const leesAv1 = (db: Connection, instantie: string): Promise<Av1Aanvraag | undefined> =>
  db.selectFrom('av1').select(KOLOMMEN).where('instantie', '=', instantie).executeTakeFirst();

/** De robots die een kind heeft, die terugkomen, stuk zijn of voor iemand klaarstaan. */
export async function robotsInGebruik(db: Connection): Promise<number[]> {
  const rijen = await db.selectFrom('av1').select('robot').where('robot', 'is not', null).execute();
  return rijen.map(({ robot }) => robot as number);
}

/** Wie op een robot wacht, het langst wachtende kind eerst. */
export const wachtenden = (db: Connection): Promise<Av1Aanvraag[]> =>
  db.selectFrom('av1').select(KOLOMMEN).where('stand', '=', 'WACHT').orderBy('wachtSinds').orderBy('aangevraagdOp').orderBy('instantie').execute();

/** Wijzigt een aanvraag. */
export async function zetAv1(tx: Tx, instantie: string, nieuw: Partial<Pick<Av1Table, 'stand' | 'robot' | 'eindeReden'>> & { wachtSinds?: Date | null; gestartOp?: Date; afgeslotenOp?: Date }): Promise<void> {
  await tx.updateTable('av1').set(nieuw).where('instantie', '=', instantie).execute();
}
