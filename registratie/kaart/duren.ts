import { sql, type RawBuilder } from 'kysely';
import type { Connection } from '../register.ts';
import { voorwaardenSom, type Kaartfilter } from './filter.ts';

/** Hoe vaak een geëindigd bezoek aan één element zoveel dagen duurde. */
export interface Duren {
  readonly kalenderdagen: ReadonlyMap<number, number>;
  readonly schooldagen: ReadonlyMap<number, number>;
}

interface Rij {
  soort: 'k' | 's';
  element: string;
  dagen: number;
  n: number;
}

/** Duren per element van een proces. Zonder bekende vakanties zijn er geen schooldagen te tellen. */
export async function leesDuren(db: Connection, proces: string, filter: Kaartfilter): Promise<Map<string, Duren>> {
  const { rows } = await durenVraag(proces, filter).execute(db);
  const uit = new Map<string, { kalenderdagen: Map<number, number>; schooldagen: Map<number, number> }>();
  for (const { soort, element, dagen, n } of rows) {
    const duren = uit.get(element) ?? { kalenderdagen: new Map<number, number>(), schooldagen: new Map<number, number>() };
    uit.set(element, duren);
    if (dagen >= 0) duren[soort === 'k' ? 'kalenderdagen' : 'schooldagen'].set(dagen, n);
  }
  return uit;
}

/** Eén vraag met twee groeperingen: per element en dagen van elke soort. */
export const durenVraag = (proces: string, f: Kaartfilter): RawBuilder<Rij> => sql<Rij>`
  select case when grouping(kalenderdagen) = 0 then 'k' else 's' end as soort, element, coalesce(kalenderdagen, schooldagen) as dagen, sum(n)::int as n
  from bezoek_som where ${voorwaardenSom(proces, f)} group by grouping sets ((element, kalenderdagen), (element, schooldagen))`;
