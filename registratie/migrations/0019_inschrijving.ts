import { sql, type Kysely } from 'kysely';

/**
 * Absoluut verzuim heeft een begin en een einde: staat het kind weer ergens ingeschreven, dan loopt zijn klok door tot het er
 * echt naar school gaat. En een aanmelding kan vanaf nu ook betekenen dat het kind naar een andere school ging.
 */
const statements = [
  `alter table thuisperiode add column nergens_ingeschreven_tot date`,
  `alter table thuisperiode add check (nergens_ingeschreven_tot is null or nergens_ingeschreven_sinds is not null)`,
  `alter table casus_aanmelding drop constraint casus_aanmelding_uitkomst_check`,
  `alter table casus_aanmelding add check (uitkomst in ('geopend', 'heropend', 'loopt-al', 'al-bekend', 'andere-school'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
