import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kengetal } from '../../domein/kaart/cijfers.ts';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import { leesDuren, uitBezoeken, uitSommen } from '../../registratie/kaart/duren.ts';
import { heeftSom, type Kaartfilter } from '../../registratie/kaart/filter.ts';
import { leesInhoud } from '../../registratie/kaart/inhoud.ts';
import { leesOpen, telKinderenNu } from '../../registratie/kaart/open.ts';
import type { Register } from '../../registratie/register.ts';
import { makeRandom } from '../../scripts/demo/random.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { DATABASES, openTestDatabase, type TestDatabase } from '../helpers/databases.ts';
import { kalenders, NepGeschiedenis, TERMIJNEN } from '../helpers/geschiedenis.ts';

const NU = new Date('2026-02-20T12:00:00Z');
const UUR = 3_600_000;
const SCHOLEN = [['10AB', 'De Brug'], ['11CD', 'De Brug'], ['12EF', 'Wijs']] as const;
const FILTERS: Kaartfilter[] = [
  {}, { schooljaar: '2025-2026' }, { schooljaar: '2024-2025' }, { route: 'kernteam' }, { route: 'geen-kernteam', schooljaar: '2025-2026' }, { school: '11CD' }, { bestuur: 'De Brug' }, { gemeente: 'Gorinchem', schooljaar: '2025-2026' },
  { groep: 4 }, { reden: 'lopend' }, { reden: 'TERUG_NAAR_SCHOOL', route: 'kernteam' }, { versie: 2 }, { bestuur: 'De Brug', groep: 4 }, { van: '2025-10-01', tot: '2025-10-31' }, { van: '2025-12-01', gemeente: 'Sliedrecht', route: 'kernteam' },
];

