#!/usr/bin/env bash
# Takes the pictures of the README anew: a fresh demo beside any other, on a port of its own, and Chromium.
# tests/pictures.sh [FOLDER]   writes src/pictures, or FOLDER.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
folder="$(realpath -m "${1:-src/pictures}")"
die() { echo "$1" >&2; exit 2; }
[[ -x "${CHROME:-/usr/bin/chromium}" ]] || die "Chromium is missing: apt-get install chromium, or set CHROME to its path."

tests=tests/InterviewAgent.Web.Tests
dotnet build "$tests" -c Release -v q -clp:ErrorsOnly -nologo
# Its own copy of Playwright drives the browser: nothing else is to be installed.
export PLAYWRIGHT="$tests/bin/Release/net10.0/.playwright/package"

# A portfolio of its own, so that nobody's answers are lost; the day it shows is today.
work="$(mktemp -d)"
port=""
for free in 5097 5197 5297 5397; do
  (exec 3<>"/dev/tcp/127.0.0.1/$free") 2>/dev/null || { port=$free; break; }
done
[[ -n "$port" ]] || die "No free port between 5097 and 5397."
export DEMO_DATA="$work" PORT="$port" Evals__Folder="$work/runs"
./demo.sh --fresh >"$work.log" 2>&1 &
demo=$!
trap 'kill "$demo" 2>/dev/null; wait "$demo" 2>/dev/null || true; rm -rf "$work" "$work.log"' EXIT
until grep -q 'Stop: Ctrl-C' "$work.log"; do
  kill -0 "$demo" 2>/dev/null || { cat "$work.log" >&2; die "The demo did not start."; }
  sleep 1
done

# Something for the researchers' page, and a researcher.
export DOTNET_ENVIRONMENT=Development Storage__Path="$work/interview-agent.db" Links__PublicAddress="http://localhost:$port"
agent=(dotnet src/InterviewAgent.Cli/bin/Release/net10.0/interview-agent.dll)
mkdir -p "$work/runs" "$folder"
for run in gate:before intent:intent gate:after; do
  "${agent[@]}" evals run "${run%%:*}" --out "$work/runs/${run##*:}.jsonl" >/dev/null 2>&1
done
"${agent[@]}" evals report "$work/runs/after.jsonl" --against "$work/runs/before.jsonl" >/dev/null 2>&1
researcher="$("${agent[@]}" sign-in-link --who "Researcher" --role researcher 2>/dev/null)"

link() { grep "$1" "$work.log" | grep -o 'http://[^ ]*' | head -n 1; }
node "$root/tests/pictures/take.mjs" "http://localhost:$port" "$(link 'Sign in here')" "$(link 'Be interviewed')" "$researcher" "$folder"

# Flat colours need no more than a palette.
if command -v pngquant >/dev/null; then
  pngquant --quality 80-98 --force --skip-if-larger --ext .png "$folder"/*.png || true
fi
ls -l "$folder"
