import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCijferdeps, maakOpname, type Cijferdeps, type Opname } from '../../domein/cijfers/bron.ts';
import { gebeurtenissenVan } from '../../domein/cijfers/gebeurtenissen.ts';
import { KPIS } from '../../domein/cijfers/kpi/index.ts';
import type { Kpibron, Kpigeval } from '../../domein/cijfers/kpi/kpi.ts';
import { haalKpinorm } from '../../domein/cijfers/kpi/normen.ts';
import { standOp } from '../../domein/cijfers/stand.ts';
import { schoolkalenders } from '../../domein/kalender/schoolkalender.ts';
import { leesThuisOp } from '../../domein/thuis/peildatum.ts';
import { zaaiCijfers } from '../helpers/cijferregister.ts';
import { DATABASES, openTestDatabase, type TestDatabase } from '../helpers/databases.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';

const VANDAAG = '2026-03-16';
const KLOK = { nu: () => new Date(`${VANDAAG}T10:15:00+01:00`) };
const PEILDATA = ['2024-10-31', '2025-01-15', '2025-03-31', '2025-06-30', '2025-08-01', '2025-09-15', '2025-11-30', '2025-12-31', '2026-02-28', VANDAAG];

/**
 * De definities van errata §3 in gewone SQL, vanaf de rijen zelf: per kind en dag of het thuiszitter is, sinds wanneer het thuis is en of
 * dat langer dan drie maanden is. De normen staan er als getal: vier weken is 28 dagen, drie maanden drie kalendermaanden, leerplichtig
 * van vijf tot en met zestien.
 */
const DAGEN = sql`
  dagen as (select d::date as dag from generate_series('2024-07-31'::date, ${VANDAAG}::date, interval '1 day') d),
  kinddag as materialized (
    select l.leerling_id, l.geboortedatum, d.dag, extract(year from age(d.dag, l.geboortedatum)) between 5 and 16 as leerplichtig,
      exists (select from vrijstelling v join casus c using (casus_id) where c.leerling_id = l.leerling_id and v.soort in ('ONTHEFFING', 'VRIJSTELLING_INSCHRIJVING') and d.dag between v.ingangsdatum and v.einddatum) as vrijgesteld,
      p.eerste_dag, p.periode_id, p.nergens_ingeschreven_sinds <= d.dag as zonder_school
    from leerling l cross join dagen d
    left join thuisperiode p on p.leerling_id = l.leerling_id and p.eerste_dag <= d.dag and (p.eind_dag is null or p.eind_dag > d.dag)
  ),
  oordeel as materialized (
    select *, leerplichtig and not vrijgesteld and periode_id is not null and (coalesce(zonder_school, false) or dag - eerste_dag >= 28) as thuiszitter,
      leerplichtig and not vrijgesteld and periode_id is not null and (coalesce(zonder_school, false) or dag - eerste_dag >= 28) and dag > (eerste_dag + interval '3 months')::date as drie
    from kinddag
  ),
  wending as (
    select casus_id, (tijdstip at time zone 'Europe/Amsterdam')::date as dag, case when sleutel like 'casus-afsluiten:%' then 'dicht' else 'open' end as soort, tijdstip from logboek_regel where sleutel like 'casus-afsluiten:%' or sleutel like 'casus-heropenen:%'
  ),
  open as (
    select casus_id, van, lead(van) over (partition by casus_id order by tijdstip) as volgende, soort,
      case when soort = 'open' then lead(van) over (partition by casus_id order by tijdstip) end as tot
    from (select casus_id, (geopend_op at time zone 'Europe/Amsterdam')::date as van, 'open' as soort, geopend_op as tijdstip from casus union all select casus_id, dag, soort, tijdstip from wending) x
  ),
  openstaand as (select * from open where soort = 'open')`;

