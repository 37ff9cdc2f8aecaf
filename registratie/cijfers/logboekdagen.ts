import { sql } from 'kysely';
import type { Connection } from '../register.ts';
import type { Datum } from '../schema.ts';

/** Op welke dagen een mens iets in het logboek van een casus zette; wat het systeem zelf schreef telt niet (errata §3, N-16 en KPI-15). */
export async function leesLogboekdagen(db: Connection): Promise<{ casusId: string; dag: Datum }[]> {
  const { rows } = await sql<{ casusId: string; dag: Datum }>`
    select distinct casus_id, (tijdstip at time zone 'Europe/Amsterdam')::date as dag from logboek_regel where coalesce(rol, '') <> 'systeem' order by 1, 2`.execute(db);
  return rows;
}
