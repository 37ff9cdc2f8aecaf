#!/bin/sh
# Draait één keer, bij het aanmaken van de PostgreSQL-server: naast de databank van Camunda komt die van het register,
# met een eigen gebruiker, zodat de een niet bij de ander kan.
set -eu
psql -v ON_ERROR_STOP=1 -v wachtwoord="$REGISTER_DB_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role routeboek login password :'wachtwoord';
create database routeboek owner routeboek;
revoke connect on database camunda from public;
revoke connect on database routeboek from public;
SQL
