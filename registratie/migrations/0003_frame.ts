import { sql, type Kysely } from 'kysely';

/**
 * Wat een casus in gedeelde fasen nodig heeft. De status en het begin van de vier weken staan bij de casus, want een fase
 * ziet de variabelen van een andere fase niet. Een logboekregel noemt zijn formulier, zodat een antwoord is terug te vinden
 * zonder de stap van een route te kennen. Welke routes er zijn staat niet meer in de tabel maar in de code.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table casus add column verzuimstatus text').execute(db);
  await sql.raw('alter table casus add column vier_weken_sinds date').execute(db);
  await sql.raw('alter table casus drop constraint if exists casus_route_check').execute(db);
  await sql.raw('alter table logboek_regel add column formulier text').execute(db);
}
