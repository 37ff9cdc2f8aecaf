import { sql, type Kysely } from 'kysely';

/**
 * Sommen van geëindigde bezoeken, zodat een heatmap niet alle bezoeken hoeft te lezen. `soort` en `waarde` zeggen waarover
 * de som gaat: alles, of één school, schoolbestuur, gemeente, groep of reden. Per aantal dagen een rij, want uit zulke rijen
 * zijn mediaan en p90 precies te bepalen. De kolommen `kinderen_…` tellen elk kind één keer binnen hun bereik.
 */
const statements = [
  `create table casus_feit (
     casus_id uuid primary key references casus on delete cascade,
     brin text not null,
     schoolbestuur text not null,
     gemeente text not null,
     groep int not null,
     reden text not null
   )`,
  `create index casus_feit_brin on casus_feit (brin)`,
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
     afgebroken int not null,
     met_termijn int not null,
     te_laat int not null,
     kinderen_alles int not null,
     kinderen_jaar int not null,
     kinderen_route int not null,
     kinderen_route_jaar int not null,
     primary key (soort, waarde, proces, schooljaar, route, element, kalenderdagen, schooldagen)
   )`,
  `create index bezoek_som_leeg on bezoek_som (n) where n = 0`,
  // Wat er in een aangeroepen proces of deelproces gebeurde, opgeteld bij het element dat het aanriep.
  `create table inhoud_som (
     soort text not null,
     waarde text not null,
     proces text not null,
     schooljaar text not null,
     route text not null,
     element text not null,
     met_termijn int not null,
     te_laat int not null,
     primary key (soort, waarde, proces, schooljaar, route, element)
   )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
