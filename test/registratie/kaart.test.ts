import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import { telInhoudNu, telInProces, telNu } from '../../domein/kaart/nu.ts';
import { LEGE_TELLING, telOp } from '../../domein/kaart/telling.ts';
import { familieVan, waardenVan } from '../../domein/kaart/toon-kenmerk.ts';
import { leesDuren } from '../../registratie/kaart/duren.ts';
import { kenmerkVan, type Kaartfilter } from '../../registratie/kaart/filter.ts';
import { leesInhoud } from '../../registratie/kaart/inhoud.ts';
import { leesKindsommen } from '../../registratie/kaart/kindsommen.ts';
import { leesOpen, type OpenBezoek } from '../../registratie/kaart/open.ts';
import { leesWijziging } from '../../registratie/geschiedenis/wijziging.ts';
import type { Register } from '../../registratie/register.ts';
import { makeRandom } from '../../scripts/demo/random.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { DATABASES, openTestDatabase, type TestDatabase } from '../helpers/databases.ts';
import { kalenders, NepGeschiedenis, TERMIJNEN } from '../helpers/geschiedenis.ts';

const NU = new Date('2026-02-20T12:00:00Z');
const UUR = 3_600_000;
const SCHOLEN = [['10AB', 'De Brug'], ['11CD', 'De Brug'], ['12EF', 'Wijs']] as const;
const FILTERS: Kaartfilter[] = [
  {}, { schooljaar: '2025-2026' }, { schooljaar: '2024-2025' }, { van: '2025-10', tot: '2025-10' }, { van: '2025-12' }, { tot: '2025-09' },
  ...[{ route: 'kernteam' }, { school: '11CD' }, { bestuur: 'De Brug' }, { gemeente: 'Gorinchem' }, { groep: 4 }, { reden: 'lopend' }, { reden: 'TERUG_NAAR_SCHOOL', route: 'kernteam' }, { gemeente: 'Sliedrecht', route: 'kernteam' }, { versie: 2 }].map((f) => ({ ...f, schooljaar: '2025-2026' })),
  { route: 'geen-kernteam', schooljaar: '2024-2025' }, { versie: 1, route: 'kernteam', schooljaar: '2024-2025' },
];

