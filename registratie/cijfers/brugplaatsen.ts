import { sql } from 'kysely';
import type { Connection } from '../register.ts';
import type { Datum } from '../schema.ts';

/** Eén keer dat iemand over een brugplaats iets vastlegde: dat er een plaats is, of wat ervan kwam. */
export interface Brugregel {
  readonly casusId: string;
  readonly stap: string;
  readonly op: Date;
  readonly resultaat: string | null;
  readonly begin: Datum | null;
  readonly eind: Datum | null;
}

/** Alle regels van het logboek over brugplaatsen, per casus op volgorde. Andere velden van het formulier blijven in het logboek. */
export async function leesBrugregels(db: Connection): Promise<Brugregel[]> {
  const { rows } = await sql<Brugregel>`
    select casus_id, stap, tijdstip as op, coalesce(velden ->> 'resultaat', velden ->> 'uitkomst', velden ->> 'assistentBeschikbaar') as resultaat,
      left(velden ->> 'startDatum', 10) as begin, left(coalesce(velden ->> 'ingeschrevenOp', velden ->> 'eindDatum', velden ->> 'datum'), 10) as eind
    from logboek_regel
    where formulier in ('brugplaats-handmatig', 'eigen-school-aanbod', 'eigen-school-evaluatie', 'eigen-school-uitkomst')
    order by casus_id, volgnummer`.execute(db);
  return rows;
}
