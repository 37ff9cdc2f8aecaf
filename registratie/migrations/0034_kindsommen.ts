import { sql, type Kysely } from 'kysely';

/**
 * Sommen waaruit te besluiten is wat samen getoond mag worden (docs/kaart-api.md). `kind_som` telt kinderen zó dat elk verschil
 * tussen twee sommen weer een aantal kinderen is: een kind telt per schooljaar en element één keer, bij zijn eerste geëindigde
 * bezoek van dat jaar, met of het daar dat jaar een termijn had, ooit te laat was en ooit werd afgebroken. Zij is er per maand, en
 * per kenmerk en schooljaar; een school staat er samen met haar bestuur en de gemeente van het kind in (gescheiden door teken 31), want
 * een bestuur is een som van scholen, en wie in een gemeente woont gaat daar meestal naar school.
 * `bezoek_som` houdt alleen nog hoe vaak iets zoveel dagen duurde, nu ook per maand en per versie.
 * De sommen van 0030 zeggen dit niet en worden bij de volgende ronde opnieuw gemaakt uit de bezoeken.
 */
const statements = [
  `drop table bezoek_som`,
  `drop table inhoud_som`,
  `update elementbezoek set geteld = false, eerste = 0 where geteld`,
  `create table bezoek_som (
     soort text not null,
     waarde text not null,
     proces text not null,
     schooljaar text not null,
     route text not null,
     element text not null,
     kalenderdagen int not null,
     schooldagen int not null,
     n int not null,
     primary key (soort, waarde, proces, schooljaar, route, element, kalenderdagen, schooldagen)
   )`,
  `create index bezoek_som_leeg on bezoek_som (n) where n = 0`,
  `create table kind_som (
     soort text not null,
     waarde text not null,
     proces text not null,
     schooljaar text not null,
     route text not null,
     element text not null,
     bezoeken int not null,
     bezoeken_afgebroken int not null,
     kinderen int not null,
     met_termijn int not null,
     te_laat int not null,
     afgebroken int not null,
     primary key (soort, schooljaar, waarde, proces, route, element)
   )`,
  `create index kind_som_leeg on kind_som (bezoeken) where bezoeken = 0`,
  `create table inhoud_som (
     soort text not null,
     waarde text not null,
     proces text not null,
     schooljaar text not null,
     route text not null,
     element text not null,
     met_termijn int not null,
     te_laat int not null,
     kinderen_te_laat int not null,
     kinderen_op_tijd int not null,
     primary key (soort, waarde, proces, schooljaar, route, element)
   )`,
  `create index inhoud_som_leeg on inhoud_som (met_termijn) where met_termijn = 0`,
  // Verandert bij alles waar een cijfer van afhangt: wie twee keer hetzelfde leest, zag twee keer hetzelfde.
  `alter table geschiedenis_stand add column wijziging uuid not null default gen_random_uuid()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
