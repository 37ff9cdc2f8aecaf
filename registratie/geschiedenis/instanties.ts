import { sql } from 'kysely';
import type { Connection } from '../register.ts';

/** Een instantie zoals zij gelezen is, zonder waar zij bij hoort. */
export interface NieuweInstantie {
  readonly sleutel: string;
  readonly proces: string;
  readonly begonnen: Date;
  readonly ouder: string | null;
  readonly ouderBezoek: string | null;
}

/** Waar een instantie bij hoort. `pad` leeg (null): nog niet bekend. */
export interface Plaatsing {
  readonly casusId: string | null;
  readonly route: string | null;
  readonly pad: readonly string[] | null;
}

export type Instantie = NieuweInstantie & Plaatsing & { readonly brin: string | null };

/** Wie er al staat blijft zoals hij is: een instantie verandert niet van ouder. */
export async function bewaarInstanties(db: Connection, instanties: readonly NieuweInstantie[]): Promise<void> {
  if (instanties.length === 0) return;
  const rijen = instanties.map((i) => ({ sleutel: i.sleutel, proces: i.proces, begonnen: i.begonnen, ouder: i.ouder, ouder_bezoek: i.ouderBezoek }));
  await sql`insert into proces_instantie (sleutel, proces, begonnen, ouder, ouder_bezoek)
    select sleutel, proces, begonnen, ouder, ouder_bezoek
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as x(sleutel text, proces text, begonnen timestamptz, ouder text, ouder_bezoek text)
    on conflict (sleutel) do nothing`.execute(db);
}

/** Deze instanties, voor zover bekend, met de school van hun casus. */
export async function leesInstanties(db: Connection, sleutels: readonly string[]): Promise<Instantie[]> {
  if (sleutels.length === 0) return [];
  return db
    .selectFrom('procesInstantie as i')
    .leftJoin('casus as c', 'c.casusId', 'i.casusId')
    .select(['i.sleutel', 'i.proces', 'i.begonnen', 'i.ouder', 'i.ouderBezoek', 'i.casusId', 'i.route', 'i.pad', 'c.brin'])
    .where('i.sleutel', '=', sql<string>`any(${[...sleutels]})`)
    .execute();
}

export async function bewaarPlaatsingen(db: Connection, plaatsingen: readonly ({ sleutel: string } & Plaatsing)[]): Promise<void> {
  if (plaatsingen.length === 0) return;
  const rijen = plaatsingen.map((p) => ({ sleutel: p.sleutel, casus_id: p.casusId, route: p.route, pad: p.pad }));
  await sql`update proces_instantie i set casus_id = x.casus_id, route = x.route, pad = case when x.pad = 'null'::jsonb then null else array(select jsonb_array_elements_text(x.pad)) end
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as x(sleutel text, casus_id uuid, route text, pad jsonb) where i.sleutel = x.sleutel`.execute(db);
}

/** De casus van instanties die een casus openden of heropenden. */
export async function leesCasusVanInstanties(db: Connection, sleutels: readonly string[]): Promise<{ sleutel: string; casusId: string }[]> {
  if (sleutels.length === 0) return [];
  const { rows } = await sql<{ sleutel: string; casusId: string }>`
    select c.proces_instantie_key as sleutel, c.casus_id from casus c where c.proces_instantie_key = any(${[...sleutels]})
    union
    select a.proces_instantie_key, c.casus_id from casus_aanmelding a join casus c using (casus_id)
      where a.proces_instantie_key = any(${[...sleutels]}) and a.uitkomst in ('geopend', 'heropend')`.execute(db);
  return rows;
}

/** De route van deze casussen; een casus die er niet (meer) is ontbreekt. */
export async function leesRoutes(db: Connection, casusIds: readonly string[]): Promise<Map<string, { route: string; brin: string }>> {
  if (casusIds.length === 0) return new Map();
  const rijen = await db.selectFrom('casus').select(['casusId', 'route', 'brin']).where('casusId', '=', sql<string>`any(${[...casusIds]}::uuid[])`).execute();
  return new Map(rijen.map(({ casusId, ...rest }) => [casusId, rest]));
}

/** Instanties waarvan nog niet bekend is waar zij bij horen, oudste eerst. Wat al een dag zonder casus is, hoort bij geen. */
export async function leesLosseInstanties(db: Connection, sinds: Date, hoogstens: number): Promise<string[]> {
  const rijen = await db
    .selectFrom('procesInstantie').select('sleutel')
    .where((eb) => eb.or([eb('pad', 'is', null), eb('casusId', 'is', null)]))
    .where('begonnen', '>=', sinds)
    .orderBy('begonnen').limit(hoogstens).execute();
  return rijen.map(({ sleutel }) => sleutel);
}
