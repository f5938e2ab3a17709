#!/bin/sh
# Runs once, on an empty volume, as the superuser of the image: one database for each service, owned by a login of its own.
# Every login may take the group roles of its own service and nothing else.
set -eu

run() { psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" "$@"; }

# prepare SERVICE PASSWORD GROUP...
prepare() {
  service=$1
  password=$2
  shift 2
  run --dbname postgres --set login="haven_${service}_login" --set database="haven_$service" --set password="$password" <<'SQL'
CREATE ROLE :"login" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
CREATE DATABASE :"database" OWNER :"login" ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
SQL
  for group in "$@"; do
    run --dbname postgres --command "CREATE ROLE $group NOLOGIN" --command "GRANT $group TO haven_${service}_login"
  done
  for extension in postgis btree_gist intarray pg_trgm unaccent; do
    run --dbname "haven_$service" --command "CREATE EXTENSION $extension SCHEMA public"
  done
}

prepare registry "$HAVEN_REGISTRY_DATABASE_PASSWORD" haven_registry haven_vault
prepare capacity "$HAVEN_CAPACITY_DATABASE_PASSWORD" haven_capacity
prepare matching "$HAVEN_MATCHING_DATABASE_PASSWORD" haven_matching
