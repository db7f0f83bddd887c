#!/usr/bin/env bash
# Installs what the tests need, builds, runs every test, stops what it started.
# Ends with one line: N passed, N failed, N skipped.
#   --long       many more rounds of every race
#   --no-skips   a skipped test counts as a failure (as on the build server)
#   --filter X   only the tests that dotnet test's filter X names
set -euo pipefail
cd "$(dirname "$0")/.."

allow_skips=true
patience=5m
filter=()
while [ $# -gt 0 ]; do
  case "$1" in
    --long) export AIRLINE_TEST_LONG=1; patience=120m ;;
    --no-skips) allow_skips=false ;;
    --filter) filter=(--filter "$2"); shift ;;
    *) echo "unknown option: $1" >&2; exit 2 ;;
  esac
  shift
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
scratch=$(mktemp -d)
postgres_running=false

stop() {
  if $postgres_running; then as_postgres "$postgres_bin/pg_ctl" -D "$scratch/postgres/data" -m immediate stop >/dev/null 2>&1 || true; fi
  rm -rf "$scratch"
}
trap stop EXIT

install() {
  local missing=()
  command -v chromium-headless-shell >/dev/null || missing+=(chromium-headless-shell)
  compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || missing+=(postgresql)
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "missing: ${missing[*]} (install them, or run as root on Debian)" >&2
    return
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # Older releases have only the whole browser, which is slower to open a window.
  if [ "${missing[0]}" = chromium-headless-shell ] && ! apt-cache show chromium-headless-shell >/dev/null 2>&1; then
    command -v chromium >/dev/null && missing=("${missing[@]:1}") || missing[0]=chromium
  fi
  [ ${#missing[@]} -eq 0 ] && return
  echo "installing ${missing[*]}"
  apt-get install -y -qq --no-install-recommends "${missing[@]}" fonts-liberation >"$scratch/apt.log" 2>&1 || { tail -20 "$scratch/apt.log" >&2; exit 1; }
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# One on which nobody answers, below those that the system gives to outgoing connections.
free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

start_postgres() {
  postgres_bin=$(compgen -G "/usr/lib/postgresql/*/bin" | sort -V | tail -1 || true)
  [ -n "$postgres_bin" ] || return 0
  local port
  port=$(free_port)
  chmod 755 "$scratch"
  mkdir "$scratch/postgres"
  [ "$(id -u)" -ne 0 ] || chown postgres "$scratch/postgres"
  (
    cd "$scratch/postgres"
    as_postgres "$postgres_bin/initdb" -D "$scratch/postgres/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$scratch/initdb.log"
    as_postgres "$postgres_bin/pg_ctl" -D "$scratch/postgres/data" -w -l "$scratch/postgres/log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$scratch/postgres -c max_connections=400 -c fsync=off" start >/dev/null
  )
  postgres_running=true
  export AIRLINE_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres"
}

install
start_postgres
dotnet build AirlineBooking.sln -c Release -v q

# What ships is the published program: the tests that start it as a process find it here.
dotnet publish AirlineBooking.Web -c Release -v q -o "$scratch/published"
export AIRLINE_TEST_PUBLISHED="$scratch/published"

passed=0 failed=0 skipped=0
for project in tests/*.Tests; do
  log="$scratch/$(basename "$project").log"
  # A test that hangs is named after a while, not waited for.
  dotnet test "$project" -c Release --no-build --nologo --blame-hang --blame-hang-timeout $patience --results-directory "$scratch/results" "${filter[@]}" 2>&1 | tee "$log" || true
  summary=$(grep -E '^(Passed|Failed|Skipped)! ' "$log" | tail -1 || true)
  if [ -z "$summary" ]; then
    [ ${#filter[@]} -gt 0 ] && grep -q 'No test matches' "$log" && continue
    echo "no result from $project" >&2
    failed=$((failed + 1))
    continue
  fi
  count() { sed -E "s/.*$1: *([0-9]+).*/\1/" <<<"$summary"; }
  passed=$((passed + $(count Passed)))
  failed=$((failed + $(count Failed)))
  skipped=$((skipped + $(count Skipped)))
done

code=0
[ "$failed" -eq 0 ] || code=1
[ "$passed" -gt 0 ] || code=1
if ! $allow_skips && [ "$skipped" -gt 0 ]; then
  echo "skipped tests are not allowed in this run" >&2
  code=1
fi
echo "$passed passed, $failed failed, $skipped skipped"
exit $code
