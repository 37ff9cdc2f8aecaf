import { sql, type Kysely } from 'kysely';

/**
 * De eerste tabellen (spec deel 3 §2, deel 1 §1.5). Eén opdracht per regel van de lijst, omdat PGlite er één tegelijk neemt.
 * Een migratie verandert nooit meer na de eerste uitlevering: maak een volgende.
 */
const statements = [
  `create sequence leerling_pseudoniem start 100001`,

  `create table school (
     brin text primary key check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
     naam text not null,
     schooltype text not null check (schooltype in ('BAO', 'SBO', 'SO')),
     plaats text not null,
     email text not null,
     heeft_kernteam boolean not null,
     gebied text not null,
     schoolbestuur text not null
   )`,

  `create table leerling (
     leerling_id uuid primary key,
     pseudoniem text not null unique default 'LL-' || lpad(nextval('leerling_pseudoniem')::text, 6, '0'),
     brin text not null references school,
     leerlingnummer text not null,
     roepnaam text not null,
     achternaam text not null,
     geboortedatum date not null,
     groep int not null check (groep between 1 and 8),
     didactische_leeftijd_maanden int check (didactische_leeftijd_maanden between 0 and 100),
     woonplaats text not null,
     woongemeente text not null,
     ingeschreven boolean not null,
     unique (brin, leerlingnummer)
   )`,

  `create table ouder (
     ouder_id uuid primary key,
     leerling_id uuid not null references leerling on delete cascade,
     naam text not null,
     relatie text not null check (relatie in ('ouder', 'verzorger', 'voogd')),
     email text,
     telefoon text,
     gezag boolean not null
   )`,
  `create index ouder_leerling on ouder (leerling_id)`,

  `create table casusteller (jaar int primary key, laatste int not null check (laatste > 0))`,

  `create table casus (
     casus_id uuid primary key,
     casusnummer text not null unique,
     leerling_id uuid not null references leerling,
     brin text not null references school,
     route text not null check (route in ('kernteam', 'geen-kernteam')),
     status text not null default 'open' check (status in ('open', 'afgesloten')),
     geopend_op timestamptz not null,
     klachten text not null,
     patroon_verzuim text not null,
     datum_signaal date not null,
     complexe_gedragsvraag boolean not null,
     soort_problematisch_verzuim text,
     rolverdeling text,
     communicatie text,
     jeugdteam_wijze text,
     bekostigd_door text,
     voorstel_regisseur_schoolbestuur text,
     proces_instantie_key text not null,
     aanmeld_sleutel text not null unique,
     logboek_teller int not null default 0,
     logboek_gestart_op timestamptz,
     uren_raming_min double precision,
     uren_raming_max double precision,
     eind_datum date,
     afgesloten_op timestamptz,
     reden text,
     check ((status = 'afgesloten') = (afgesloten_op is not null))
   )`,
  // Spec deel 3 §2.2.4: hoogstens één lopende casus per leerling. De databank bewaakt het, ook bij twee aanmeldingen tegelijk.
  `create unique index casus_een_open_per_leerling on casus (leerling_id) where status = 'open'`,
  `create index casus_brin on casus (brin)`,

  `create table contact (
     contact_id uuid primary key,
     casus_id uuid not null references casus on delete cascade,
     rol text not null,
     user_id text,
     naam text,
     email text,
     sinds timestamptz not null,
     tot timestamptz,
     check (tot is null or tot >= sinds)
   )`,
  `create unique index contact_een_actief_per_rol on contact (casus_id, rol) where tot is null`,

  `create table aanmelding (
     aanmelding_id uuid primary key,
     sleutel text not null unique,
     gegevens jsonb not null,
     status text not null default 'ontvangen' check (status in ('ontvangen', 'geopend', 'geweigerd')),
     ontvangen_op timestamptz not null
   )`,

  `create table thuiszittersregistratie (
     casus_id uuid primary key references casus on delete cascade,
     leerling_id uuid not null references leerling,
     geboortedatum date not null,
     groep int not null,
     brin text not null references school,
     schoolbestuur text not null,
     route text not null,
     gemeld_op date not null,
     registratie_status text not null,
     dagen_thuis_week double precision check (dagen_thuis_week between 0 and 5),
     escalatie_datum date,
     cyclus int,
     regisseur_swv text,
     contactpersoon_swv text,
     regisseur_schoolbestuur text,
     duo_melding_op date,
     leerplicht_betrokken boolean not null default false,
     jeugdteam_betrokken boolean not null default false,
     cce_geraadpleegd boolean not null default false,
     aot_categorie text,
     aot_gemeld_op date,
     voorliggend text,
     brug_type text,
     brug_start date,
     brug_eind date,
     bestemming text,
     eind_datum date,
     reden text,
     resultaat text,
     kwartaal text check (kwartaal ~ '^[0-9]{4}-Q[1-4]$'),
     notitie text
   )`,
  `create index thuiszittersregistratie_kwartaal on thuiszittersregistratie (kwartaal)`,

  `create table logboek_regel (
     regel_id uuid primary key,
     casus_id uuid not null references casus on delete cascade,
     volgnummer int not null check (volgnummer > 0),
     tijdstip timestamptz not null,
     stap text not null,
     actie text not null,
     actor text not null,
     rol text,
     uitkomst text not null,
     velden jsonb not null,
     uren_besteed double precision check (uren_besteed between 0 and 24),
     vervolgactie text,
     vervolgdatum date,
     voorgeschiedenis boolean not null,
     sleutel text not null unique,
     unique (casus_id, volgnummer)
   )`,
  // Spec deel 3 §2.2.7: alleen toevoegen. Verwijderen kan slechts bij een bewuste AVG-verwijdering, die dit met set local aankondigt.
  `create function logboek_alleen_toevoegen() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' and current_setting('routeboek.verwijderen', true) = 'ja' then
       return old;
     end if;
     raise exception 'Het logboek is alleen-toevoegen: maak een nieuwe regel die de oude verbetert.';
   end $$`,
  `create trigger logboek_regel_alleen_toevoegen before update or delete on logboek_regel
     for each row execute function logboek_alleen_toevoegen()`,

  `create table duo (
     duo_id uuid primary key,
     casus_id uuid not null references casus on delete cascade,
     soort text not null check (soort in ('REGISTRATIE', 'MELDING')),
     gronden text[] not null,
     periode_van date,
     periode_tot date,
     uren_ongeoorloofd double precision,
     aantal_te_laat int,
     acties_school text,
     gemeld_op timestamptz not null,
     status text not null check (status in ('INGEDIEND', 'IN_BEHANDELING', 'TERUGGEKOPPELD')),
     terugkoppeling jsonb,
     sleutel text not null unique,
     check (periode_tot is null or periode_tot >= periode_van)
   )`,
  `create index duo_casus on duo (casus_id)`,

  `create table verzuim_regel (
     casus_id uuid not null references casus on delete cascade,
     datum date not null,
     dagdelen int not null check (dagdelen between 0 and 2),
     uren double precision not null check (uren between 0 and 8),
     soort text not null check (soort in ('ONGEOORLOOFD', 'VERMOEDELIJK_ONGEOORLOOFD', 'ZIEKTE', 'GEOORLOOFD_OVERIG', 'LUXE')),
     gemeld_in uuid references duo,
     primary key (casus_id, datum)
   )`,
  `create table te_laat (
     casus_id uuid not null references casus on delete cascade,
     datum date not null,
     moment text not null,
     gemeld_in uuid references duo,
     primary key (casus_id, datum, moment)
   )`,
  `create table verzuimstand (
     casus_id uuid not null references casus on delete cascade,
     peildatum date not null,
     uren_ongeoorloofd4wk double precision not null,
     aantal_te_laat int not null,
     dagen_thuis_week double precision not null,
     weken_aaneen_meer_dan3_dagen int not null,
     aaneengesloten_ongeoorloofd_dagen int not null,
     pct_verzuim2wk double precision not null,
     dagen_afwezig15wk double precision not null,
     twee_weken_grote_moeite boolean not null,
     luxe_verzuim boolean not null,
     jgz_geen_gehoor boolean not null,
     escalatiegesprek_gevoerd boolean not null,
     aard text not null,
     ontvangen_op timestamptz not null,
     primary key (casus_id, peildatum)
   )`,

  `create table inspectie (
     inspectie_id uuid primary key,
     casus_id uuid references casus on delete cascade,
     soort text not null check (soort in ('AOT_MELDING', 'AOT_AANVRAAG', 'KWARTAAL')),
     categorie text,
     uren_per_week double precision,
     van date,
     tot date,
     opp_aanwezig boolean,
     eerder_verzoek boolean,
     ingediend_op timestamptz not null,
     besluit text,
     besluit_op timestamptz,
     sleutel text not null unique,
     check (tot is null or tot >= van)
   )`,
  `create table lvs (
     casus_id uuid not null references casus on delete cascade,
     datum date not null,
     uitkomst text not null,
     afspraken text,
     primary key (casus_id, datum)
   )`,

  `create table uitgaand (
     id bigint generated always as identity primary key,
     casus_id uuid references casus on delete cascade,
     melding text not null,
     aan_rol text not null,
     adres text,
     onderwerp text not null,
     tekst text not null,
     message_id text not null unique,
     sleutel text not null unique,
     status text not null default 'wacht' check (status in ('wacht', 'verzonden', 'dood')),
     pogingen int not null default 0,
     volgende_poging timestamptz,
     laatste_fout text,
     aangemaakt_op timestamptz not null,
     verzonden_op timestamptz,
     check (status <> 'wacht' or (adres is not null and volgende_poging is not null))
   )`,
  `create index uitgaand_wacht on uitgaand (volgende_poging, id) where status = 'wacht'`,
  `create index uitgaand_casus on uitgaand (casus_id)`,

  `create table verwerkt (
     sleutel text primary key,
     resultaat jsonb not null,
     op timestamptz not null default now()
   )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const job of statements) await sql.raw(job).execute(db);
}
