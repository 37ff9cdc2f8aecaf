import { sql } from 'kysely';
import type { Connection, Tx } from '../register.ts';

/** Zegt dat de cijfers anders kunnen zijn. Hoort bij wat er verandert, in dezelfde vraag of transactie. */
export const NIEUWE_WIJZIGING = sql`update geschiedenis_stand set wijziging = gen_random_uuid()`;
export const meldWijziging = async (tx: Tx): Promise<unknown> => NIEUWE_WIJZIGING.execute(tx);

/** Waaraan te zien is of er sinds een vorige keer iets aan de cijfers veranderde. */
export async function leesWijziging(db: Connection): Promise<string> {
  return (await db.selectFrom('geschiedenisStand').select('wijziging').where('nummer', '=', 1).executeTakeFirst())?.wijziging ?? '';
}
