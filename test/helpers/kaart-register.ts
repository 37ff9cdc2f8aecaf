import { sql } from 'kysely';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import type { BronInstantie } from '../../domein/geschiedenis/bron.ts';
import type { Register } from '../../registratie/register.ts';
import { makeRandom } from '../../scripts/demo/random.ts';
import { kalenders, NepGeschiedenis, TERMIJNEN } from './geschiedenis.ts';

const DAG = 86_400_000;
/** Scholen van klein naar groot, met hun bestuur en gemeente. */
const SCHOLEN = ['De Brug|Gorinchem', 'De Brug|Gorinchem', 'De Brug|Sliedrecht', 'De Brug|Sliedrecht', 'De Brug|Gorinchem', 'Wijs|Sliedrecht', 'Wijs|Gorinchem', 'Wijs|Molenlanden', 'Klein|Molenlanden', 'Klein|Sliedrecht', 'Alleen|Molenlanden', 'De Brug|Gorinchem'];
/** De fasen van een route met hun taken; de kans dat een kind erlangs komt. */
const FASEN = {
  kernteam: [['KT_01', 'leerling-bespreken', 1], ['KT_02', 'verzuim-vastleggen', 1], ['KT_04', 'logboek-starten', 1], ['KT_13b', 'maatwerk-herwegen', 0.25]],
  'geen-kernteam': [['GK_01', 'leerling-bespreken', 1], ['GK_02', 'verzuim-vastleggen', 1], ['GK_04', 'logboek-starten', 1], ['GK_12b', 'maatwerk-herwegen', 0.15]],
} as const;
const TAKEN: Record<string, readonly string[]> = { 'leerling-bespreken': ['SP_GESPREK_OUDERS>gesprek_ouders', 'gw_besproken', 'SP_TEAM>team_bespreken'], 'verzuim-vastleggen': ['SP_VASTLEGGEN>verzuim_vastleggen'], 'logboek-starten': ['logboek_starten'], 'maatwerk-herwegen': ['maatwerk_afwegen'] };

/**
 * Een register met veel kleine hoeken: scholen van klein tot groot, twee routes, anderhalf schooljaar, kinderen die vaker langskomen,
 * die nog ergens zijn of die werden weggehaald. De geschiedenis wordt gelezen zoals zij uit de engine komt.
 * @param nu tot wanneer er van alles gebeurt
 */
