import { sql } from 'kysely';
import type { Connection } from '../register.ts';

/**
 * De oudste casus die vóór `tot` (her)opende en die in de geschiedenis nog niet te zien is: dan loopt de zoekindex van de engine achter.
 * @param sinds verder terug wordt niet gekeken: wat de engine al vergat, komt er niet meer bij
 */
export async function leesOudsteOngelezenCasus(db: Connection, sinds: Date, tot: Date): Promise<Date | null> {
  const { rows } = await sql<{ oudste: Date | null }>`
    select min(coalesce(c.heropend_op, c.geopend_op)) as oudste from casus c
    where coalesce(c.heropend_op, c.geopend_op) between ${sinds} and ${tot} and not exists (select from proces_instantie i where i.sleutel = c.proces_instantie_key)`.execute(db);
  return rows[0]?.oudste ?? null;
}
