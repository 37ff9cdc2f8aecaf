import { sql, type Kysely } from 'kysely';

/**
 * Wat een casus aangaat krijgt eigen tabellen en verhuist uit `verwerkt`, zodat die tabel op leeftijd kan worden opgeruimd.
 * Een effect buiten het register (een mail, een opdracht aan de engine) laat voortaan vóór het begint een spoor achter.
 */
const statements = [
  `create table open_grond (
     casus_id uuid not null references casus on delete cascade,
     grond text not null,
     sinds date not null,
     primary key (casus_id, grond)
   )`,
  `insert into open_grond (casus_id, grond, sinds)
     select c.casus_id, v.resultaat ->> 'grond', (v.resultaat ->> 'sinds')::date
     from verwerkt v join casus c on v.sleutel like 'duo-open:' || c.casus_id::text || ':%'`,

  `create table taak_herinnering (
     element_instance_key text primary key,
     casus_id uuid references casus on delete cascade,
     op timestamptz not null
   )`,
  `insert into taak_herinnering (element_instance_key, op)
     select substr(sleutel, length('taken-herinneren:') + 1), op from verwerkt where sleutel like 'taken-herinneren:%'`,

  `create table effect_buiten (
     sleutel text primary key,
     plan jsonb not null,
     begonnen_op timestamptz not null,
     gelukt_op timestamptz,
     resultaat jsonb
   )`,
  `create index effect_buiten_gelukt on effect_buiten (gelukt_op)`,
  `insert into effect_buiten (sleutel, plan, begonnen_op, gelukt_op, resultaat)
     select sleutel, 'null', op, op, resultaat from verwerkt where sleutel like 'proces-starten:%'`,

  `delete from verwerkt where sleutel like 'duo-open:%' or sleutel like 'taken-herinneren:%' or sleutel like 'proces-starten:%'`,
  `create index verwerkt_op on verwerkt (op)`,

  `alter table uitgaand add column wordt_verstuurd_sinds timestamptz`,
  `alter table uitgaand drop constraint uitgaand_status_check`,
  `alter table uitgaand add constraint uitgaand_status_check check (status in ('wacht', 'verzonden', 'dood', 'onzeker'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