describe.each(DATABASES)('cijfers op %s: uit het register en opnieuw uitgerekend in gewone SQL', (soort) => {
  let proef: TestDatabase;
  let deps: Cijferdeps;
  let opname: Opname;
  beforeAll(async () => {
    proef = await openTestDatabase(soort);
    await zaaiCijfers(proef.register, 150, VANDAAG);
    deps = makeCijferdeps({ db: proef.register.db, engine: fakeEngine(), klok: KLOK }, schoolkalenders());
    opname = await maakOpname(deps);
  }, 120_000);
  afterAll(() => proef.close());
  const vraag = async <T>(rest: ReturnType<typeof sql>): Promise<T[]> => (await sql<T>`with ${DAGEN} ${rest}`.execute(proef.register.db)).rows;

  test('wie thuiszitter, dreigend of langer dan drie maanden thuis is, op elke peildatum', async () => {
    const rijen = await vraag<{ dag: string; thuiszitter: number; drie: number; dreigend: number; thuis: number }>(sql`
      select dag, count(*) filter (where thuiszitter)::int as thuiszitter, count(*) filter (where drie)::int as drie, count(*) filter (where leerplichtig and not vrijgesteld and periode_id is not null)::int as thuis,
        count(*) filter (where leerplichtig and not vrijgesteld and not thuiszitter and exists (select from openstaand s join casus c using (casus_id) where c.leerling_id = oordeel.leerling_id and s.van <= dag and (s.tot is null or s.tot > dag)))::int as dreigend
      from oordeel where dag = any(${PEILDATA}::date[]) group by dag order by dag`);
    const gelezen = PEILDATA.map((dag) => {
      const standen = opname.kinderen.map((kind) => standOp(kind, dag));
      const tel = (past: (s: (typeof standen)[number]) => boolean): number => standen.filter(past).length;
      return { dag, thuiszitter: tel((s) => s.status === 'thuiszitter'), drie: tel((s) => s.langerDanDrieMaanden), thuis: tel((s) => s.thuisSinds !== null), dreigend: tel((s) => s.status === 'dreigend') };
    });
    expect(gelezen).toEqual(rijen);
    expect(rijen.at(-1)!.thuiszitter).toBeGreaterThan(10);
    expect(rijen.at(-1)!.drie).toBeGreaterThan(3);
  });

  test('het oordeel op een dag en de tijdlijn van het kind zeggen hetzelfde', async () => {
    for (const dag of PEILDATA) {
      const perKind = new Map((await leesThuisOp({ register: proef.register, engine: fakeEngine() }, schoolkalenders(), dag)).map(({ kind, oordeel }) => [kind.leerlingId, [oordeel.thuiszitter, oordeel.langerDanDrieMaanden]]));
      for (const kind of opname.kinderen) expect([dag, perKind.get(kind.leerlingId) ?? [false, false]]).toEqual([dag, [standOp(kind, dag).status === 'thuiszitter', standOp(kind, dag).langerDanDrieMaanden]]);
    }
  });

  test('wie per maand thuiszitter werd en het niet meer was: elke overgang van de ene op de andere dag', async () => {
    const rijen = await vraag<{ maand: string; soort: string; n: number }>(sql`
      , overgang as (select *, lag(thuiszitter, 1, false) over (partition by leerling_id order by dag) as gisteren from oordeel)
      select to_char(dag, 'YYYY-MM') as maand, case when thuiszitter then 'thuiszitter' else 'geenThuiszitter' end as soort, count(*)::int as n from overgang where thuiszitter <> gisteren and dag > '2024-07-31' group by 1, 2 order by 1, 2`);
    const gelezen = new Map<string, number>();
    for (const { soort: s, dag } of opname.kinderen.flatMap((kind) => gebeurtenissenVan(kind, VANDAAG))) if (s === 'thuiszitter' || s === 'geenThuiszitter') gelezen.set(`${dag.slice(0, 7)} ${s}`, (gelezen.get(`${dag.slice(0, 7)} ${s}`) ?? 0) + 1);
    expect(Object.fromEntries([...gelezen].sort())).toEqual(Object.fromEntries(rijen.map(({ maand, soort: s, n }) => [`${maand} ${s}`, n]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))));
    expect(rijen.length).toBeGreaterThan(15);
  });

  /** De gevallen van een cijfer, per uitslag en soort geteld over de hele tijd. */
  async function gevallen(id: string): Promise<readonly Kpigeval[]> {
    const kpi = KPIS.find((k) => k.id === id)!;
    const casussen = new Map(opname.kinderen.flatMap((kind) => kind.casussen.map((casus) => [casus.casusId, { casus, kind }] as const)));
    const bron: Kpibron = { ...deps, opname, nu: KLOK.nu(), meetdagen: [VANDAAG], norm: await haalKpinorm(deps.beslissen, id.replace(/b$/, '')), casusVan: (casusId) => casussen.get(casusId) };
    return kpi.gevallen!(bron);
  }
  const tel = (lijst: readonly Kpigeval[], uitslag: Kpigeval['uitslag'], soortje?: string): number => lijst.filter((g) => g.uitslag === uitslag && (soortje === undefined || g.soort === soortje)).length;

  test.each([['KPI-01', 3], ['KPI-02', 2]] as const)('%s: gesloten cohort, een aanbod vóór een terugval telt niet, wie verhuisde of is vrijgesteld telt niet mee', async (id, maanden) => {
    const [verwacht] = await vraag<Record<string, number>>(sql`
      , begin as materialized (select leerling_id, dag from (select leerling_id, dag, thuiszitter, lag(thuiszitter, 1, false) over (partition by leerling_id order by dag) as gisteren from oordeel) g where thuiszitter and not gisteren),
      werd as (select distinct leerling_id, periode_id, eerste_dag from oordeel where thuiszitter),
      cohort as (select w.*, p.eind_dag, p.einde_reden, (w.eerste_dag + make_interval(months => ${maanden}))::date as grens,
        exists (select from begin b where b.leerling_id = w.leerling_id and b.dag between p.eind_dag and (p.eind_dag + interval '6 months')::date) as viel,
        (select vrijgesteld from oordeel o where o.leerling_id = w.leerling_id and o.dag = least((w.eerste_dag + make_interval(months => ${maanden}))::date, ${VANDAAG}::date)) as vrij
        from werd w join thuisperiode p using (periode_id))
      select count(*) filter (where not weg and grens >= ${VANDAAG}::date)::int as open, count(*) filter (where weg)::int as vertrokken,
        count(*) filter (where not weg and grens < ${VANDAAG}::date and vrij and (eind_dag is null or eind_dag > grens))::int as vrijgesteld,
        count(*) filter (where not weg and grens < ${VANDAAG}::date and not (vrij and (eind_dag is null or eind_dag > grens)) and eind_dag <= grens and not viel)::int as goed,
        count(*) filter (where not weg and grens < ${VANDAAG}::date and not (vrij and (eind_dag is null or eind_dag > grens)) and not coalesce(eind_dag <= grens and not viel, false))::int as anders
      from (select *, coalesce(einde_reden = 'UITGESCHREVEN_VERHUISD' and eind_dag <= grens and eind_dag <= ${VANDAAG}::date, false) as weg from cohort) c`);
    const lijst = await gevallen(id);
    expect({ open: tel(lijst, 'open'), vertrokken: tel(lijst, 'buiten', 'vertrokken'), vrijgesteld: tel(lijst, 'buiten', 'vrijgesteld'), goed: tel(lijst, 'goed'), anders: tel(lijst, 'anders') }).toEqual(verwacht);
    expect(verwacht!['goed']).toBeGreaterThan(5);
  });

  test('KPI-05 en KPI-21: gesloten zonder dat het kind thuiszitter was, en heropend binnen zes maanden', async () => {
    const [verwacht] = await vraag<Record<string, number>>(sql`
      select count(*) filter (where not ooit)::int as goed, count(*) filter (where ooit)::int as anders,
        count(*) filter (where venster and weer is not null and weer <= (tot + interval '6 months')::date)::int as heropend, count(*) filter (where venster and not coalesce(weer <= (tot + interval '6 months')::date, false))::int as niet, count(*) filter (where not venster)::int as lopend
      from (select s.casus_id, s.tot, (s.tot + interval '6 months')::date < ${VANDAAG}::date as venster, (select min(van) from openstaand w where w.casus_id = s.casus_id and w.van >= s.tot) as weer,
        exists (select from oordeel o join casus c on c.leerling_id = o.leerling_id where c.casus_id = s.casus_id and o.thuiszitter and o.dag between (select min(van) from openstaand e where e.casus_id = s.casus_id) and s.tot) as ooit
        from openstaand s where s.tot is not null) x`);
    const [vijf, eenentwintig] = [await gevallen('KPI-05'), await gevallen('KPI-21')];
    expect({ goed: tel(vijf, 'goed'), anders: tel(vijf, 'anders'), heropend: tel(eenentwintig, 'goed'), niet: tel(eenentwintig, 'anders'), lopend: tel(eenentwintig, 'open') }).toEqual(verwacht);
  });

  test('KPI-15 en KPI-16: het logboek is bijgewerkt, en eerst met de ouders gesproken', async () => {
    const [verwacht] = await vraag<Record<string, number>>(sql`
      select (select count(*) from openstaand s where s.tot is null and s.van <= ${VANDAAG}::date - 14 and exists (select from logboek_regel r where r.casus_id = s.casus_id and r.rol <> 'systeem' and (r.tijdstip at time zone 'Europe/Amsterdam')::date > ${VANDAAG}::date - 14))::int as vers,
        (select count(*) from openstaand s where s.tot is null and s.van <= ${VANDAAG}::date - 14)::int as lopend, b.eerst, b.besproken, b.weg
      from (select count(*) filter (where gesprek <= datum)::int as eerst, count(*) filter (where gesprek is not null or not geprobeerd)::int as besproken, count(*) filter (where gesprek is null and geprobeerd)::int as weg
        from (select t.casus_id, min((t.velden ->> 'datum')::date) as datum, (select min((g.velden ->> 'gesprekDatum')::date) from logboek_regel g where g.casus_id = t.casus_id and g.formulier = 'gesprek-ouders') as gesprek,
          exists (select from logboek_regel g where g.casus_id = t.casus_id and g.formulier = 'gesprek-ouders' and g.velden ->> 'oudersNietBereikt' = 'true') as geprobeerd from logboek_regel t where t.formulier = 'bespreking-team' group by t.casus_id) y) b`);
    const [logboek, ouders] = [await gevallen('KPI-15'), await gevallen('KPI-16')];
    expect({ vers: tel(logboek, 'goed'), lopend: tel(logboek, 'goed') + tel(logboek, 'anders'), eerst: tel(ouders, 'goed'), besproken: tel(ouders, 'goed') + tel(ouders, 'anders'), weg: tel(ouders, 'buiten') }).toEqual(verwacht);
  });

  test('KPI-04, 14, 17, 18 en 25: duren, uren, vrijstellingen, onderwijstijd en absoluut verzuim', async () => {
    const [verwacht] = await vraag<Record<string, number>>(sql`
      select (select count(*) from inspectie where categorie = 'D')::int as d, (select count(*) from inspectie where soort = 'AOT_AANVRAAG' and besluit_op is null)::int as wacht,
        (select count(*) from vrijstelling v where soort <> 'VRIJSTELLING_SCHOOLBEZOEK' and exists (select from logboek_regel r where r.casus_id = v.casus_id and r.formulier = 'vrijstelling-advies' and r.tijdstip <= v.vastgelegd_op))::int as advies,
        (select count(*) from vrijstelling where soort <> 'VRIJSTELLING_SCHOOLBEZOEK')::int as vrij,
        (select count(*) from thuisperiode where nergens_ingeschreven_sinds is not null and coalesce(nergens_ingeschreven_tot, eind_dag) <= ${VANDAAG}::date)::int as ingeschreven,
        (select coalesce(sum(coalesce(nergens_ingeschreven_tot, eind_dag) - nergens_ingeschreven_sinds), 0) from thuisperiode where coalesce(nergens_ingeschreven_tot, eind_dag) <= ${VANDAAG}::date)::int as dagen,
        (select count(*) from casus c join lateral (select sum(uren_besteed) as uren from logboek_regel r where r.casus_id = c.casus_id and r.rol = 'regisseur-swv') u on u.uren is not null where c.status = 'afgesloten' and u.uren between c.uren_raming_min and c.uren_raming_max)::int as "inRaming"`);
    const [aot, vrij, absoluut, uren] = [await gevallen('KPI-18'), await gevallen('KPI-17'), await gevallen('KPI-25'), await gevallen('KPI-14')];
    expect({ d: tel(aot, 'goed', 'D'), wacht: tel(aot, 'open'), advies: tel(vrij, 'goed'), vrij: vrij.length, ingeschreven: tel(absoluut, 'goed'), dagen: absoluut.filter((g) => g.uitslag === 'goed').reduce((som, g) => som + (g.waarde ?? 0), 0), inRaming: tel(uren, 'goed') }).toEqual(verwacht);
  });
});