describe.each(DATABASES)('kaart op %s: uit het register en opnieuw uitgerekend in gewone SQL', (soort) => {
  let proef: TestDatabase;
  let register: Register;
  let lees: () => Promise<unknown>;
  beforeAll(async () => {
    proef = await openTestDatabase(soort);
    register = proef.register;
    const bron = new NepGeschiedenis(200);
    const { onder: kies } = makeRandom('kaart');
    const casussen: { casusId: string; routeInstantie: ReturnType<NepGeschiedenis['start']> }[] = [];
    lees = () => leesGeschiedenis({ register, bron, engine: TERMIJNEN, klok: { nu: () => NU }, kalenders });
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

  /** De geëindigde bezoeken met hun dag en hun casus, zoals zij binnenkwamen: zonder de afgeleide kolommen en zonder sommen. */
  const BEZOEK = sql`bezoek as (
      select b.sleutel, b.element, b.casus_id, b.toestand, b.uiterlijk, b.geeindigd, b.route, b.versie, c.brin, s.schoolbestuur, l.woongemeente, coalesce(c.reden, 'lopend') as reden,
        least(8, l.groep + greatest(0, extract(year from (c.geopend_op at time zone 'Europe/Amsterdam') - interval '7 months')::int - left(l.groep_schooljaar, 4)::int)) as groep,
        (b.begonnen at time zone 'Europe/Amsterdam')::date as van, (b.geeindigd at time zone 'Europe/Amsterdam')::date as tot, extract(year from (b.geeindigd at time zone 'Europe/Amsterdam') - interval '7 months')::int as jaar
      from elementbezoek b join casus c using (casus_id) join school s on s.brin = c.brin join leerling l using (leerling_id)
      where b.proces = 'leerling-bespreken' and b.geeindigd is not null)`;
  const past = (f: Kaartfilter) => sql`(${f.route ?? null}::text is null or route = ${f.route ?? null}) and (${f.versie ?? null}::int is null or versie = ${f.versie ?? null})
    and (${f.school ?? null}::text is null or brin = ${f.school ?? null}) and (${f.bestuur ?? null}::text is null or schoolbestuur = ${f.bestuur ?? null})
    and (${f.gemeente ?? null}::text is null or woongemeente = ${f.gemeente ?? null}) and (${f.reden ?? null}::text is null or reden = ${f.reden ?? null}) and (${f.groep ?? null}::int is null or groep = ${f.groep ?? null})
    and (${f.van ?? null}::text is null or to_char(tot, 'YYYY-MM') >= ${f.van ?? null}) and (${f.tot ?? null}::text is null or to_char(tot, 'YYYY-MM') <= ${f.tot ?? null})
    and (${f.schooljaar ?? null}::text is null or jaar = left(${f.schooljaar ?? null}::text, 4)::int)`;

  test.each(FILTERS.map((f) => [JSON.stringify(f), f] as const))('hoe lang het duurde, met filter %s', async (_naam, f) => {
    const { rows: verwacht } = await sql<{ element: string; soort: string; dagen: number; n: number }>`
      with ${BEZOEK}, geteld as (select element, tot - van as k, (select count(*) from generate_series(van + 1, tot, interval '1 day') as d(dag) where extract(isodow from dag) < 6 and not exists (select from proef_vrij v where dag::date between v.van and v.tot))::int as s from bezoek where ${past(f)})
      select element, 'k' as soort, k as dagen, count(*)::int as n from geteld group by 1, 3 union all select element, 's', s, count(*)::int from geteld group by 1, 3 order by 1, 2, 3`.execute(register.db);
    const duren = await leesDuren(register.db, 'leerling-bespreken', f);
    const gelezen = [...duren].flatMap(([element, d]) => ([['k', d.kalenderdagen], ['s', d.schooldagen]] as const).flatMap(([soort, verdeling]) => [...verdeling].map(([dagen, n]) => ({ element, soort, dagen, n }))));
    expect(gelezen.sort((a, b) => (a.element < b.element ? -1 : a.element > b.element ? 1 : a.soort < b.soort ? -1 : a.soort > b.soort ? 1 : a.dagen - b.dagen))).toEqual(verwacht);
    expect(verwacht.length, 'het filter laat iets over').toBeGreaterThan(0);
  });

  test.each(FILTERS.map((f) => [JSON.stringify(f), f] as const))('hoeveel kinderen, met filter %s: elk kind per schooljaar één keer, bij zijn eerste bezoek', async (_naam, f) => {
    const { rows: verwacht } = await sql<Record<string, number | string>>`
      with ${BEZOEK}, kindjaar as (
        select *, row_number() over (partition by casus_id, element, jaar order by geeindigd, sleutel) = 1 as eerste, bool_or(uiterlijk is not null) over w as met, coalesce(bool_or(geeindigd > uiterlijk) over w, false) as laat, bool_or(toestand = 'afgebroken') over w as weg
        from bezoek window w as (partition by casus_id, element, jaar)
      )
      select element, count(*)::int as bezoeken, (count(*) filter (where toestand = 'afgebroken'))::int as "bezoekenAfgebroken", (count(*) filter (where eerste))::int as kinderen, (count(*) filter (where eerste and met))::int as "metTermijn",
        (count(*) filter (where eerste and laat))::int as "teLaat", (count(*) filter (where eerste and weg))::int as afgebroken
      from kindjaar where ${past(f)} group by element order by element`.execute(register.db);
    const kenmerk = kenmerkVan(f);
    const soort = kenmerk && familieVan(kenmerk.soort)[0];
    const sommen = (await leesKindsommen(register.db, soort ?? 'maand', f.schooljaar)).filter((s) => s.proces === 'leerling-bespreken' && (f.route === undefined || s.route === f.route)
      && (kenmerk ? waardenVan(soort!, s).some((w) => w.soort === kenmerk.soort && w.waarde === kenmerk.waarde) : (f.van === undefined || s.waarde >= f.van) && (f.tot === undefined || s.waarde <= f.tot)));
    const elementen = [...new Set(sommen.map((s) => s.element))].sort();
    expect(elementen.map((element) => ({ element, ...sommen.filter((s) => s.element === element).reduce(telOp, LEGE_TELLING) }))).toEqual(verwacht);
    if (!f.versie && !f.route && (f.schooljaar || f.van)) expect(verwacht.some((r) => r['kinderen'] !== r['bezoeken']), 'een kind komt vaker langs').toBe(true);
  });

  test('waar kinderen nu zijn: elk kind één keer per element, en één keer in het proces', async () => {
    const alles = await leesOpen(register.db);
    const over = (b: OpenBezoek): boolean => b.uiterlijk !== null && b.uiterlijk < NU;
    for (const f of FILTERS.filter((g) => !g.van && !g.tot)) {
      const { rows } = await sql<{ element: string; kinderen: number; bezoeken: number; metTermijn: number; overTermijn: number; oudste: string }>`
        select b.element, count(distinct b.casus_id)::int as kinderen, count(*)::int as bezoeken, (count(distinct b.casus_id) filter (where b.uiterlijk is not null))::int as "metTermijn", (count(distinct b.casus_id) filter (where b.uiterlijk < ${NU}))::int as "overTermijn", min((b.begonnen at time zone 'Europe/Amsterdam')::date) as oudste
        from elementbezoek b join casus c using (casus_id) join school s on s.brin = c.brin join leerling l using (leerling_id) join casus_feit g using (casus_id)
        where b.proces = 'leerling-bespreken' and b.geeindigd is null and (${f.route ?? null}::text is null or b.route = ${f.route ?? null}) and (${f.versie ?? null}::int is null or b.versie = ${f.versie ?? null})
          and (${f.school ?? null}::text is null or c.brin = ${f.school ?? null}) and (${f.bestuur ?? null}::text is null or s.schoolbestuur = ${f.bestuur ?? null})
          and (${f.gemeente ?? null}::text is null or l.woongemeente = ${f.gemeente ?? null}) and (${f.reden ?? null}::text is null or coalesce(c.reden, 'lopend') = ${f.reden ?? null}) and (${f.groep ?? null}::int is null or g.groep = ${f.groep ?? null})
        group by 1 order by 1`.execute(register.db);
      const gelezen = [...telNu(alles, 'leerling-bespreken', f, over)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([element, { begonnen, ...nu }]) => ({ element, ...nu, oudste: [...begonnen.keys()].sort()[0] }));
      expect([f, gelezen]).toEqual([f, rows]);
    }
    const { rows: [samen] } = await sql<{ n: number }>`select count(distinct casus_id)::int as n from elementbezoek where proces = 'casus' and geeindigd is null`.execute(register.db);
    expect(telInProces(alles, 'casus', {})).toBe(samen!.n);
  });

  test('wat in een aangeroepen proces over de termijn gaat, staat ook bij wie het aanriep, hoe diep ook', async () => {
    const binnen = (await leesKindsommen(register.db, 'maand')).filter((s) => s.proces === 'leerling-bespreken' && s.route === 'kernteam');
    for (const f of [{ route: 'kernteam', schooljaar: '2025-2026' }, { route: 'kernteam', schooljaar: '2024-2025' }] as Kaartfilter[]) {
      const jaar = binnen.filter((s) => s.element === 'gesprek_ouders' && (s.waarde >= '2025-08') === (f.schooljaar === '2025-2026')).reduce(telOp, LEGE_TELLING);
      expect(jaar.teLaat).toBeGreaterThan(0);
      for (const [proces, element] of [['casus', 'route_doorlopen'], ['kernteam', 'KT_01']] as const) {
        const { metTermijn, teLaat, kinderenTeLaat } = (await leesInhoud(register.db, proces, f)).get(element)!;
        expect([metTermijn, teLaat, kinderenTeLaat]).toEqual([jaar.metTermijn, jaar.teLaat, jaar.teLaat]);
      }
    }
    const okt = binnen.filter((s) => s.element === 'gesprek_ouders' && s.waarde === '2025-10').reduce(telOp, LEGE_TELLING);
    expect((await leesInhoud(register.db, 'kernteam', { van: '2025-10', tot: '2025-10' })).get('KT_01')!.teLaat).toBe(okt.teLaat);
    const alles = await leesOpen(register.db);
    const nu = telNu(alles, 'leerling-bespreken', { route: 'kernteam' }, (b) => b.uiterlijk !== null && b.uiterlijk < NU).get('gesprek_ouders')!;
    expect(telInhoudNu(alles, 'kernteam', { versie: 7 }, (b) => b.uiterlijk !== null && b.uiterlijk < NU).get('KT_01')).toMatchObject({ kinderenTeLaat: nu.overTermijn });
  });

  test('aan de wijziging is te zien dat er iets veranderde, en dat er niets veranderde', async () => {
    const eerst = await leesWijziging(register.db);
    await lees();
    expect(await leesWijziging(register.db)).toBe(eerst);
    await register.db.updateTable('school').set({ schoolbestuur: 'De Brug' }).where('brin', '=', '12EF').execute();
    await lees();
    const daarna = await leesWijziging(register.db);
    expect(daarna).not.toBe(eerst);
    await register.db.updateTable('school').set({ schoolbestuur: 'Wijs' }).where('brin', '=', '12EF').execute();
    await lees();
    expect(await leesWijziging(register.db)).not.toBe(daarna);
  });
});