export async function zaaiKaartregister(register: Register, aantal: number, nu: Date, zaad = 'kaartregister'): Promise<void> {
  const toeval = makeRandom(zaad);
  const kies = (n: number): number => toeval.onder(n);
  const keuze = makeRandom(`${zaad}: keuzes`);
  const bron = new NepGeschiedenis(1_000);
  await sql`insert into school (brin, naam, schooltype, plaats, email, heeft_kernteam, gebied, schoolbestuur)
    select lpad((10 + (n - 1))::text, 2, '0') || 'AB', 'School ' || n, 'BAO', split_part(s, '|', 2), 's@example.org', true, 'Gebied', split_part(s, '|', 1) from unnest(${SCHOLEN}::text[]) with ordinality as x(s, n)`.execute(register.db);
  const rijen = Array.from({ length: aantal }, (_, n) => {
    const school = Math.min(SCHOLEN.length - 1, Math.floor(Math.sqrt(kies(SCHOLEN.length ** 2))));
    const begin = nu.getTime() - (5 + kies(400)) * DAG;
    const route = (school % 3 === 0) !== (kies(12) === 0) ? 'geen-kernteam' : 'kernteam';
    const frame = bron.start('casus', new Date(begin).toISOString());
    const klaar = loop(frame, route, begin);
    return {
      n, pi: frame.key, route, op: new Date(begin), dicht: klaar, brin: `${10 + school}AB`, groep: 1 + Math.min(7, kies(4) + kies(5)), gemeente: kies(12) === 0 ? 'Gorinchem' : SCHOLEN[school]!.split('|')[1]!,
      reden: ['TERUG_NAAR_SCHOOL', 'TERUG_NAAR_SCHOOL', 'TERUG_NAAR_SCHOOL', 'JEUGDHULP', 'VERHUISD'][kies(5)]!,
    };
  });
  await sql`insert into leerling (leerling_id, brin, leerlingnummer, roepnaam, achternaam, geboortedatum, groep, groep_schooljaar, woonplaats, woongemeente, ingeschreven)
    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, brin, 'L-' || n, 'x', 'x', '2017-01-01', groep, '2025-2026', 'x', gemeente, true from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as r(n int, brin text, groep int, gemeente text)`.execute(register.db);
  await sql`insert into casus (casus_id, casusnummer, leerling_id, brin, route, status, geopend_op, klachten, patroon_verzuim, datum_signaal, complexe_gedragsvraag, proces_instantie_key, aanmeld_sleutel, afgesloten_op, reden)
    select ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '2025-' || n, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, brin, route, case when dicht then 'afgesloten' else 'open' end, op, 'x', 'x', '2025-09-01', false, pi, pi, case when dicht then op end, case when dicht then reden end
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as r(n int, pi text, brin text, route text, op timestamptz, dicht boolean, reden text)`.execute(register.db);
  await leesGeschiedenis({ register, bron, engine: TERMIJNEN, klok: { nu: () => nu }, kalenders });

  /** Eén kind van begin tot waar het nu is. @returns is de casus klaar? */
  function loop(frame: BronInstantie, route: keyof typeof FASEN, begin: number): boolean {
    let op = begin;
    const versie = begin < nu.getTime() - 250 * DAG ? 1 : begin < nu.getTime() - 60 * DAG ? 2 : 3;
    const iso = (): string => new Date(Math.min(op, nu.getTime() - 3_600_000)).toISOString();
    const bezoek = (instantie: BronInstantie, element: string, soort: string) => {
      const nieuw = bron.bezoek(instantie, element, soort, iso());
      nieuw.definition = bron.model(instantie.processId, versie);
      return nieuw;
    };
    const roep = bezoek(frame, 'route_doorlopen', 'CALL_ACTIVITY');
    const routeInstantie = bron.start(route, iso(), roep);
    for (const [element, proces, kans] of FASEN[route]) {
      if (toeval.onder(100) >= kans * 100) continue;
      for (let keer = 0; keer < 1 + Number(kies(6) === 0); keer++) {
        const fase = bezoek(routeInstantie, element, 'CALL_ACTIVITY');
        const instantie = bron.start(proces, iso(), fase);
        for (const taak of TAKEN[proces]!) {
          const [om, in_] = taak.split('>');
          const open = [bezoek(instantie, om!, in_ ? 'SUB_PROCESS' : om!.startsWith('gw') ? 'EXCLUSIVE_GATEWAY' : 'USER_TASK'), ...(in_ ? [bezoek(instantie, in_, 'USER_TASK')] : [])];
          if (!om!.startsWith('gw')) op += kies(14) * DAG;
          if (op >= nu.getTime()) return false;
          const weg = kies(25) === 0;
          for (const b of open.reverse()) bron.eindig(b, iso(), weg ? 'TERMINATED' : 'COMPLETED');
          if (om === 'SP_TEAM' && !weg) overleg(instantie);
          // Wie nog niet verder kan, is nog in de fase zelf.
          if (kies(16) === 0) return false;
        }
        bron.eindig(fase, iso());
      }
    }
    bron.eindig(roep, iso());
    return true;

    /** Een keuze waarvan elke pijl te tellen is; dit jaar vaker Ja dan vorig jaar. */
    function overleg(instantie: BronInstantie): void {
      const ja = keuze.onder(100) < (versie === 1 ? 35 : 55);
      for (const [element, soort] of [['gw_ot', 'EXCLUSIVE_GATEWAY'], ...(ja ? [['SP_OT_BREED', 'SUB_PROCESS'], ['ot_breed_bespreken', 'USER_TASK']] : []), ['gw_ot_samen', 'EXCLUSIVE_GATEWAY'], ['EE_besproken', 'END_EVENT']] as [string, string][]) bron.eindig(bezoek(instantie, element, soort), iso());
    }
  }
}
