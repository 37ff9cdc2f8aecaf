import { sql, type RawBuilder } from 'kysely';
import type { Connection } from '../register.ts';
import { heeftSom, metCasusfeit, tijdvak, voorwaarden, voorwaardenSom, type Kaartfilter } from './filter.ts';

/** Wat er van de geëindigde bezoeken aan één element te zeggen is. */
export interface Duren {
  readonly n: number;
  readonly kinderen: number;
  readonly afgebroken: number;
  readonly metTermijn: number;
  readonly teLaat: number;
  /** Hoe vaak het zoveel dagen duurde. */
  readonly kalenderdagen: ReadonlyMap<number, number>;
  readonly schooldagen: ReadonlyMap<number, number>;
}

interface Rij {
  soort: 'k' | 's' | 'e';
  element: string;
  dagen: number | null;
  n: number;
  kinderen: number;
  afgebroken: number;
  metTermijn: number;
  teLaat: number;
}

/** Duren per element van een proces; uit de sommen als dat kan, anders uit de bezoeken zelf. De uitkomst is dezelfde. */
export async function leesDuren(db: Connection, proces: string, filter: Kaartfilter): Promise<Map<string, Duren>> {
  const { rows } = await (heeftSom(filter) ? uitSommen(proces, filter) : uitBezoeken(proces, filter)).execute(db);
  const uit = new Map<string, Duren & { kalenderdagen: Map<number, number>; schooldagen: Map<number, number> }>();
  for (const rij of rows) if (rij.soort === 'e') uit.set(rij.element, { ...rij, kalenderdagen: new Map(), schooldagen: new Map() });
  for (const rij of rows) {
    // Zonder bekende vakanties zijn er geen schooldagen te tellen.
    if (rij.soort === 'e' || rij.dagen === null || rij.dagen < 0) continue;
    uit.get(rij.element)?.[rij.soort === 'k' ? 'kalenderdagen' : 'schooldagen'].set(rij.dagen, rij.n);
  }
  return uit;
}

/** Eén vraag met drie groeperingen: per element, en per element en dagen van elke soort. */
const KOLOMMEN = sql`case when grouping(kalenderdagen) = 0 then 'k' when grouping(schooldagen) = 0 then 's' else 'e' end as soort, element, case when grouping(kalenderdagen) = 0 then kalenderdagen else schooldagen end as dagen`;
const GROEPEN = sql`group by grouping sets ((element), (element, kalenderdagen), (element, schooldagen))`;

export function uitSommen(proces: string, f: Kaartfilter): RawBuilder<Rij> {
  const kinderen = sql.ref(`kinderen_${[...(f.route === undefined ? [] : ['route']), ...(f.schooljaar === undefined ? [] : ['jaar'])].join('_') || 'alles'}`);
  return sql<Rij>`select ${KOLOMMEN}, sum(n)::int as n, sum(${kinderen})::int as kinderen, sum(afgebroken)::int as afgebroken, sum(met_termijn)::int as met_termijn, sum(te_laat)::int as te_laat
    from bezoek_som where ${voorwaardenSom(proces, f)}
    ${GROEPEN}`;
}

export function uitBezoeken(proces: string, f: Kaartfilter): RawBuilder<Rij> {
  const gekozen = sql`select b.element, b.kalenderdagen, coalesce(b.schooldagen, -1) as schooldagen, b.toestand, b.uiterlijk, b.te_laat, b.casus_id
    from elementbezoek b ${metCasusfeit(f)} where ${voorwaarden(proces, f)} and ${tijdvak(f)} and b.geteld`;
  return sql<Rij>`with gekozen as materialized (${gekozen}), kinderen as (select element, count(distinct casus_id)::int as kinderen from gekozen group by element)
    select g.*, k.kinderen from (
      select ${KOLOMMEN}, count(*)::int as n, (count(*) filter (where toestand = 'afgebroken'))::int as afgebroken, count(uiterlijk)::int as met_termijn, (count(*) filter (where te_laat))::int as te_laat
      from gekozen ${GROEPEN}
    ) g join kinderen k using (element)`;
}
