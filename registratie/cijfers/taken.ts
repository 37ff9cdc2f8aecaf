import type { Connection } from '../register.ts';
import type { Toestand } from '../schema.ts';

/** Eén keer dat een taak met een termijn bij iemand lag. */
export interface Taak {
  readonly casusId: string;
  readonly geeindigd: Date | null;
  readonly toestand: Toestand;
  readonly uiterlijk: Date;
}

/** Alle taken van deze stappen die een termijn hadden, de oudste eerst. */
export async function leesTaken(db: Connection, stappen: readonly string[]): Promise<Taak[]> {
  const rijen = await db
    .selectFrom('elementbezoek')
    .select(['casusId', 'geeindigd', 'toestand', 'uiterlijk'])
    .where('soort', '=', 'USER_TASK')
    .where('stap', 'in', [...stappen])
    .where('casusId', 'is not', null)
    .where('uiterlijk', 'is not', null)
    .where('toestand', '<>', 'vermist')
    .orderBy('uiterlijk')
    .execute();
  return rijen.map(({ casusId, uiterlijk, ...rest }) => ({ ...rest, casusId: casusId!, uiterlijk: uiterlijk! }));
}
