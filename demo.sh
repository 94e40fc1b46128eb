#!/usr/bin/env bash
# Builds, loads a portfolio of two dozen accounts, starts the server and prints where to go. Ctrl-C stops it; a second run
# keeps the data, --fresh starts over.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

die() { echo "$1" >&2; exit 2; }
case "${1:-}" in
  "") ;;
  --fresh) fresh=1 ;;
  *) die "demo.sh takes --fresh or nothing." ;;
esac
command -v dotnet >/dev/null || die "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download"
[[ "$(dotnet --version 2>/dev/null)" == 10.* ]] || die "The .NET SDK found here is not version 10: https://dotnet.microsoft.com/download"
command -v npm >/dev/null || die "Node 20 with npm is missing: it fetches the chat component at build. https://nodejs.org"

data="${DEMO_DATA:-data/demo}"
port="${PORT:-5080}"
if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
  die "Port $port is taken. Choose another: PORT=5081 ./demo.sh"
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_ENVIRONMENT=Development ASPNETCORE_ENVIRONMENT=Development
export Storage__Path="$data/interview-agent.db" Links__KeyFile="$data/link-keys.json"
export Connector__AllowAnonymousOnLoopback=true
export Links__PublicAddress="http://localhost:$port" ASPNETCORE_URLS="http://localhost:$port"
agent=(dotnet src/InterviewAgent.Cli/bin/Release/net10.0/interview-agent.dll)

[[ -z "${fresh:-}" ]] || rm -rf "$data"
mkdir -p "$data"

echo "Building."
for project in src/InterviewAgent.Web src/InterviewAgent.Cli; do
  dotnet build "$project" -c Release -v q -clp:ErrorsOnly -nologo >"$data/build.log" 2>&1 \
    || { cat "$data/build.log" >&2; die "The build failed."; }
done

if [[ ! -f "$data/loaded" ]]; then
  echo "Loading the demo portfolio."
  "${agent[@]}" db migrate >/dev/null
  "${agent[@]}" demo load evals/sets/demo
  # The user of Microsoft's Agents Playground is one of its people, on this machine only.
  "${agent[@]}" import evals/sets/demo/playground.csv >/dev/null
  "${agent[@]}" jobs drain >/dev/null
  touch "$data/loaded"
fi

dotnet src/InterviewAgent.Web/bin/Release/net10.0/InterviewAgent.Web.dll >"$data/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true' EXIT
trap 'exit 0' INT TERM
for _ in $(seq 1 150); do
  curl -fs -o /dev/null "http://localhost:$port/health/ready" && break
  kill -0 "$server" 2>/dev/null || { tail -n 20 "$data/server.log" >&2; die "The server stopped. Its log: $data/server.log"; }
  sleep 0.2
done

due=$("${agent[@]}" check-ins due | head -n 1 | cut -d ' ' -f 1)
cat <<EOF

  Dashboard        http://localhost:$port/
  Sign in here     $("${agent[@]}" sign-in-link --who "CS leader" --role leader 2>/dev/null)
  Be interviewed   $("${agent[@]}" link "$due")
  In Teams         npx @microsoft/m365agentsplayground@0.2.28 start -e http://localhost:$port/api/messages -c msteams

  Try: open the interview on your phone's width, answer three questions, skip one, reload in the middle.
       Then look at the same account on the dashboard: the coded interview is there within seconds.
  Log: $data/server.log     Stop: Ctrl-C     Start over: ./demo.sh --fresh
EOF
wait "$server"
