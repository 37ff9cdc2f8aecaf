import { sql, type Kysely } from 'kysely';

/**
 * Een kind gaat tijdens zijn casus naar een andere school. De nieuwe school en haar mensen wachten bij de wijziging op hun dag.
 * Krijgt de casus daardoor een andere regie, dan begint haar route opnieuw waar het kind was; sinds wanneer staat bij de casus,
 * zodat een taak die opnieuw wordt gevraagd de antwoorden van daarvoor meekrijgt.
 */
const statements = [
  `alter table wijziging drop constraint wijziging_soort_check`,
  `alter table wijziging add check (soort in ('contact', 'groep', 'school'))`,
  `alter table wijziging add column school jsonb`,
  `alter table wijziging add check ((soort = 'school') = (school is not null))`,
  `alter table casus add column route_gewisseld_op timestamptz`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