describe.each(DATABASES)('kaart op %s: uit het register en opnieuw uitgerekend in gewone SQL', (soort) => {
  let proef: TestDatabase;
  let register: Register;
  beforeAll(async () => {
    proef = await openTestDatabase(soort);
    register = proef.register;
    const bron = new NepGeschiedenis(200);
    const { onder: kies } = makeRandom('kaart');
    const casussen: { casusId: string; routeInstantie: ReturnType<NepGeschiedenis['start']> }[] = [];
    const lees = () => leesGeschiedenis({ register, bron, engine: TERMIJNEN, klok: { nu: () => NU }, kalenders });
    for (let i = 0; i < 60; i++) {
      const begin = Date.parse('2025-05-05T07:00:00Z') + kies(260 * 24) * UUR;
      const op = (uren: number): string => new Date(Math.min(begin + uren * UUR, NU.getTime() - UUR)).toISOString();
      const [brin, schoolbestuur] = SCHOLEN[kies(3)]!;
      const route = kies(2) ? 'kernteam' : 'geen-kernteam';
      const frame = bron.start('casus', op(0));
      const basis = nieuweCasus({ route, procesInstantieKey: frame.key, aanmeldSleutel: frame.key, geopendOp: new Date(begin) }, `L-2018-${2000 + i}`);
      const { casusId } = await open(register, { ...basis, leerling: { ...basis.leerling, achternaam: `Kind${i}`, geboortedatum: `2017-0${1 + (i % 9)}-${10 + (i % 19)}`, groep: 3 + kies(3), woongemeente: kies(2) ? 'Gorinchem' : 'Sliedrecht' }, school: { ...basis.school, brin, schoolbestuur } });
      const roep = bron.bezoek(frame, 'route_doorlopen', 'CALL_ACTIVITY', op(0));
      const routeInstantie = bron.start(route, op(0), roep);
      let uren = 0;
      for (let keer = 0; keer < 1 + kies(3); keer++) {
        const fase = bron.bezoek(routeInstantie, route === 'kernteam' ? 'KT_01' : 'GK_01', 'CALL_ACTIVITY', op(uren));
        const instantie = bron.start('leerling-bespreken', op(uren), fase);
        for (const element of ['gesprek_ouders', 'gw_besproken', 'gesprek_ouders']) {
          const bezoek = bron.bezoek(instantie, element, element === 'gesprek_ouders' ? 'USER_TASK' : 'EXCLUSIVE_GATEWAY', op(uren));
          if (kies(3) === 0) bezoek.definition = bron.model('leerling-bespreken', 2);
          uren += element === 'gesprek_ouders' ? kies(30 * 24) : 0;
          if (kies(6) === 0) break;
          bron.eindig(bezoek, op(uren), kies(5) === 0 ? 'TERMINATED' : 'COMPLETED');
        }
        if (kies(3)) bron.eindig(fase, op(uren));
      }
      casussen.push({ casusId, routeInstantie });
    }
    await lees();
    // Daarna verandert er nog van alles aan wat al geteld is: casussen sluiten, een school gaat naar een ander bestuur en terug, en er komen bezoeken bij.
    for (const { casusId } of casussen.filter((_, i) => i % 4 === 0)) await register.db.updateTable('casus').set({ status: 'afgesloten', afgeslotenOp: NU, reden: 'TERUG_NAAR_SCHOOL' }).where('casusId', '=', casusId).execute();
    await register.db.updateTable('school').set({ schoolbestuur: 'De Brug' }).where('brin', '=', '12EF').execute();
    await lees();
    await register.db.updateTable('school').set({ schoolbestuur: 'Wijs' }).where('brin', '=', '12EF').execute();
    for (const { routeInstantie } of casussen.filter((_, i) => i % 3 === 0)) {
      const fase = bron.bezoek(routeInstantie, routeInstantie.processId === 'kernteam' ? 'KT_01' : 'GK_01', 'CALL_ACTIVITY', NU.toISOString());
      bron.bezoek(bron.start('leerling-bespreken', NU.toISOString(), fase), 'gesprek_ouders', 'USER_TASK', NU.toISOString(), NU.toISOString());
    }
    await lees();
    await schoolkalender();
  }, 120_000);
  afterAll(() => proef.close());

  /** De vakanties uit het bestand, als tabel. */
  async function schoolkalender(): Promise<void> {
    const { schooljaren } = JSON.parse(readFileSync('bpmn/schoolvakanties.json', 'utf8')) as { schooljaren: Record<string, { vakanties: { van: string; tot: string }[]; vrijeDagen?: { datum: string }[] }> };
    await sql`create table if not exists proef_vrij (van date, tot date)`.execute(register.db);
    for (const { vakanties, vrijeDagen = [] } of Object.values(schooljaren)) for (const { van, tot } of [...vakanties, ...vrijeDagen.map((d) => ({ van: d.datum, tot: d.datum }))]) await sql`insert into proef_vrij values (${van}::date, ${tot}::date)`.execute(register.db);
    // Landelijk vrij in de proeftijd, buiten de vakanties: Hemelvaart met de vrijdag erna, en Tweede Pinksterdag van 2025.
    for (const dag of ['2025-05-05', '2025-05-29', '2025-05-30', '2025-06-09']) await sql`insert into proef_vrij values (${dag}::date, ${dag}::date)`.execute(register.db);
  }

  /** Dezelfde cijfers, geschreven vanaf de omschrijving en vanaf de bezoeken zoals zij binnenkwamen: zonder de afgeleide kolommen en zonder sommen. */
  const opnieuw = async (f: Kaartfilter) => {
    const { rows } = await sql<Record<string, number | string | null>>`
      with bezoek as (
        select b.element, b.casus_id, b.toestand, b.uiterlijk, b.geeindigd, (b.begonnen at time zone 'Europe/Amsterdam')::date as van, (b.geeindigd at time zone 'Europe/Amsterdam')::date as tot
        from elementbezoek b join casus c using (casus_id) join school s on s.brin = c.brin join leerling l using (leerling_id)
        where b.proces = 'leerling-bespreken' and b.geeindigd is not null
          and (${f.route ?? null}::text is null or b.route = ${f.route ?? null}) and (${f.versie ?? null}::int is null or b.versie = ${f.versie ?? null})
          and (${f.school ?? null}::text is null or c.brin = ${f.school ?? null}) and (${f.bestuur ?? null}::text is null or s.schoolbestuur = ${f.bestuur ?? null})
          and (${f.gemeente ?? null}::text is null or l.woongemeente = ${f.gemeente ?? null}) and (${f.reden ?? null}::text is null or coalesce(c.reden, 'lopend') = ${f.reden ?? null})
          and (${f.groep ?? null}::int is null or least(8, l.groep + greatest(0, extract(year from (c.geopend_op at time zone 'Europe/Amsterdam') - interval '7 months')::int - left(l.groep_schooljaar, 4)::int)) = ${f.groep ?? null})
      ), in_tijd as (
        select *, tot - van as kal, (select count(*) from generate_series(van + 1, tot, interval '1 day') as d(dag) where extract(isodow from dag) < 6 and not exists (select from proef_vrij v where dag::date between v.van and v.tot)) as school
        from bezoek where (${f.van ?? null}::date is null or tot >= ${f.van ?? null}::date) and (${f.tot ?? null}::date is null or tot <= ${f.tot ?? null}::date)
          and (${f.schooljaar ?? null}::text is null or extract(year from tot - interval '7 months')::int = left(${f.schooljaar ?? null}::text, 4)::int)
      )
      select element, count(*)::int as n, count(distinct casus_id)::int as kinderen, count(*) filter (where toestand = 'afgebroken')::int as afgebroken, count(uiterlijk)::int as "metTermijn", count(*) filter (where geeindigd > uiterlijk)::int as "teLaat",
        percentile_disc(0.5) within group (order by kal)::int as "kalMediaan", percentile_disc(0.9) within group (order by kal)::int as "kalP90", max(kal)::int as "kalMax",
        percentile_disc(0.5) within group (order by school)::int as "schoolMediaan", percentile_disc(0.9) within group (order by school)::int as "schoolP90", max(school)::int as "schoolMax"
      from in_tijd group by element order by element`.execute(register.db);
    return rows;
  };

  test.each(FILTERS.map((f) => [JSON.stringify(f), f] as const))('duren met filter %s', async (_naam, f) => {
    const duren = await leesDuren(register.db, 'leerling-bespreken', f);
    const gelezen = [...duren].sort(([a], [b]) => (a < b ? -1 : 1)).map(([element, d]) => {
      const [kal, school] = [kengetal(d.kalenderdagen), kengetal(d.schooldagen)];
      return {
        element, n: d.n, kinderen: d.kinderen, afgebroken: d.afgebroken, metTermijn: d.metTermijn, teLaat: d.teLaat,
        kalMediaan: kal?.mediaan, kalP90: kal?.p90, kalMax: kal?.max, schoolMediaan: school?.mediaan, schoolP90: school?.p90, schoolMax: school?.max,
      };
    });
    const verwacht = await opnieuw(f);
    expect(gelezen).toEqual(verwacht);
    expect(verwacht.length, 'het filter laat iets over').toBeGreaterThan(0);
  });

  test('de sommen en de bezoeken zelf geven voor elk filter waar een som voor is precies hetzelfde', async () => {
    const sorteer = (rijen: readonly unknown[]): string[] => rijen.map((rij) => JSON.stringify(rij, Object.keys(rij as object).sort())).sort();
    for (const f of FILTERS.filter(heeftSom)) {
      const [som, zelf] = [await uitSommen('leerling-bespreken', f).execute(register.db), await uitBezoeken('leerling-bespreken', f).execute(register.db)];
      const perElement = (rijen: readonly { soort: string; n: number }[]) => sorteer(rijen.filter((r) => r.n > 0).map((r) => (r.soort === 'e' ? r : { ...r, kinderen: 0 })));
      expect([f, perElement(som.rows)]).toEqual([f, perElement(zelf.rows)]);
    }
  });

  test('waar kinderen nu zijn: elk kind één keer per element, en één keer in het proces', async () => {
    for (const f of FILTERS.filter((g) => !g.schooljaar && !g.van)) {
      const gelezen = await leesOpen(register.db, 'leerling-bespreken', f, NU);
      const { rows } = await sql<{ element: string; kinderen: number; n: number; over: number; oudste: string }>`
        select b.element, count(distinct b.casus_id)::int as kinderen, count(*)::int as n, count(*) filter (where b.uiterlijk < ${NU})::int as over, min((b.begonnen at time zone 'Europe/Amsterdam')::date) as oudste
        from elementbezoek b join casus c using (casus_id) join school s on s.brin = c.brin join leerling l using (leerling_id) join casus_feit g using (casus_id)
        where b.proces = 'leerling-bespreken' and b.geeindigd is null and (${f.route ?? null}::text is null or b.route = ${f.route ?? null}) and (${f.versie ?? null}::int is null or b.versie = ${f.versie ?? null})
          and (${f.school ?? null}::text is null or c.brin = ${f.school ?? null}) and (${f.bestuur ?? null}::text is null or s.schoolbestuur = ${f.bestuur ?? null})
          and (${f.gemeente ?? null}::text is null or l.woongemeente = ${f.gemeente ?? null}) and (${f.reden ?? null}::text is null or coalesce(c.reden, 'lopend') = ${f.reden ?? null}) and (${f.groep ?? null}::int is null or g.groep = ${f.groep ?? null})
        group by 1 order by 1`.execute(register.db);
      expect([...gelezen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([element, o]) => ({ element, kinderen: o.kinderen, n: o.n, over: o.overTermijn, oudste: [...o.begonnen.keys()].sort()[0] }))).toEqual(rows);
      const { rows: [samen] } = await sql<{ n: number }>`select count(distinct casus_id)::int as n from elementbezoek where proces = 'casus' and geeindigd is null`.execute(register.db);
      if (Object.keys(f).length === 0) expect(await telKinderenNu(register.db, 'casus', {})).toBe(samen!.n);
    }
  });

  test('wat in een aangeroepen proces over de termijn gaat, staat ook bij wie het aanriep, hoe diep ook', async () => {
    const [binnen, frame, kern] = [await leesDuren(register.db, 'leerling-bespreken', { route: 'kernteam' }), await leesInhoud(register.db, 'casus', { route: 'kernteam' }, NU), await leesInhoud(register.db, 'kernteam', {}, NU)];
    const { metTermijn, teLaat } = binnen.get('gesprek_ouders')!;
    expect(teLaat).toBeGreaterThan(0);
    expect(kern.get('KT_01')).toMatchObject({ metTermijn, teLaat });
    expect(frame.get('route_doorlopen')).toMatchObject({ metTermijn, teLaat });
    const tijdvak = { van: '2025-10-01', tot: '2025-10-31', route: 'kernteam' };
    expect(await leesInhoud(register.db, 'kernteam', tijdvak, NU).then((i) => i.get('KT_01')?.teLaat)).toBe((await leesDuren(register.db, 'leerling-bespreken', tijdvak)).get('gesprek_ouders')!.teLaat);
  });
});
