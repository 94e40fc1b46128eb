# source tests/debian.sh
as_root() { if [[ $(id -u) -eq 0 ]]; then "$@"; else sudo -n "$@"; fi; }

# from_debian NAME PACKAGE: what cannot be installed is said by whoever needs it.
from_debian() {
  echo "$1 is missing: installing it from Debian."
  { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"; } >/dev/null || true
}
