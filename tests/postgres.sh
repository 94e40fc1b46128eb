# source tests/postgres.sh install|start|stop, after tests/debian.sh
# A throw-away PostgreSQL for the tests, in a folder and on a port of its own; start sets INTERVIEW_AGENT_TEST_POSTGRES. It is not there to
# keep anything: it does not wait for the disk.
postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

# The server refuses to run as root.
as_postgres() { if [[ $(id -u) -eq 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi; }

install_postgres() {
  [[ -z "$(postgres_bin)" ]] || return 0
  # Without the cluster that Debian makes by itself: the tests have their own.
  as_root mkdir -p /etc/postgresql-common && echo "create_main_cluster = false" | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
  from_debian PostgreSQL postgresql
}

start_postgres() {
  install_postgres
  local bin; bin="$(postgres_bin)"
  [[ -n "$bin" ]] || return 1
  postgres_folder="$(mktemp -d)" && chmod 755 "$postgres_folder"
  if [[ $(id -u) -eq 0 ]]; then chown postgres "$postgres_folder"; fi
  as_postgres "$bin/initdb" -D "$postgres_folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N >/dev/null || return 1
  local try
  for try in 1 2 3 4 5; do
    local port=$((20000 + RANDOM % 20000))
    if as_postgres "$bin/pg_ctl" -D "$postgres_folder/data" -l "$postgres_folder/log" -w -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_folder \
      -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 -c shared_buffers=256MB" start >/dev/null; then
      export INTERVIEW_AGENT_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      return 0
    fi
  done
  return 1
}

stop_postgres() {
  [[ -n "${postgres_folder:-}" ]] || return 0
  as_postgres "$(postgres_bin)/pg_ctl" -D "$postgres_folder/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$postgres_folder"
}

"$1_postgres"
