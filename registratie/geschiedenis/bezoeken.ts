import { sql } from 'kysely';
import type { Connection } from '../register.ts';
import type { Datum, Toestand } from '../schema.ts';
import { NIEUWE_WIJZIGING } from './wijziging.ts';

/** Een bezoek, met waar het bij hoort en hoe lang het duurde. */
export interface Bezoek {
  readonly sleutel: string;
  readonly proces: string;
  readonly versie: number;
  readonly element: string;
  readonly soort: string;
  readonly instantie: string;
  readonly begonnen: Date;
  readonly geeindigd: Date | null;
  readonly toestand: Toestand;
  readonly casusId: string | null;
  readonly route: string | null;
  readonly stap: string | null;
  readonly uiterlijk: Date | null;
  readonly eindDag: Datum | null;
  readonly schooljaar: string | null;
  readonly kalenderdagen: number | null;
  readonly schooldagen: number | null;
}

/**
 * Bewaart bezoeken; hetzelfde bezoek nog eens is hetzelfde bezoek, met wat er intussen aan veranderde (einde, element en
 * versie na een migratie). De termijn blijft die van de eerste keer. Wat al in de sommen zit verandert niet meer.
 * @returns hoeveel rijen nieuw of anders zijn
 */
export async function bewaarBezoeken(db: Connection, bezoeken: readonly Bezoek[]): Promise<number> {
  if (bezoeken.length === 0) return 0;
  const rijen = bezoeken.map((b) => ({
    sleutel: b.sleutel, proces: b.proces, versie: b.versie, element: b.element, soort: b.soort, instantie: b.instantie, begonnen: b.begonnen, geeindigd: b.geeindigd, toestand: b.toestand,
    casus_id: b.casusId, route: b.route, stap: b.stap, uiterlijk: b.uiterlijk, eind_dag: b.eindDag, schooljaar: b.schooljaar, kalenderdagen: b.kalenderdagen, schooldagen: b.schooldagen,
  }));
  const { rows: [gedaan] } = await sql<{ n: number }>`
    with gedaan as (insert into elementbezoek as e (sleutel, proces, versie, element, soort, instantie, begonnen, geeindigd, toestand, casus_id, route, stap, uiterlijk, eind_dag, schooljaar, kalenderdagen, schooldagen, te_laat)
    select sleutel, proces, versie, element, soort, instantie, begonnen, geeindigd, toestand, casus_id, route, stap, uiterlijk, eind_dag, schooljaar, kalenderdagen, schooldagen, geeindigd > uiterlijk
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as x(sleutel text, proces text, versie int, element text, soort text, instantie text, begonnen timestamptz, geeindigd timestamptz, toestand text,
      casus_id uuid, route text, stap text, uiterlijk timestamptz, eind_dag date, schooljaar text, kalenderdagen int, schooldagen int)
    on conflict (sleutel) do update set
      proces = excluded.proces, versie = excluded.versie, element = excluded.element, geeindigd = excluded.geeindigd, toestand = excluded.toestand,
      casus_id = coalesce(excluded.casus_id, e.casus_id), route = coalesce(excluded.route, e.route), stap = excluded.stap, uiterlijk = coalesce(e.uiterlijk, excluded.uiterlijk),
      eind_dag = excluded.eind_dag, schooljaar = excluded.schooljaar, kalenderdagen = excluded.kalenderdagen, schooldagen = excluded.schooldagen, te_laat = excluded.geeindigd > coalesce(e.uiterlijk, excluded.uiterlijk)
    where not e.geteld
      and (e.toestand in ('open', 'vermist') or excluded.toestand <> 'open')
      and (e.proces, e.versie, e.element, e.geeindigd, e.toestand, e.casus_id, e.stap) is distinct from (excluded.proces, excluded.versie, excluded.element, excluded.geeindigd, excluded.toestand, coalesce(excluded.casus_id, e.casus_id), excluded.stap)
      returning 1
    ), anders as (${NIEUWE_WIJZIGING} where exists (select from gedaan))
    select count(*)::int as n from gedaan`.execute(db);
  return gedaan!.n;
}

/** Wat het register als open kent: het element en de versie, om te zien of er iets veranderde. */
export function leesOpenBezoeken(db: Connection): Promise<{ sleutel: string; instantie: string; element: string; versie: number; proces: string }[]> {
  return db.selectFrom('elementbezoek').select(['sleutel', 'instantie', 'element', 'versie', 'proces']).where('toestand', '=', 'open').execute();
}

/** De engine kent deze bezoeken niet meer. */
export async function meldVermist(db: Connection, sleutels: readonly string[]): Promise<void> {
  if (sleutels.length === 0) return;
  await sql`with gedaan as (update elementbezoek set toestand = 'vermist' where sleutel = any(${[...sleutels]}) and toestand = 'open' returning 1)
    ${NIEUWE_WIJZIGING} where exists (select from gedaan)`.execute(db);
}

/** Bezoeken zonder casus, van instanties die er intussen wel een hebben. */
export async function leesLosseBezoeken(db: Connection, hoogstens: number): Promise<Bezoek[]> {
  return db
    .selectFrom('elementbezoek as e').innerJoin('procesInstantie as i', 'i.sleutel', 'e.instantie')
    .select(['e.sleutel', 'e.proces', 'e.versie', 'e.element', 'e.soort', 'e.instantie', 'e.begonnen', 'e.geeindigd', 'e.toestand', 'e.casusId', 'e.route', 'e.stap', 'e.uiterlijk', 'e.eindDag', 'e.schooljaar', 'e.kalenderdagen', 'e.schooldagen'])
    .where('e.casusId', 'is', null).where('i.casusId', 'is not', null)
    .limit(hoogstens).execute();
}

/** Het element van deze bezoeken. */
export async function leesElementen(db: Connection, sleutels: readonly string[]): Promise<Map<string, string>> {
  if (sleutels.length === 0) return new Map();
  const rijen = await db.selectFrom('elementbezoek').select(['sleutel', 'element']).where('sleutel', '=', sql<string>`any(${[...sleutels]})`).execute();
  return new Map(rijen.map(({ sleutel, element }) => [sleutel, element]));
}

/** Wat een taak zelf als einddatum kreeg, zolang zij openstaat. */
export async function leesTaaktermijnen(db: Connection, sleutels: readonly string[]): Promise<Map<string, Date>> {
  if (sleutels.length === 0) return new Map();
  const rijen = await db.selectFrom('openTaak').select(['elementInstanceKey', 'uiterlijk']).where('elementInstanceKey', '=', sql<string>`any(${[...sleutels]})`).execute();
  return new Map(rijen.map((r) => [r.elementInstanceKey, r.uiterlijk]));
}
