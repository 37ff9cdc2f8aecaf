import { sql } from 'kysely';
import type { Connection } from '../register.ts';
import { kenmerkVan, voorwaardenSom, type Kaartfilter } from './filter.ts';

/** Taken van kinderen met een termijn in wat een element aanriep, hoe diep ook, en van hoeveel kinderen zij ten minste zijn. */
export interface Inhoud {
  readonly metTermijn: number;
  readonly teLaat: number;
  readonly kinderenTeLaat: number;
  readonly kinderenOpTijd: number;
}

/** Per call activity van een proces de som van wat er in gebeurde. De versie is die van het proces zelf; de inhoud heeft een eigen. */
export async function leesInhoud(db: Connection, proces: string, filter: Kaartfilter): Promise<Map<string, Inhoud>> {
  const kenmerk = kenmerkVan(filter);
  const { rows } = await sql<{ element: string } & Inhoud>`
    select element, sum(met_termijn)::int as met_termijn, sum(te_laat)::int as te_laat, sum(kinderen_te_laat)::int as kinderen_te_laat, sum(kinderen_op_tijd)::int as kinderen_op_tijd
    from inhoud_som where ${voorwaardenSom(proces, filter, kenmerk?.soort === 'versie' ? undefined : kenmerk)} group by element`.execute(db);
  return new Map(rows.map(({ element, ...inhoud }) => [element, inhoud]));
}
