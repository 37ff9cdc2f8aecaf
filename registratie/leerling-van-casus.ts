import type { Connection } from './register.ts';

/** Bij welk kind deze casus hoort. @throws als de casus er niet is */
export async function leerlingVanCasus(db: Connection, casusId: string): Promise<string> {
  const { leerlingId } = await db.selectFrom('casus').select('leerlingId').where('casusId', '=', casusId).executeTakeFirstOrThrow();
  return leerlingId;
}
