import { sql, type Kysely } from 'kysely';

/**
 * De aanvragen van een AV1-robot of KlasseContact, en welke robot bij welk kind is (routeboek r. 555–587). Een robot staat bij
 * hoogstens één aanvraag en een casus heeft hoogstens één aanvraag die nog loopt: dat bewaakt de databank zelf.
 */
const statements = [
  `create table av1 (
     instantie text primary key,
     casus_id uuid not null references casus on delete cascade,
     stand text not null check (stand in ('AANGEVRAAGD', 'WACHT', 'TOEGEWEZEN', 'UIT', 'KLASSECONTACT', 'INNEMEN', 'HERSTEL', 'BUITEN_GEBRUIK', 'AFGESLOTEN')),
     robot integer check (robot > 0),
     aangevraagd_op timestamptz not null,
     wacht_sinds timestamptz,
     gestart_op timestamptz,
     einde_reden text check (einde_reden in ('AFGEWEZEN', 'INGETROKKEN', 'GESTOPT', 'INGESCHREVEN', 'VERZUIM_GESTOPT', 'ROUTE_BEEINDIGD')),
     afgesloten_op timestamptz,
     check ((robot is not null) = (stand in ('TOEGEWEZEN', 'UIT', 'INNEMEN', 'HERSTEL', 'BUITEN_GEBRUIK'))),
     check (stand <> 'WACHT' or wacht_sinds is not null)
   )`,
  `create unique index av1_robot on av1 (robot) where robot is not null`,
  `create unique index av1_loopt on av1 (casus_id) where stand in ('AANGEVRAAGD', 'WACHT', 'TOEGEWEZEN', 'UIT', 'KLASSECONTACT')`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
