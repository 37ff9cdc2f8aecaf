import { leesWijziging } from '../geschiedenis/wijziging.ts';
import type { Connection } from '../register.ts';

/**
 * Leest van alles zonder dat er intussen iets verandert, zodat getallen bij elkaar passen.
 * @param lees krijgt ook waaraan te zien is of er sinds een vorige keer iets veranderde (registratie/geschiedenis/wijziging.ts)
 */
export async function leesOngestoord<T>(db: Connection, lees: (db: Connection, wijziging: string) => Promise<T>): Promise<T> {
  const metWijziging = async (tx: Connection): Promise<T> => lees(tx, await leesWijziging(tx));
  return db.isTransaction ? metWijziging(db) : db.transaction().setIsolationLevel('repeatable read').execute(metWijziging);
}
