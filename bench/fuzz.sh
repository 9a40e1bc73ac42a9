#!/usr/bin/env bash
# Runs the fuzz test against the real server for half an hour, or as many seconds as are given, and prints what came of it.
#
#   bench/fuzz.sh [SECONDS]              for example  nice bench/fuzz.sh 1800
#   VOD_FUZZ_SEED=N bench/fuzz.sh        the run that printed this seed, once
#
# Every run of 100 cases prints its seed. It fails when an answer is not the one that the parser and the planner give for the same bytes, when a
# client waits in vain, when the server logs a warning, or when descriptors or memory are left behind.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export VOD_FUZZ_SECONDS=${1:-1800}
exec dotnet test -c Release Vod.Actors.Tests --filter FullyQualifiedName~Fuzzing.LiveServerTests --nologo -v q --logger 'console;verbosity=detailed'
