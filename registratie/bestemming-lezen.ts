import type { Connection } from './register.ts';

/** Waar het kind volgens de thuiszittersregistratie naartoe gaat. */
export async function leesBestemming(db: Connection, casusId: string): Promise<string | null> {
  return (await db.selectFrom('thuiszittersregistratie').select('bestemming').where('casusId', '=', casusId).executeTakeFirst())?.bestemming ?? null;
}
