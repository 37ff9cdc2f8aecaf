#!/bin/sh
# Draait één keer, bij het aanmaken van de PostgreSQL-server. Elke toepassing krijgt een eigen gebruiker met een eigen databank:
# de engine kan het register van de kinderen niet lezen, en omgekeerd. Geen van beide is beheerder van de server (dat is de
# gebruiker postgres, die alleen hier wordt gebruikt). Nog eens draaien mag: dan worden de rechten en wachtwoorden hersteld.
set -eu
psql -v ON_ERROR_STOP=1 -v engine="$CAMUNDA_DB_PASSWORD" -v register="$REGISTER_DB_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
select format('create role %I', naam) from unnest(array['camunda', 'routeboek']) naam where not exists (select from pg_roles where rolname = naam) \gexec
alter role camunda with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'engine';
alter role routeboek with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'register';
select format('create database %I owner %I', naam, naam) from unnest(array['camunda', 'routeboek']) naam where not exists (select from pg_database where datname = naam) \gexec
select format('alter database %I owner to %I', naam, naam) from unnest(array['camunda', 'routeboek']) naam \gexec
select format('revoke all on database %I from public', datname) from pg_database \gexec
SQL
