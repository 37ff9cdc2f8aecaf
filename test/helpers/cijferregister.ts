import { sql } from 'kysely';
import type { Register } from '../../registratie/register.ts';
import { makeRandom } from '../../scripts/demo/random.ts';

const DAG = 86_400_000;
const dag = (begin: string, n: number): string => new Date(Date.parse(`${begin}T00:00:00Z`) + n * DAG).toISOString().slice(0, 10);
const REDENEN = ['VERZUIM_GESTOPT', 'PASSEND_AANBOD_GEREALISEERD', 'UITGESCHREVEN_VERHUISD', 'DOORZETTINGSBESLUIT_UITGEVOERD'];
const id = (soort: number, n: number): string => `${soort}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

type Regel = { nr: number; casus: string; op: string; stap: string; formulier: string | null; rol: string; velden: Record<string, unknown>; uren: number | null; sleutel: string };

/**
 * Een register met verzonnen kinderen waarin van alles gebeurt wat een cijfer moet weten: perioden thuis die eindigen of niet, terugval,
 * kinderen zonder school, vrijstellingen, verjaardagen op de grens van de leerplicht, casussen die weer opengaan. Zo in de tabellen.
 */
export async function zaaiCijfers({ db }: Register, aantal: number, vandaag: string, zaad = 'cijfers'): Promise<void> {
  const { onder: kies, getal } = makeRandom(zaad);
  await sql`insert into school (brin, naam, schooltype, plaats, email, heeft_kernteam, gebied, schoolbestuur)
    select lpad((10 + n)::text, 2, '0') || 'AB', 'School ' || n, 'BAO', 'Plaats', 's@example.org', n % 3 > 0, 'Gebied', 'Bestuur ' || n % 3 from generate_series(0, 7) n`.execute(db);
  const [leerlingen, casussen, perioden, vrij, regels, inspectie] = [[], [], [], [], [], []] as unknown as [object[], object[], object[], object[], Regel[], object[]];
  for (let n = 0; n < aantal; n++) {
    const [leerling, casus, school] = [id(1, n), id(2, n), kies(8)];
    const open = dag('2024-08-20', kies(560));
    const leeftijd = getal() < 0.08 ? 4 : 5 + kies(8);
    leerlingen.push({ leerling_id: leerling, brin: `${10 + school}AB`, leerlingnummer: `L-${n}`, geboortedatum: dag(`${Number(open.slice(0, 4)) - leeftijd}-${open.slice(5, 7)}-01`, kies(300) - 150), groep: 1 + kies(8), woongemeente: `Gemeente ${kies(4)}` });
    const duur = 20 + kies(200);
    const dicht = getal() < 0.6 && dag(open, duur) <= vandaag ? dag(open, duur) : null;
    const heropend = dicht && getal() < 0.25 && dag(dicht, 20 + kies(260)) <= vandaag ? dag(dicht, 20 + kies(260)) : null;
    const weer = heropend !== null && heropend <= vandaag;
    const reden = REDENEN[kies(4)]!;
    casussen.push({ casus_id: casus, leerling_id: leerling, casusnummer: `2025-${1000 + n}`, brin: `${10 + school}AB`, route: school % 3 > 0 ? 'kernteam' : 'geen-kernteam', geopend_op: `${open}T09:00:00Z`, afgesloten_op: dicht && !weer ? `${dicht}T15:00:00Z` : null, reden: dicht && !weer ? reden : null, raming: school % 3 > 0 });
    const schrijf = (op: string, stap: string, formulier: string | null, velden: Record<string, unknown>, anders: Partial<Regel> = {}): void => {
      if (op <= vandaag) regels.push({ nr: regels.length + 1, casus, op: `${op}T10:00:00Z`, stap, formulier, rol: formulier === null ? 'systeem' : 'ib-er', velden, uren: null, sleutel: `proef:${regels.length}`, ...anders });
    };
    if (dicht) schrijf(dicht, 'KT-18', null, { reden }, { sleutel: `casus-afsluiten:${n}`, op: `${dicht}T15:00:00Z` });
    if (weer) schrijf(heropend, 'KT-18', null, {}, { sleutel: `casus-heropenen:${n}` });
    maakThuis(n, leerling, open);
    if (getal() < 0.1) vrij.push({ vrijstelling_id: id(4, n), casus_id: casus, soort: ['ONTHEFFING', 'VRIJSTELLING_INSCHRIJVING', 'VRIJSTELLING_SCHOOLBEZOEK'][kies(3)], ingangsdatum: dag(open, 20 + kies(60)), einddatum: dag(open, 90 + kies(200)), vastgelegd_op: `${dag(open, 18)}T10:00:00Z`, sleutel: `v${n}` });
    if (getal() < 0.7) schrijf(dag(open, kies(12)), 'VR-04', 'vrijstelling-advies', {});
    const besproken = dag(open, 4 + kies(8));
    if (getal() < 0.8) schrijf(besproken, 'KT-01b', 'bespreking-team', { datum: besproken });
    if (getal() < 0.9) schrijf(dag(open, 2), 'KT-01a', 'gesprek-ouders', getal() < 0.1 ? { oudersNietBereikt: true } : { gesprekDatum: dag(open, kies(11)) });
    if (getal() < 0.6) {
      const t0 = dag(open, 14 + kies(10));
      schrijf(t0, 'KT-07b', 'escalatiegesprek', { gesprekDatum: t0 }, { rol: 'regisseur-swv', uren: 1 + kies(6) });
      if (getal() < 0.8) schrijf(dag(t0, 15 + kies(25)), 'KT-14', 'perspectief', { wachtlijst: kies(2) ? 'ja' : 'nee', wachttijdWeken: kies(15), aanbodplek: kies(2) ? 'SBO' : 'JEUGDHULP_BEHANDELING' }, { uren: 2, rol: 'regisseur-swv' });
    }
    for (let op = dag(open, 5); op <= vandaag && getal() < 0.93; op = dag(op, 4 + kies(14))) schrijf(op, 'KT-06w', 'verzuimweek', {});
    if (getal() < 0.3) schrijf(dag(open, 12), 'JG-02', 'jgz-oproep', { verschenen: kies(2) ? 'ja' : 'nee' });
    if (getal() < 0.3) inspectie.push({ inspectie_id: id(5, n), casus_id: casus, soort: kies(2) ? 'AOT_AANVRAAG' : 'AOT_MELDING', categorie: ['A', 'B', 'D'][kies(3)], ingediend_op: `${dag(open, 20)}T10:00:00Z`, besluit_op: kies(2) ? `${dag(open, 35 + kies(30))}T10:00:00Z` : null, sleutel: `i${n}` });
  }
  await sql`insert into leerling (leerling_id, brin, leerlingnummer, roepnaam, achternaam, geboortedatum, groep, groep_schooljaar, woonplaats, woongemeente, ingeschreven)
    select leerling_id, brin, leerlingnummer, 'x', 'x', geboortedatum, groep, '2024-2025', 'x', woongemeente, true from jsonb_to_recordset(${JSON.stringify(leerlingen)}::jsonb) as r(leerling_id uuid, brin text, leerlingnummer text, geboortedatum date, groep int, woongemeente text)`.execute(db);
  await sql`insert into casus (casus_id, casusnummer, leerling_id, brin, route, status, geopend_op, afgesloten_op, reden, uren_raming_min, uren_raming_max, klachten, patroon_verzuim, datum_signaal, complexe_gedragsvraag, proces_instantie_key, aanmeld_sleutel)
    select casus_id, casusnummer, leerling_id, brin, route, case when afgesloten_op is null then 'open' else 'afgesloten' end, geopend_op, afgesloten_op, reden, case when raming then 6 end, case when raming then 10 end, 'x', 'x', '2025-09-01', false, casusnummer, casusnummer
    from jsonb_to_recordset(${JSON.stringify(casussen)}::jsonb) as r(casus_id uuid, casusnummer text, leerling_id uuid, brin text, route text, geopend_op timestamptz, afgesloten_op timestamptz, reden text, raming boolean)`.execute(db);
  await sql`insert into thuisperiode (periode_id, leerling_id, eerste_dag, nergens_ingeschreven_sinds, nergens_ingeschreven_tot, eind_dag, einde_reden, bepaald_op)
    select periode_id, leerling_id, eerste_dag, sinds, tot, eind_dag, reden, now() from jsonb_to_recordset(${JSON.stringify(perioden)}::jsonb) as r(periode_id uuid, leerling_id uuid, eerste_dag date, sinds date, tot date, eind_dag date, reden text)`.execute(db);
  await sql`insert into vrijstelling (vrijstelling_id, casus_id, soort, ingangsdatum, einddatum, uitgeschreven, vastgelegd_op, sleutel)
    select vrijstelling_id, casus_id, soort, ingangsdatum, einddatum, false, vastgelegd_op, sleutel from jsonb_to_recordset(${JSON.stringify(vrij)}::jsonb) as r(vrijstelling_id uuid, casus_id uuid, soort text, ingangsdatum date, einddatum date, vastgelegd_op timestamptz, sleutel text)`.execute(db);
  await sql`insert into logboek_regel (regel_id, casus_id, volgnummer, tijdstip, stap, formulier, actie, actor, rol, uitkomst, velden, uren_besteed, voorgeschiedenis, sleutel)
    select gen_random_uuid(), casus, nr, op, stap, formulier, 'x', rol, rol, 'x', velden, uren, false, sleutel from jsonb_to_recordset(${JSON.stringify(regels)}::jsonb) as r(casus uuid, nr int, op timestamptz, stap text, formulier text, rol text, velden jsonb, uren double precision, sleutel text)`.execute(db);
  await sql`insert into inspectie (inspectie_id, casus_id, soort, categorie, ingediend_op, besluit_op, sleutel)
    select inspectie_id, casus_id, soort, categorie, ingediend_op, besluit_op, sleutel from jsonb_to_recordset(${JSON.stringify(inspectie)}::jsonb) as r(inspectie_id uuid, casus_id uuid, soort text, categorie text, ingediend_op timestamptz, besluit_op timestamptz, sleutel text)`.execute(db);

  /** Een of twee perioden thuis, zonder overlap; de laatste loopt soms nog. */
  function maakThuis(n: number, leerling: string, open: string): void {
    let begin = dag(open, kies(25) - 6);
    for (let keer = 0; keer < 2 && begin <= vandaag && getal() < (keer === 0 ? 0.75 : 0.35); keer++) {
      const eind = dag(begin, [5 + kies(22), 28 + kies(70), 90 + kies(10), 85 + kies(150)][kies(4)]!);
      const loopt = getal() < 0.25 || eind > vandaag;
      const sinds = getal() < 0.12 ? dag(begin, kies(20)) : null;
      const tot = sinds !== null && getal() < 0.5 && dag(sinds, 15) <= (loopt ? vandaag : eind) ? dag(sinds, 15) : null;
      perioden.push({ periode_id: id(3, 10 * n + keer), leerling_id: leerling, eerste_dag: begin, sinds, tot, eind_dag: loopt ? null : eind, reden: loopt ? null : eind < dag(begin, 28) && sinds === null ? 'WEER_OP_SCHOOL' : REDENEN[kies(4)] });
      if (loopt) return;
      begin = dag(eind, 10 + kies(240));
    }
  }
}
