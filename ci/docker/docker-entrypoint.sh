#!/bin/sh
# Behaves like the official image of PostgreSQL towards its callers: reads POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB,
# initialises once with a server of its own, then starts the real one. So the log says twice that it is ready, and
# callers that wait for the second time (Testcontainers does) find the port open.
set -eu

data=${PGDATA:-/var/lib/postgresql/data}
user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}
PATH=$(echo /usr/lib/postgresql/*/bin):$PATH
export PATH

if [ "${1:-}" != postgres ]; then
  exec "$@"
fi

if [ "$(id -u)" = 0 ]; then
  mkdir -p "$data" /var/run/postgresql
  chown postgres:postgres "$data" /var/run/postgresql
  chmod 700 "$data"
  exec setpriv --reuid=postgres --regid=postgres --init-groups -- "$0" "$@"
fi

if [ ! -s "$data/PG_VERSION" ]; then
  if [ -z "${POSTGRES_PASSWORD:-}" ]; then
    echo "POSTGRES_PASSWORD is not set: give the superuser's password" >&2
    exit 1
  fi
  password_file=$(mktemp)
  printf '%s\n' "$POSTGRES_PASSWORD" >"$password_file"
  initdb -D "$data" -U "$user" --pwfile="$password_file" -E UTF8 --locale=C.UTF-8 \
    --auth-local=trust --auth-host=scram-sha-256
  rm "$password_file"
  printf "listen_addresses = '*'\n" >>"$data/postgresql.conf"
  printf 'host all all all scram-sha-256\n' >>"$data/pg_hba.conf"

  # Not over TCP: no one outside may take it for the real server.
  pg_ctl -D "$data" -w -o "-c listen_addresses=''" start
  if [ "$database" != postgres ]; then
    printf 'CREATE DATABASE :"name";\n' | psql -v ON_ERROR_STOP=1 -v name="$database" -U "$user" -d postgres
  fi
  pg_ctl -D "$data" -m fast -w stop
fi

shift
exec postgres -D "$data" "$@"
