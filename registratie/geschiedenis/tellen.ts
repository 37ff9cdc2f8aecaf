import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../register.ts';

/** Waarover een som gaat: elk geëindigd bezoek telt bij zijn maand, bij elk kenmerk van zijn casus en bij zijn versie. */
const KENMERKEN = [sql`('groep', f.groep::text)`, sql`('reden', f.reden)`];
const MAAND = sql`('maand', to_char(b.eind_dag, 'YYYY-MM'))`;
const VERSIE = sql`('versie', b.versie::text)`;
const PLAATS = [sql`('school', f.brin)`, sql`('bestuur', f.schoolbestuur)`, sql`('gemeente', f.gemeente)`];
/** Samen in één waarde, want scholen, besturen en gemeenten overlappen elkaar. */
const PLAATS_SAMEN = sql`('school', f.brin || chr(31) || f.schoolbestuur || chr(31) || f.gemeente)`;
const over = (soorten: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql`cross join lateral (values ${sql.join(soorten)}) as d(soort, waarde)`;
const VAN = sql`from elementbezoek b join casus_feit f using (casus_id)`;
const WAAR = (casussen: readonly string[]): RawBuilder<unknown> => sql`where b.casus_id = any(${[...casussen]}::uuid[]) and b.geteld`;

/** Telt de bezoeken van deze casussen bij de sommen op (1) of trekt ze eraf (-1), zoals hun feiten nu staan. */
export async function telBij(tx: Tx, casussen: readonly string[], teken: 1 | -1): Promise<void> {
  const t = sql.lit(teken);
  await sql`insert into bezoek_som as s (soort, waarde, proces, schooljaar, route, element, kalenderdagen, schooldagen, n)
    select d.soort, d.waarde, b.proces, b.schooljaar, coalesce(b.route, ''), b.element, b.kalenderdagen, coalesce(b.schooldagen, -1), ${t} * count(*)
    ${VAN} ${over([MAAND, ...PLAATS, ...KENMERKEN, VERSIE])} ${WAAR(casussen)}
    group by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict (soort, waarde, proces, schooljaar, route, element, kalenderdagen, schooldagen) do update set n = s.n + excluded.n`.execute(tx);
  await sql`insert into kind_som as s (soort, waarde, proces, schooljaar, route, element, bezoeken, bezoeken_afgebroken, kinderen, met_termijn, te_laat, afgebroken)
    select d.soort, d.waarde, b.proces, b.schooljaar, coalesce(b.route, ''), b.element, ${t} * count(*), ${t} * count(*) filter (where b.toestand = 'afgebroken'),
      ${t} * sum(b.eerste & 1), ${t} * sum((b.eerste >> 1) & 1), ${t} * sum((b.eerste >> 2) & 1), ${t} * sum((b.eerste >> 3) & 1)
    ${VAN} ${over([MAAND, PLAATS_SAMEN, ...KENMERKEN, VERSIE])} ${WAAR(casussen)}
    group by 1, 2, 3, 4, 5, 6
    on conflict (soort, schooljaar, waarde, proces, route, element) do update set
      bezoeken = s.bezoeken + excluded.bezoeken, bezoeken_afgebroken = s.bezoeken_afgebroken + excluded.bezoeken_afgebroken,
      kinderen = s.kinderen + excluded.kinderen, met_termijn = s.met_termijn + excluded.met_termijn, te_laat = s.te_laat + excluded.te_laat, afgebroken = s.afgebroken + excluded.afgebroken`.execute(tx);
  await telInhoudBij(tx, casussen, teken);
}

/**
 * Wat er met een termijn in een aangeroepen proces gebeurde, bij elk element erboven dat het aanriep: taken van kinderen, elke taak
 * per kind en schooljaar één keer. De versie is die van wat werd aangeroepen en zegt van wie aanriep niets.
 */
async function telInhoudBij(tx: Tx, casussen: readonly string[], teken: 1 | -1): Promise<void> {
  const t = sql.lit(teken);
  await sql`insert into inhoud_som as s (soort, waarde, proces, schooljaar, route, element, met_termijn, te_laat, kinderen_te_laat, kinderen_op_tijd)
    select d.soort, d.waarde, split_part(b.plek, ':', 1), b.schooljaar, coalesce(b.route, ''), split_part(b.plek, ':', 2), ${t} * count(*), ${t} * count(*) filter (where b.laat),
      ${t} * count(*) filter (where b.eerste and b.ooit_te_laat), ${t} * count(*) filter (where b.eerste and b.ooit_op_tijd)
    from (
      select b.casus_id, b.schooljaar, b.route, b.eind_dag, b.eerste & 4 > 0 as laat, p.plek, row_number() over (plekjaar order by b.geeindigd, b.sleutel) = 1 as eerste,
        bool_or(b.eerste & 4 > 0) over plekjaar as ooit_te_laat, bool_or(b.eerste & 4 = 0) over plekjaar as ooit_op_tijd
      from elementbezoek b join proces_instantie i on i.sleutel = b.instantie cross join lateral unnest(i.pad) as p(plek)
      ${WAAR(casussen)} and b.eerste & 2 > 0
      window plekjaar as (partition by b.casus_id, p.plek, b.schooljaar)
    ) b join casus_feit f using (casus_id) ${over([MAAND, ...PLAATS, ...KENMERKEN])}
    group by 1, 2, 3, 4, 5, 6
    on conflict (soort, waarde, proces, schooljaar, route, element) do update set met_termijn = s.met_termijn + excluded.met_termijn, te_laat = s.te_laat + excluded.te_laat,
      kinderen_te_laat = s.kinderen_te_laat + excluded.kinderen_te_laat, kinderen_op_tijd = s.kinderen_op_tijd + excluded.kinderen_op_tijd`.execute(tx);
}

/**
 * Merkt alle geëindigde bezoeken van deze casussen als geteld. Het eerste bezoek van een kind aan een element in een schooljaar
 * draagt het kind (1), met of het daar dat jaar een termijn had (2), ooit te laat was (4) en ooit werd afgebroken (8).
 */
export async function merkGeteld(tx: Tx, casussen: readonly string[]): Promise<void> {
  await sql`update elementbezoek b set geteld = true, eerste = x.eerste
    from (
      select sleutel, case when row_number() over (jaar order by geeindigd, sleutel) > 1 then 0
        else 1 + 2 * (bool_or(uiterlijk is not null) over jaar)::int + 4 * coalesce(bool_or(te_laat) over jaar, false)::int + 8 * (bool_or(toestand = 'afgebroken') over jaar)::int end as eerste
      from elementbezoek where casus_id = any(${[...casussen]}::uuid[]) and toestand in ('klaar', 'afgebroken')
      window jaar as (partition by casus_id, proces, element, schooljaar)
    ) x where b.sleutel = x.sleutel and (not b.geteld or b.eerste <> x.eerste)`.execute(tx);
}

/** Een som die op nul uitkomt zegt niets meer. */
export async function ruimLegeSommenOp(tx: Tx): Promise<void> {
  await tx.deleteFrom('bezoekSom').where('n', '=', 0).execute();
  await tx.deleteFrom('kindSom').where('bezoeken', '=', 0).execute();
  await tx.deleteFrom('inhoudSom').where('metTermijn', '=', 0).execute();
}
