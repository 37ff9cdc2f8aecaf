import { sql } from 'kysely';
import type { Connection } from '../register.ts';

/** De doorzettingsmacht van een casus begon of was klaar. */
export interface Doorzettingsregel {
  readonly casusId: string;
  readonly op: Date;
  /** Leeg bij het begin. */
  readonly status: string | null;
  readonly begin: boolean;
}

/** Elke keer dat doorzettingsmacht begon of klaar was, per casus op volgorde; uit de regels die het systeem er in het logboek over schreef. */
export async function leesDoorzettingsmacht(db: Connection): Promise<Doorzettingsregel[]> {
  const { rows } = await sql<Doorzettingsregel>`
    select casus_id, tijdstip as op, velden ->> 'status' as status, not jsonb_exists(velden, 'status') as begin
    from logboek_regel where formulier is null and sleutel like 'doorzettingsmacht-vastleggen:%' order by casus_id, volgnummer`.execute(db);
  return rows;
}
