import { sql } from 'kysely';
import type { Connection } from '../register.ts';

/** Eén keer dat een formulier is ingevuld, met alleen de antwoorden die gevraagd zijn. */
export interface Antwoord {
  readonly casusId: string;
  readonly stap: string;
  readonly op: Date;
  readonly velden: Readonly<Record<string, unknown>>;
}

/**
 * De antwoorden op formulieren, per casus op volgorde. Vrije tekst blijft in het logboek: wie telt noemt de velden die hij nodig
 * heeft, en dat zijn codes, datums en getallen.
 */
export async function leesAntwoorden(db: Connection, formulieren: readonly string[], velden: readonly string[]): Promise<Antwoord[]> {
  const { rows } = await sql<Antwoord>`
    select l.casus_id, l.stap, l.tijdstip as op, (select coalesce(jsonb_object_agg(naam, l.velden -> naam), '{}') from unnest(${[...velden]}::text[]) naam where jsonb_exists(l.velden, naam)) as velden
    from logboek_regel l where l.formulier = any(${[...formulieren]}::text[])
    order by l.casus_id, l.volgnummer`.execute(db);
  return rows;
}
