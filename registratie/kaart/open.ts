import { sql } from 'kysely';
import type { Connection } from '../register.ts';
import type { Datum } from '../schema.ts';
import { metCasusfeit, voorwaarden, type Kaartfilter } from './filter.ts';

/** Wat er nu aan één element openstaat. */
export interface Open {
  readonly kinderen: number;
  readonly n: number;
  readonly metTermijn: number;
  readonly overTermijn: number;
  /** Op welke dag (Nederlandse tijd) hoeveel bezoeken begonnen. */
  readonly begonnen: ReadonlyMap<Datum, number>;
}

interface Rij {
  element: string;
  dag: Datum | null;
  n: number;
  kinderen: number;
  metTermijn: number;
  overTermijn: number;
}

/** Alles wat nu openstaat; een tijdvak geldt er niet voor. */
export async function leesOpen(db: Connection, proces: string, f: Kaartfilter, nu: Date): Promise<Map<string, Open>> {
  const { rows } = await sql<Rij>`
    with gekozen as materialized (
      select b.element, (b.begonnen at time zone 'Europe/Amsterdam')::date as dag, b.casus_id, b.uiterlijk
      from elementbezoek b ${metCasusfeit(f)} where b.toestand = 'open' and b.casus_id is not null and ${voorwaarden(proces, f)}
    )
    select element, null::date as dag, count(*)::int as n, count(distinct casus_id)::int as kinderen, count(uiterlijk)::int as met_termijn, (count(*) filter (where uiterlijk < ${nu}))::int as over_termijn from gekozen group by element
    union all
    select element, dag, count(*)::int, 0, 0, 0 from gekozen group by element, dag`.execute(db);
  const uit = new Map<string, Open & { begonnen: Map<Datum, number> }>();
  for (const rij of rows) if (rij.dag === null) uit.set(rij.element, { ...rij, begonnen: new Map() });
  for (const rij of rows) if (rij.dag !== null) uit.get(rij.element)?.begonnen.set(rij.dag, rij.n);
  return uit;
}

/** Hoeveel kinderen er nu ergens in dit proces zijn: elk kind één keer. */
export async function telKinderenNu(db: Connection, proces: string, f: Kaartfilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct b.casus_id)::int as n from elementbezoek b ${metCasusfeit(f)}
    where b.toestand = 'open' and b.casus_id is not null and ${voorwaarden(proces, f)}`.execute(db);
  return rows[0]?.n ?? 0;
}
