import { sql } from 'kysely';
import type { Connection } from '../register.ts';
import type { Datum } from '../schema.ts';

/** De jongste verzuimstand van een kind: hoeveel dagen het toen aaneengesloten ongeoorloofd afwezig was. */
export interface Ongeoorloofd {
  readonly leerlingId: string;
  readonly peildatum: Datum;
  readonly dagen: number;
}

/** Per kind de jongste opgave; alleen voor de landelijke telling, die als enige geoorloofd en ongeoorloofd onderscheidt (routeboek r. 1190). */
export async function leesOngeoorloofd(db: Connection): Promise<Ongeoorloofd[]> {
  const { rows } = await sql<Ongeoorloofd>`
    select distinct on (c.leerling_id) c.leerling_id, v.peildatum, v.aaneengesloten_ongeoorloofd_dagen as dagen
    from verzuimstand v join casus c using (casus_id) order by c.leerling_id, v.peildatum desc, v.ontvangen_op desc`.execute(db);
  return rows;
}
