#!/usr/bin/env bash
# Builds and runs the measurements: bench/run.sh [OPTIONS]; --help lists them. Needs wrk and nginx (Debian: apt-get install wrk nginx-light).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
for project in Vod.Actors bench/Kestrel bench/Vod.Bench; do
    output=$(dotnet build "$project" -c Release -v q -nologo) || { echo "$output" >&2; exit 1; }
done
exec dotnet bench/Vod.Bench/bin/Release/net10.0/Vod.Bench.dll "$@"
