import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../register.ts';

/** Waarover een som gaat: elk bezoek telt in zes sommen. */
const SOORTEN = sql`cross join lateral (values ('alles', ''), ('school', f.brin), ('bestuur', f.schoolbestuur), ('gemeente', f.gemeente), ('groep', f.groep::text), ('reden', f.reden)) as d(soort, waarde)`;
const VAN = sql`from elementbezoek b join casus_feit f using (casus_id) ${SOORTEN}`;
const WAAR = (casussen: readonly string[]): RawBuilder<unknown> => sql`where b.casus_id = any(${[...casussen]}::uuid[]) and b.geteld`;

/** Telt de bezoeken van deze casussen bij de sommen op (1) of trekt ze eraf (-1), zoals hun feiten nu staan. */
export async function telBij(tx: Tx, casussen: readonly string[], teken: 1 | -1): Promise<void> {
  const t = sql.lit(teken);
  await sql`insert into bezoek_som as s (soort, waarde, proces, schooljaar, route, element, kalenderdagen, schooldagen, n, afgebroken, met_termijn, te_laat, kinderen_alles, kinderen_jaar, kinderen_route, kinderen_route_jaar)
    select d.soort, d.waarde, b.proces, b.schooljaar, coalesce(b.route, ''), b.element, b.kalenderdagen, coalesce(b.schooldagen, -1),
      ${t} * count(*), ${t} * count(*) filter (where b.toestand = 'afgebroken'), ${t} * count(b.uiterlijk), ${t} * count(*) filter (where b.te_laat),
      ${t} * sum(b.eerste & 1), ${t} * sum((b.eerste >> 1) & 1), ${t} * sum((b.eerste >> 2) & 1), ${t} * sum((b.eerste >> 3) & 1)
    ${VAN} ${WAAR(casussen)}
    group by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict (soort, waarde, proces, schooljaar, route, element, kalenderdagen, schooldagen) do update set
      n = s.n + excluded.n, afgebroken = s.afgebroken + excluded.afgebroken, met_termijn = s.met_termijn + excluded.met_termijn, te_laat = s.te_laat + excluded.te_laat,
      kinderen_alles = s.kinderen_alles + excluded.kinderen_alles, kinderen_jaar = s.kinderen_jaar + excluded.kinderen_jaar,
      kinderen_route = s.kinderen_route + excluded.kinderen_route, kinderen_route_jaar = s.kinderen_route_jaar + excluded.kinderen_route_jaar`.execute(tx);
  await sql`insert into inhoud_som as s (soort, waarde, proces, schooljaar, route, element, met_termijn, te_laat)
    select d.soort, d.waarde, split_part(p.plek, ':', 1), b.schooljaar, coalesce(b.route, ''), split_part(p.plek, ':', 2), ${t} * count(*), ${t} * count(*) filter (where b.te_laat)
    from elementbezoek b join casus_feit f using (casus_id) join proces_instantie i on i.sleutel = b.instantie cross join lateral unnest(i.pad) as p(plek) ${SOORTEN}
    ${WAAR(casussen)} and b.uiterlijk is not null
    group by 1, 2, 3, 4, 5, 6
    on conflict (soort, waarde, proces, schooljaar, route, element) do update set met_termijn = s.met_termijn + excluded.met_termijn, te_laat = s.te_laat + excluded.te_laat`.execute(tx);
}

/**
 * Merkt alle geëindigde bezoeken van deze casussen als geteld, en welk bezoek van een kind aan een element het eerste was: in
 * alles, in het schooljaar, in de route, en in beide. Zo is een kind dat vaker langskomt toch één kind.
 */
export async function merkGeteld(tx: Tx, casussen: readonly string[]): Promise<void> {
  await sql`update elementbezoek b set geteld = true, eerste = x.eerste
    from (
      select sleutel,
        (row_number() over (partition by casus_id, proces, element order by geeindigd, sleutel) = 1)::int
        + 2 * (row_number() over (partition by casus_id, proces, element, schooljaar order by geeindigd, sleutel) = 1)::int
        + 4 * (row_number() over (partition by casus_id, proces, element, route order by geeindigd, sleutel) = 1)::int
        + 8 * (row_number() over (partition by casus_id, proces, element, route, schooljaar order by geeindigd, sleutel) = 1)::int as eerste
      from elementbezoek where casus_id = any(${[...casussen]}::uuid[]) and toestand in ('klaar', 'afgebroken')
    ) x where b.sleutel = x.sleutel and (not b.geteld or b.eerste <> x.eerste)`.execute(tx);
}

/** Een som die op nul uitkomt zegt niets meer. */
export async function ruimLegeSommenOp(tx: Tx): Promise<void> {
  await tx.deleteFrom('bezoekSom').where('n', '=', 0).execute();
}
