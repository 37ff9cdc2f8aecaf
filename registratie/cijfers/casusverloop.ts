import { sql } from 'kysely';
import type { Connection } from '../register.ts';

/** Een casus die dichtging of weer openging. */
export interface Casuswending {
  readonly casusId: string;
  readonly op: Date;
  readonly soort: 'dicht' | 'open';
  /** De reden van sluiten zoals zij toen was; leeg bij weer open. */
  readonly reden: string | null;
}

/**
 * Elke keer dat een casus sloot of weer openging, de oudste eerst. De casus zelf kent alleen haar laatste einde: wat daarvoor
 * gebeurde staat in de regels die het sluiten en heropenen in het logboek zetten, en bij de aanmelding die haar heropende.
 */
export async function leesCasusverloop(db: Connection): Promise<Casuswending[]> {
  const { rows } = await sql<Casuswending>`
    select casus_id, tijdstip as op, case when sleutel like 'casus-afsluiten:%' then 'dicht' else 'open' end as soort, velden ->> 'reden' as reden
      from logboek_regel where formulier is null and (sleutel like 'casus-afsluiten:%' or sleutel like 'casus-heropenen:%')
    union all
    select casus_id, op, 'open', null from casus_aanmelding where uitkomst = 'heropend'
    order by 2, 3`.execute(db);
  return rows;
}
