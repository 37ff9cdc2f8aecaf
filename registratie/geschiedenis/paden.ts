import { sql } from 'kysely';
import type { Connection } from '../register.ts';

/** Een weg die een of meer casussen gingen: hun route en de taken die er kwamen, zonder iets van een kind, een school of een dag. */
export interface VastgelegdPad {
  readonly route: string;
  /** De taken als `proces element`, op naam; taken die naast elkaar lopen hebben geen vaste volgorde. */
  readonly taken: readonly string[];
  /** Hoeveel casussen zo liepen. */
  readonly aantal: number;
}

const JAAR_MS = 365 * 86_400_000;
/** Vanaf wanneer een casus bij het afgelopen jaar hoort. */
export const jaarVoor = (nu: Date): Date => new Date(nu.getTime() - JAAR_MS);

/** De verschillende paden van de casussen die sinds dit moment zijn afgesloten, het meest gelopen eerst. Dat er ergens een meldcode liep staat er niet in (errata §2.3). */
export async function leesVastgelegdePaden(db: Connection, sinds: Date): Promise<VastgelegdPad[]> {
  const { rows } = await sql<{ route: string; taken: string; aantal: string }>`
    select route, taken, count(*) as aantal from (
      select c.route, string_agg(distinct b.proces || ' ' || b.element, ',' order by b.proces || ' ' || b.element) as taken
      from casus c join elementbezoek b on b.casus_id = c.casus_id
      where c.status = 'afgesloten' and c.afgesloten_op >= ${sinds} and b.soort = 'USER_TASK' and b.toestand <> 'vermist' and b.proces <> 'meldcode'
      group by c.casus_id, c.route
    ) per_casus group by route, taken order by count(*) desc, route, taken`.execute(db);
  return rows.map(({ route, taken, aantal }) => ({ route, taken: taken.split(','), aantal: Number(aantal) }));
}
