#!/bin/sh
# Databases and schemas of Temporal on PostgreSQL, then the server in the foreground.
# Needs SQL_HOST, SQL_USER, SQL_PASSWORD; takes SQL_PORT (5432), BIND_ON_IP (0.0.0.0), DYNAMIC_CONFIG_FILE_PATH.
set -eu
: "${SQL_HOST:?}" "${SQL_USER:?}" "${SQL_PASSWORD:?}"
export SQL_HOST SQL_USER SQL_PASSWORD SQL_PLUGIN=postgres12 SQL_PORT="${SQL_PORT:-5432}"

for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%%:*}
  schema=${pair##*:}
  temporal-sql-tool --db "$database" create # no error when it is there
  # Version 0 goes only to a database without schema; the update does nothing on an up-to-date one.
  temporal-sql-tool --db "$database" setup-schema -v 0.0
  temporal-sql-tool --db "$database" update-schema --schema-name "postgresql/v12/$schema"
done

export DB=postgres12 DB_PORT="$SQL_PORT" POSTGRES_SEEDS="$SQL_HOST" POSTGRES_USER="$SQL_USER" POSTGRES_PWD="$SQL_PASSWORD"
# Permanent once the databases exist.
export NUM_HISTORY_SHARDS="${NUM_HISTORY_SHARDS:-4}"
export BIND_ON_IP="${BIND_ON_IP:-0.0.0.0}" TEMPORAL_BROADCAST_ADDRESS="${TEMPORAL_BROADCAST_ADDRESS:-127.0.0.1}"
export DYNAMIC_CONFIG_FILE_PATH="${DYNAMIC_CONFIG_FILE_PATH:-/etc/temporal/dynamicconfig.yaml}" LOG_LEVEL="${LOG_LEVEL:-error}"
exec temporal-server --allow-no-auth start
