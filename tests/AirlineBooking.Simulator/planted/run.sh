#!/usr/bin/env bash
# Who tests the tester: plants each bug of this folder in a copy of the sources, builds it, and runs the simulator until it is found.
# Prints a table (bug, histories needed, what told) and fails when a bug is not found, when a patch no longer applies, or when the
# sources as they are fail.
#   run.sh [--histories N] [PATCH...]     at most N histories for each (10,000 unless told)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../../.." && pwd)
histories=10000
if [ "${1:-}" = --histories ]; then histories=$2; shift 2; fi
patches=("$@")
[ ${#patches[@]} -gt 0 ] || patches=("$here"/*.patch)

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Only the Domain changes with a bug, and nothing that others see of it: its library alone is built anew and put beside the simulator.
dotnet build "$top/tests/AirlineBooking.Simulator" -c Release -v q -o "$scratch/sound" >"$scratch/build.log" || { tail -20 "$scratch/build.log" >&2; exit 1; }
mkdir "$scratch/copy"
cp "$top"/Directory.* "$top"/global.json "$top"/BannedSymbols.txt "$top"/.editorconfig "$scratch/copy/"
cp -r "$top/AirlineBooking.Domain" "$scratch/copy/"
rm -rf "$scratch/copy/AirlineBooking.Domain/bin"

failed=0
row() { printf '%-42s %9s  %s\n' "$1" "$2" "$3"; }
row bug histories "what told"

plant() {
  local name=$1 patch=$2 log
  git -C "$scratch/copy" apply --whitespace=nowarn "$patch" || { row "$name" - "NO LONGER APPLIES"; return 1; }
  log="$scratch/$name.log"
  if ! dotnet build "$scratch/copy/AirlineBooking.Domain" -c Release -v q -p:TreatWarningsAsErrors=false -p:EnforceCodeStyleInBuild=false >"$log" 2>&1; then
    git -C "$scratch/copy" apply -R --whitespace=nowarn "$patch"
    row "$name" - "DOES NOT BUILD"; grep -m3 error "$log" >&2
    return 1
  fi
  git -C "$scratch/copy" apply -R --whitespace=nowarn "$patch"
  rm -rf "$scratch/bug"
  cp -r "$scratch/sound" "$scratch/bug"
  cp "$scratch/copy/AirlineBooking.Domain/bin/Release/net10.0/AirlineBooking.Domain.dll" "$scratch/bug/"
  if dotnet "$scratch/bug/AirlineBooking.Simulator.dll" --histories "$histories" --first-failure >"$log" 2>&1; then
    row "$name" "$histories" "NOT FOUND"
    return 1
  fi
  row "$name" "$(sed -nE 's/^([0-9]+) histories.*/\1/p' "$log")" "$(sed -nE 's/^seed [0-9]+: ([^:]+).*/\1/p' "$log" | head -1)"
}

for patch in "${patches[@]}"; do
  plant "$(basename "$patch" .patch)" "$(realpath "$patch")" || failed=1
done

if dotnet "$scratch/sound/AirlineBooking.Simulator.dll" --histories 2000 >"$scratch/sound.log" 2>&1; then
  row "(none)" 2000 "nothing, as it should be"
else
  row "(none)" "" "THE SOUND SOURCES FAIL: $(grep -m1 '^seed' "$scratch/sound.log")"
  failed=1
fi
exit $failed
