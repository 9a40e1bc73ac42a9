#!/usr/bin/env bash
# Publishes the server as one self-contained file, compiled ahead of time (ReadyToRun) so that it starts in half the time.
#
#   packaging/publish.sh [RID] [DIR]      RID: linux-x64 (default) or linux-arm64; DIR: artifacts/RID by default
#   packaging/publish.sh portable [DIR]   without a runtime: for any machine with the ASP.NET Core runtime 10, started as dotnet Vod.Actors.dll
#
# DIR gets the program, vod, the reference of all settings, vod.conf, and the licence.
set -euo pipefail
rid=${1:-linux-x64}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=$(realpath -m "${2:-$root/artifacts/$rid}")
case $rid in
    linux-x64 | linux-arm64 | linux-musl-x64 | linux-musl-arm64)
        options=(-r "$rid" --self-contained true -p:PublishSingleFile=true -p:PublishReadyToRun=true) ;;
    portable) options=(-p:UseAppHost=false) ;;
    *) echo "publish.sh: $rid: must be linux-x64, linux-arm64, linux-musl-x64, linux-musl-arm64 or portable" >&2; exit 2 ;;
esac

# What was built for another target, or to be tested, stays as it is.
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
dotnet publish "$root/Vod.Actors/Vod.Actors.csproj" -c Release -o "$build/out" --artifacts-path "$build/artifacts" \
    -nologo -v q -p:DebugType=none -p:GenerateDocumentationFile=false "${options[@]}"
mkdir -p "$out"
if [ "$rid" = portable ]; then
    cp -r "$build/out/." "$out/"
else
    install -m 755 "$build/out/Vod.Actors" "$out/vod"
fi
install -m 644 "$root/hocon/vod.conf" "$root/LICENSE" "$out/"
echo "$out"
