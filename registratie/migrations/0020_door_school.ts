import { sql, type Kysely } from 'kysely';

/**
 * Een dag waarop de school zelf de leerling naar huis stuurde (r. 417) is een eigen soort verzuim. Van een stand is voortaan
 * ook bekend of er vermoedelijk ongeoorloofd verzuim bij zit, en of de lopende reeks al als langdurig is gemeld.
 */
const statements = [
  'alter table verzuim_regel drop constraint verzuim_regel_soort_check',
  `alter table verzuim_regel add constraint verzuim_regel_soort_check
     check (soort in ('ONGEOORLOOFD', 'VERMOEDELIJK_ONGEOORLOOFD', 'ZIEKTE', 'GEOORLOOFD_OVERIG', 'LUXE', 'DOOR_SCHOOL'))`,
  'alter table verzuimstand add column vermoedelijk_ongeoorloofd boolean',
  'alter table verzuimstand add column langdurig_gemeld boolean not null default false',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
