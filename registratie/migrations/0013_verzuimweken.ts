import { sql, type Kysely } from 'kysely';

/**
 * Over welke schoolweken de school iets heeft gezegd, en tot welke dag de dagen thuis van een stand zijn geteld. Verzuim
 * hoort bij het kind: een week die in een vorige casus is beantwoord, hoeft niet nog eens.
 */
const statements = [
  `create table beantwoorde_week (
     leerling_id uuid not null references leerling on delete cascade,
     maandag date not null check (extract(isodow from maandag) = 1),
     op timestamptz not null,
     primary key (leerling_id, maandag)
   )`,
  // Een lopende casus: tot haar jongste stand gaf de school het verzuim al door.
  `insert into beantwoorde_week (leerling_id, maandag, op)
     select c.leerling_id, week::date, max(s.ontvangen_op)
     from casus c
     join verzuimstand s using (casus_id)
     cross join lateral generate_series(date_trunc('week', c.geopend_op), s.peildatum - interval '4 days', interval '7 days') week
     group by 1, 2`,
  `alter table verzuimstand add column thuis_tot date`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
