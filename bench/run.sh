#!/usr/bin/env bash
# Builds and runs the measurements: bench/run.sh [OPTIONS]; --help lists them.
# Needs wrk, nginx and ab (Debian: apt-get install wrk nginx-light apache2-utils).
set -euo pipefail
# Paths among the options are the caller's.
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
projects=("$bench/Kestrel" "$bench/Vod.Bench")
# With another Vod, this one need not build.
case " $* " in *' --vod'[\ =]*) ;; *) projects+=("$bench/../Vod.Actors") ;; esac
for project in "${projects[@]}"; do
    output=$(dotnet build "$project" -c Release -v q -nologo) || { echo "$output" >&2; exit 1; }
done
exec dotnet "$bench/Vod.Bench/bin/Release/net10.0/Vod.Bench.dll" "$@"
