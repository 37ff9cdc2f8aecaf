import { sql } from 'kysely';
import type { Connection } from '../register.ts';

/** Waar één kind nu is: bij welke stap van zijn route, en of daar een taak over haar termijn is. */
export interface StapNu {
  readonly casusId: string;
  readonly route: string | null;
  readonly proces: string;
  readonly element: string;
  readonly stap: string | null;
  readonly teLaat: boolean;
}

/**
 * Alles wat nu openstaat, per kind en element één rij. De aanroep van de route zelf telt niet mee: daar is elk kind in zolang de
 * casus loopt, en niet bij een stap.
 */
export async function leesStappenNu(db: Connection, nu: Date, routes: readonly string[]): Promise<StapNu[]> {
  const { rows } = await sql<StapNu>`
    select b.casus_id, b.route, b.proces, b.element, b.stap, coalesce(bool_or(b.uiterlijk < ${nu}), false) as te_laat
    from elementbezoek b
    where b.toestand = 'open' and b.casus_id is not null
      and not exists (select from proces_instantie i where i.ouder_bezoek = b.sleutel and i.proces = any(${[...routes]}::text[]))
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(db);
  return rows;
}
