import type { Connection, Tx } from './register.ts';
import type { OpenTaakTable } from './schema/outbox.ts';

/** Een taak van een casus die openstaat. */
export type OpenTaak = Pick<OpenTaakTable, 'elementInstanceKey' | 'casusId' | 'stap' | 'naam'> & { uiterlijk: Date; geopendOp: Date };

/** Noteert dat een taak openstaat; nog eens noteren verandert niets. */
export async function noteerOpenTaak(db: Connection, taak: OpenTaak): Promise<void> {
  await db.insertInto('openTaak').values(taak).onConflict((conflict) => conflict.column('elementInstanceKey').doNothing()).execute();
}

/** De taak is gedaan. */
export async function sluitOpenTaak(tx: Tx, elementInstanceKey: string): Promise<void> {
  await tx.deleteFrom('openTaak').where('elementInstanceKey', '=', elementInstanceKey).execute();
}

/** De taken die vóór dit moment opengingen en nog niet gedaan zijn. */
export async function leesOpenTaken(db: Connection, geopendVoor: Date): Promise<OpenTaak[]> {
  return db.selectFrom('openTaak').selectAll().where('geopendOp', '<', geopendVoor).orderBy('casusId').orderBy('elementInstanceKey').execute();
}

/**
 * Haalt taken weg die niet meer openstaan.
 * @returns de taken die er nog waren; een taak die intussen is gedaan of door een ander is weggehaald, zit er niet bij
 */
export async function haalOpenTakenWeg(tx: Tx, elementInstanceKeys: readonly string[]): Promise<OpenTaak[]> {
  if (elementInstanceKeys.length === 0) return [];
  return tx.deleteFrom('openTaak').where('elementInstanceKey', 'in', [...elementInstanceKeys]).returningAll().execute();
}
