#!/usr/bin/env bash
# Measures the actors by themselves and writes the table into bench/README.md: bench/micro.sh. With arguments, such as --filter '*Tell*', it
# passes them to BenchmarkDotNet and only prints. Takes about two minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
output=$(dotnet build bench/Akka.Benchmarks -c Release -v q -nologo) || { echo "$output" >&2; exit 1; }
[ $# -gt 0 ] || set -- --filter '*' --readme "$PWD/bench/README.md"
exec dotnet bench/Akka.Benchmarks/bin/Release/net10.0/Akka.Benchmarks.dll "$@"
