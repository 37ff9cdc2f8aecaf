import type { Connection } from './register.ts';
import { toJson } from './schema.ts';

/** Bewaart wat een beslistabel antwoordde. */
export async function bewaarBeslissing(db: Connection, vraag: string, antwoord: unknown, op: Date): Promise<void> {
  const rij = { antwoord: toJson(antwoord), op };
  await db.insertInto('beslissingKopie').values({ vraag, ...rij }).onConflict((conflict) => conflict.column('vraag').doUpdateSet(rij)).execute();
}

/** Het laatste antwoord op deze vraag, of niets als er nooit een was. */
export const leesBeslissing = (db: Connection, vraag: string): Promise<{ antwoord: unknown; op: Date } | undefined> =>
  db.selectFrom('beslissingKopie').select(['antwoord', 'op']).where('vraag', '=', vraag).executeTakeFirst();
