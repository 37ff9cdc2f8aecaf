import { sql } from 'kysely';
import { durenVraag } from '../../registratie/kaart/duren.ts';
import { kindsommenVraag } from '../../registratie/kaart/kindsommen.ts';
import { NIEUWE_WIJZIGING } from '../../registratie/geschiedenis/wijziging.ts';
import type { Register } from '../../registratie/register.ts';
import { makeRandom } from '../../scripts/demo/random.ts';
import type { Proefcasus } from '../../scripts/bench/geschiedenis-bron.ts';

/** Kinderen, scholen en casussen, zo in de tabellen: hier wordt niet gemeten. Honderdvijftig scholen, tien besturen, acht gemeenten; de meeste kinderen wonen in de gemeente van hun school. */
export async function zaaiCasussen({ db }: Register, casussen: readonly Proefcasus[]): Promise<void> {
  const { onder: kies } = makeRandom('casussen');
  await sql`insert into school (brin, naam, schooltype, plaats, email, heeft_kernteam, gebied, schoolbestuur)
    select lpad((10 + n / 15)::text, 2, '0') || 'A' || chr(66 + n % 15), 'School ' || n, 'BAO', 'Plaats', 's@example.org', true, 'Gebied', 'Bestuur ' || n % 10 from generate_series(0, 149) n`.execute(db);
  for (let i = 0; i < casussen.length; i += 1_000) {
    const rijen = casussen.slice(i, i + 1_000).map((c) => {
      const school = kies(150);
      return { n: c.nummer, pi: c.instantie, route: c.route, op: c.geopendOp, dicht: c.gesloten, brin: `${10 + Math.floor(school / 15)}A${String.fromCharCode(66 + (school % 15))}`, groep: 1 + kies(8), gemeente: `Gemeente ${kies(8) === 0 ? kies(8) : school % 8}`, reden: ['TERUG_NAAR_SCHOOL', 'JEUGDHULP', 'OVERSTAP', 'VERHUISD'][kies(4)] };
    });
    const json = JSON.stringify(rijen);
    await sql`insert into leerling (leerling_id, brin, leerlingnummer, roepnaam, achternaam, geboortedatum, groep, groep_schooljaar, woonplaats, woongemeente, ingeschreven)
      select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, brin, 'L-' || n, 'x', 'x', '2017-01-01', groep, '2025-2026', 'x', gemeente, true from jsonb_to_recordset(${json}::jsonb) as r(n int, brin text, groep int, gemeente text)`.execute(db);
    await sql`insert into casus (casus_id, casusnummer, leerling_id, brin, route, status, geopend_op, klachten, patroon_verzuim, datum_signaal, complexe_gedragsvraag, proces_instantie_key, aanmeld_sleutel, afgesloten_op, reden)
      select ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '2025-' || n, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, brin, route, case when dicht then 'afgesloten' else 'open' end, op, 'x', 'x', '2025-09-01', false, pi, pi, case when dicht then op end, case when dicht then reden end
      from jsonb_to_recordset(${json}::jsonb) as r(n int, pi text, brin text, route text, op timestamptz, dicht boolean, reden text)`.execute(db);
  }
}

/** Alsof er net iets is bijgelezen. */
export const veranderIets = async ({ db }: Register): Promise<unknown> => NIEUWE_WIJZIGING.execute(db);

/** Zoals autovacuum het later vanzelf doet. */
export const werkStatistiekBij = async ({ db }: Register): Promise<unknown> => sql`analyze`.execute(db);

/** Hoe de databank aan een kaart komt: de duren van een jaar en van een bestuur, en de sommen waaruit wordt besloten wat er staat. */
export async function leesUitleg({ db }: Register): Promise<string[]> {
  const regels: string[] = [];
  const vragen = [
    ['durations, a school year', durenVraag('vier-weken', { schooljaar: '2025-2026' })], ['durations, a board', durenVraag('vier-weken', { bestuur: 'Bestuur 3', schooljaar: '2025-2026' })],
    ['children, by month', kindsommenVraag('maand')], ['children, by school', kindsommenVraag('school', '2025-2026')],
  ] as const;
  for (const [naam, vraag] of vragen) {
    const { rows } = await sql<Record<string, string>>`explain (analyze, costs off, timing off, summary off) ${vraag as ReturnType<typeof durenVraag>}`.execute(db);
    regels.push(`${naam}:`, ...rows.map((rij) => `  ${Object.values(rij)[0]}`));
  }
  return regels;
}
