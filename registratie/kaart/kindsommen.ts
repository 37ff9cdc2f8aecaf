import { sql, type RawBuilder } from 'kysely';
import type { Connection } from '../register.ts';

/** Hoeveel kinderen en bezoeken bij één waarde horen: een maand, of een waarde van een kenmerk. */
export interface Kindsom {
  readonly proces: string;
  readonly element: string;
  readonly waarde: string;
  /** Leeg zonder route. */
  readonly route: string;
  readonly bezoeken: number;
  readonly bezoekenAfgebroken: number;
  readonly kinderen: number;
  /** Kinderen bij wie er dat jaar een termijn gold. */
  readonly metTermijn: number;
  /** Kinderen bij wie die ten minste één keer is overschreden. */
  readonly teLaat: number;
  /** Kinderen bij wie het ten minste één keer werd afgebroken. */
  readonly afgebroken: number;
}

/**
 * De sommen van alle processen voor één soort. Bij `school` is de waarde brin, bestuur en gemeente, gescheiden door teken 31.
 * @param schooljaar zonder: alle schooljaren
 */
export async function leesKindsommen(db: Connection, soort: string, schooljaar?: string): Promise<Kindsom[]> {
  return (await kindsommenVraag(soort, schooljaar).execute(db)).rows;
}

export const kindsommenVraag = (soort: string, schooljaar?: string): RawBuilder<Kindsom> => sql<Kindsom>`
  select proces, element, waarde, route, bezoeken, bezoeken_afgebroken, kinderen, met_termijn, te_laat, afgebroken
  from kind_som where soort = ${soort} ${schooljaar === undefined ? sql`` : sql`and schooljaar = ${schooljaar}`} order by proces, element, waarde, route`;
