#!/usr/bin/env bash
# Installs what the tests need, builds with warnings as errors and runs every test; those that touch the store on SQLite and on PostgreSQL.
# The last line is "N passed, N failed" over all runs; a missing browser or database server fails the run.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

source tests/debian.sh

have_chromium() { [[ -x "${CHROME:-/usr/bin/chromium}" ]]; }
have_chromium || from_debian Chromium chromium
if ! have_chromium; then
  echo "Chromium cannot be installed, and the browser tests do not run without it. Mend: apt-get install chromium, or set CHROME to its path." >&2
  echo "0 passed, 1 failed"
  exit 1
fi

# For the run of several servers: it starts its own of both.
[[ -x /usr/sbin/nginx ]] || from_debian nginx nginx-light
source tests/postgres.sh install

# Microsoft's Direct Line client, against which the protocol is tested.
if ! npm ci --prefix tests/conformance --ignore-scripts --no-audit --no-fund --silent; then
  echo "The clients of tests/conformance cannot be installed: npm ci there says why." >&2
  echo "0 passed, 1 failed"
  exit 1
fi

if ! dotnet build InterviewAgent.sln -c Release -v q -clp:ErrorsOnly -nologo; then
  echo "The build failed." >&2
  echo "0 passed, 1 failed"
  exit 1
fi

results="$(mktemp -d)"
trap 'source tests/postgres.sh stop; rm -rf "$results"' EXIT
failed_run=0
# run PROJECT RESULT [FILTER]
run() {
  dotnet test "$1" -c Release --no-build -nologo --logger "trx;LogFileName=$2.trx" --results-directory "$results" ${3:+--filter "$3"} || failed_run=1
}
# On SQLite all of them, but for those about PostgreSQL itself.
run tests/InterviewAgent.Tests library 'FullyQualifiedName!~Storage.PostgreSql'
run tests/InterviewAgent.Web.Tests server

# The same files again on PostgreSQL: those that touch the store. What has a browser, a process of its own or no store ran above.
if ! source tests/postgres.sh start; then
  echo "PostgreSQL cannot be installed or started, and the tests do not run on it. Mend: apt-get install postgresql." >&2
  echo "0 passed, 1 failed"
  exit 1
fi
store=""
for slice in Accounts Analysis Insights Interviewing Jobs LanguageModels Privacy Storage Webhooks; do
  store+="${store:+|}(FullyQualifiedName~InterviewAgent.Tests.$slice&FullyQualifiedName!~Storage.Sqlite)"
done
run tests/InterviewAgent.Tests library-postgresql "$store"
pages=""
for slice in Api Dashboard Servers SignIn Channels.Connector.Inbox Channels.DirectLine Channels.Teams Channels.Mail; do
  pages+="${pages:+|}(FullyQualifiedName~Web.Tests.$slice&FullyQualifiedName!~Browser&FullyQualifiedName!~EvalsPages&FullyQualifiedName!~EveryPage&FullyQualifiedName!~SeveralServers)"
done
run tests/InterviewAgent.Web.Tests server-postgresql "$pages"

# Counters of every result file; a project that wrote none did not run.
count() { grep -ho "<Counters [^>]*" "$results"/*.trx 2>/dev/null | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'; }
files=$(find "$results" -name '*.trx' | wc -l)
passed=$(count passed); failed=$(count failed); total=$(count total)
not_run=$((total - passed - failed))
if [[ $files -ne 4 || $not_run -ne 0 || ($failed_run -ne 0 && $failed -eq 0) ]]; then
  echo "Not every test ran: $files of 4 runs, $not_run tests skipped or aborted." >&2
  failed=$((failed + not_run + 1))
fi
echo "$passed passed, $failed failed"
[[ $failed -eq 0 && $passed -gt 0 ]]
