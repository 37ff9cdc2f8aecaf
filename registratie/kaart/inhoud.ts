import { sql } from 'kysely';
import type { Connection } from '../register.ts';
import { heeftSom, metCasusfeit, tijdvak, voorwaarden, voorwaardenSom, type Kaartfilter } from './filter.ts';

/** Bezoeken met een termijn in wat een element aanriep, hoe diep ook. */
export interface Inhoud {
  readonly metTermijn: number;
  readonly teLaat: number;
  readonly openMetTermijn: number;
  readonly openOverTermijn: number;
}

type Rij = { element: string } & Inhoud;

/** Per call activity van een proces de som van wat er in gebeurde. De versie is die van het proces zelf, dus die van de inhoud telt niet mee. */
export async function leesInhoud(db: Connection, proces: string, filter: Kaartfilter, nu: Date): Promise<Map<string, Inhoud>> {
  const { versie: _versie, ...f } = filter;
  const delen = [await open(db, proces, f, nu), heeftSom(f) ? await uitSommen(db, proces, f) : await uitBezoeken(db, proces, f)];
  const uit = new Map<string, Inhoud>();
  for (const rij of delen.flat()) {
    const eerder = uit.get(rij.element);
    uit.set(rij.element, {
      metTermijn: rij.metTermijn + (eerder?.metTermijn ?? 0), teLaat: rij.teLaat + (eerder?.teLaat ?? 0),
      openMetTermijn: rij.openMetTermijn + (eerder?.openMetTermijn ?? 0), openOverTermijn: rij.openOverTermijn + (eerder?.openOverTermijn ?? 0),
    });
  }
  return uit;
}

const BEZOEKEN = (f: Kaartfilter) => sql`from elementbezoek b join proces_instantie i on i.sleutel = b.instantie cross join lateral unnest(i.pad) as p(plek) ${metCasusfeit(f)}`;
async function open(db: Connection, proces: string, f: Kaartfilter, nu: Date): Promise<Rij[]> {
  const { rows } = await sql<Rij>`select split_part(p.plek, ':', 2) as element, 0 as met_termijn, 0 as te_laat, count(*)::int as open_met_termijn, (count(*) filter (where b.uiterlijk < ${nu}))::int as open_over_termijn
    ${BEZOEKEN(f)} where b.toestand = 'open' and b.uiterlijk is not null and b.casus_id is not null and split_part(p.plek, ':', 1) = ${proces} and ${voorwaarden(undefined, f)} group by 1`.execute(db);
  return rows;
}

async function uitSommen(db: Connection, proces: string, f: Kaartfilter): Promise<Rij[]> {
  const { rows } = await sql<Rij>`select element, sum(met_termijn)::int as met_termijn, sum(te_laat)::int as te_laat, 0 as open_met_termijn, 0 as open_over_termijn
    from inhoud_som where ${voorwaardenSom(proces, f)} group by element`.execute(db);
  return rows;
}

async function uitBezoeken(db: Connection, proces: string, f: Kaartfilter): Promise<Rij[]> {
  const { rows } = await sql<Rij>`select split_part(p.plek, ':', 2) as element, count(*)::int as met_termijn, (count(*) filter (where b.te_laat))::int as te_laat, 0 as open_met_termijn, 0 as open_over_termijn
    ${BEZOEKEN(f)} where b.uiterlijk is not null and b.geteld and split_part(p.plek, ':', 1) = ${proces} and ${tijdvak(f)} and ${voorwaarden(undefined, f)} group by 1`.execute(db);
  return rows;
}
