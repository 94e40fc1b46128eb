#!/usr/bin/env bash
# Installs what the tests need, builds with warnings as errors and runs every test.
# The last line is "N passed, N failed" over all test projects; a missing browser fails the run.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

have_chromium() { [[ -x "${CHROME:-/usr/bin/chromium}" ]]; }
if ! have_chromium; then
  echo "Chromium is missing: installing it from Debian."
  as_root=(); [[ $(id -u) -eq 0 ]] || as_root=(sudo -n)
  { "${as_root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends chromium; } >/dev/null \
    || true
fi
if ! have_chromium; then
  echo "Chromium cannot be installed, and the browser tests do not run without it. Mend: apt-get install chromium, or set CHROME to its path." >&2
  echo "0 passed, 1 failed"
  exit 1
fi

if ! command -v nginx >/dev/null && [[ ! -x /usr/sbin/nginx ]]; then
  echo "nginx is missing: installing it from Debian."
  as_root=(); [[ $(id -u) -eq 0 ]] || as_root=(sudo -n)
  { "${as_root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends nginx-light; } >/dev/null \
    || true
fi

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
trap 'rm -rf "$results"' EXIT
failed_run=0
for project in tests/InterviewAgent.Tests tests/InterviewAgent.Web.Tests; do
  dotnet test "$project" -c Release --no-build -nologo --logger "trx;LogFileName=$(basename "$project").trx" --results-directory "$results" \
    || failed_run=1
done

# Counters of every result file; a project that wrote none did not run.
count() { grep -ho "<Counters [^>]*" "$results"/*.trx 2>/dev/null | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'; }
files=$(find "$results" -name '*.trx' | wc -l)
passed=$(count passed); failed=$(count failed); total=$(count total)
not_run=$((total - passed - failed))
if [[ $files -ne 2 || $not_run -ne 0 || ($failed_run -ne 0 && $failed -eq 0) ]]; then
  echo "Not every test ran: $files of 2 projects, $not_run tests skipped or aborted." >&2
  failed=$((failed + not_run + 1))
fi
echo "$passed passed, $failed failed"
[[ $failed -eq 0 && $passed -gt 0 ]]
