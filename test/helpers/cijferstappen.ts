import { sql } from 'kysely';
import type { Register } from '../../registratie/register.ts';

/**
 * Vult een register van `zaaiCijfers` aan met wat de route zelf vastlegt: waar kinderen nu zijn en waar dat te laat is, taken met een termijn,
 * verblijven op een brugplaats (veel van één soort, weinig van de andere) en doorzettingsmacht.
 */
export async function zaaiStappen({ db }: Register, vandaag: string): Promise<void> {
  const casussen = sql`(select *, row_number() over (order by casus_id)::int as n, greatest(least(geopend_op + interval '30 days', ${vandaag}::date - interval '3 days'), geopend_op) as later from casus)`;
  const regel = (naam: string, stap: ReturnType<typeof sql>, formulier: ReturnType<typeof sql>, velden: ReturnType<typeof sql>, wie: ReturnType<typeof sql>, na: number) => sql`
    insert into logboek_regel (regel_id, casus_id, volgnummer, tijdstip, stap, formulier, actie, actor, rol, uitkomst, velden, voorgeschiedenis, sleutel)
    select gen_random_uuid(), casus_id, 90000 + 10 * n + ${na}, later + make_interval(days => ${na}), ${stap}, ${formulier}, 'x', 'systeem', 'systeem', 'x', ${velden}, false, ${naam} || n from ${casussen} c where ${wie}`.execute(db);
  const brug = sql`case when n % 9 = 0 then 'KDC' when n % 13 = 0 then 'GO' else 'BS' end`;
  await regel('brug-', sql`${brug} || '-hand'`, sql`'brugplaats-handmatig'`, sql`jsonb_build_object('resultaat', 'BESTEMMING', 'startDatum', later::date, 'eindDatum', later::date + 60)`, sql`n % 3 = 0`, 0);
  await regel('brugeinde-', sql`${brug} || '-eind'`, sql`'brugplaats-handmatig'`, sql`jsonb_build_object('resultaat', case when n % 5 = 0 then 'BEHANDELING' else 'TERUGPLAATSING' end, 'eindDatum', later::date + 2)`, sql`n % 6 = 0`, 2);
  await regel('doorzettingsmacht-vastleggen:', sql`'DZ-01'`, sql`null`, sql`'{}'::jsonb`, sql`n % 7 = 0`, 1);
  await regel('doorzettingsmacht-vastleggen:klaar-', sql`'DZ-09'`, sql`null`, sql`jsonb_build_object('status', case when n % 4 = 0 then 'ROUTE_VERVOLGEN' else 'DOORZETTINGSBESLUIT' end)`, sql`n % 14 = 0`, 3);
  await sql`
    insert into elementbezoek (sleutel, proces, versie, element, soort, instantie, begonnen, toestand, casus_id, route, stap, uiterlijk)
    select 'open ' || n || ' ' || keer, 'verzuim-vastleggen', 1, 'stap_' || keer, 'USER_TASK', 'i' || n, later, 'open', casus_id, route, case route when 'kernteam' then 'KT-' else 'GK-' end || lpad((1 + (n * keer) % 5)::text, 2, '0'), case when n % 3 > 0 then ${vandaag}::date + (n % 20 - 12) end
    from ${casussen} c cross join generate_series(1, 2) keer where afgesloten_op is null`.execute(db);
  await sql`
    insert into elementbezoek (sleutel, proces, versie, element, soort, instantie, begonnen, geeindigd, toestand, casus_id, route, stap, uiterlijk)
    select 'klaar ' || n || ' ' || stap, 'duo-melden', 1, 'taak', 'USER_TASK', 'j' || n, geopend_op, later, 'klaar', casus_id, route, stap, later + make_interval(days => n % 8 - 2)
    from ${casussen} c cross join unnest(array['CA-02-1', 'OS-05']) stap where n % 2 = 0`.execute(db);
}
