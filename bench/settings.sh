#!/usr/bin/env bash
# Compares two settings of the server on this machine: A B A B ..., each time a new process, warmed up, then loaded with wrk.
#
#   bench/settings.sh [-r ROUNDS] [-t SECONDS] [-s] [-f FILES] [-e NAME=VALUE] WORKLOAD A.conf B.conf
#
# WORKLOAD: small (1 KiB, 64 connections), film (64 MiB, 4 connections that ask for it without a range), whole (all of it, 16 connections),
# posters (300 files of 200 KiB, each once), idle (nothing for SECONDS). A file named - has no settings.
# -s reads /metrics of B once a second meanwhile, -e gives B a variable of the environment. -f makes FILES empty files in the content folder.
# VOD names another program or .dll.
# Prints for each turn and in the end, as medians: requests a second, MB a second, processor seconds of the server for each second, its
# memory in MiB; and the median of the rounds' ratios B to A. Needs wrk and curl.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
rounds=5 seconds=5 scrape=no files=0 environment=
while getopts r:t:sf:e: option; do
    case $option in
        r) rounds=$OPTARG ;; t) seconds=$OPTARG ;; s) scrape=yes ;; f) files=$OPTARG ;; e) environment=$OPTARG ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -eq 3 ] || { sed -n '2,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 2; }
workload=$1 a=$2 b=$3
vod=${VOD:-$root/Vod.Actors/bin/Release/net10.0/Vod.Actors.dll}
work=$(mktemp -d)
server=
scraper=
stop() {
    [ -z "$scraper" ] || kill "$scraper" 2>/dev/null || true
    [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true
    server='' scraper=''
}
trap 'stop; rm -rf "$work"' EXIT

mkdir "$work/content"
head -c 1024 /dev/urandom >"$work/content/small.bin"
head -c $((64 << 20)) /dev/urandom >"$work/content/film.mp4"
[ "$workload" != posters ] || for n in $(seq 300); do head -c 204800 /dev/urandom >"$work/content/poster-$n.bin"; done
[ "$files" -eq 0 ] || (mkdir "$work/content/many" && cd "$work/content/many" && seq -f 'film-%.0f.mp4' "$files" | xargs touch)

cpu() { sed 's/.*) //' "/proc/$server/stat" | awk -v hz="$(getconf CLK_TCK)" '{ print ($12 + $13) / hz }'; }
within() { for _ in $(seq 200); do "$@" && return; sleep 0.05; done; echo "The server did not start: $(cat "$work/log")" >&2; exit 1; }

turn() { # NAME CONF SCRAPE ENVIRONMENT
    local command=("$vod") target before after result
    # On a port of its own, whoever else runs.
    { [ "$2" = - ] || cat "$2"; echo; echo 'vod.admin.port = 0'; } >"$work/$1.conf"
    [ "${vod##*.}" != dll ] || command=(dotnet "$vod")
    : >"$work/out"
    env ${4:+"$4"} "${command[@]}" --port 0 --host 127.0.0.1 --content "$work/content" --admin on --config "$work/$1.conf" >"$work/out" 2>"$work/log" &
    server=$!
    within grep -q '^Indexed' "$work/out"
    within grep -q '^Admin' "$work/out"
    target=$(sed -n 's/^Listening on //p' "$work/out")
    local admin connections=64 path=small.bin
    admin=$(sed -n 's/^Admin endpoint on //p' "$work/out")
    [ "$workload" != whole ] || { connections=16 path='film.mp4?whole'; }
    [ "$workload" != film ] || { connections=4 path=film.mp4; }
    if [ "$3" = yes ]; then
        (while sleep 1; do curl -sf -o /dev/null "${admin}metrics" || exit; done) &
        scraper=$!
        curl -sf -o /dev/null "${admin}metrics"
    fi
    # Warm, with all that is to be measured: the runtime compiles again what it finds to be used often.
    [ "$workload" = idle ] || [ "$workload" = posters ] || wrk -t 2 -c $connections --timeout 30s -d 5 "$target$path" >/dev/null
    before=$(cpu)
    if [ "$workload" = idle ]; then sleep "$seconds"; result='0 0'
    elif [ "$workload" = posters ]; then curl -sf -o /dev/null "${target}poster-[1-300].bin"; result='0 0'
    else
        wrk -t 2 -c $connections --timeout 30s -d "$seconds" "$target$path" >"$work/wrk"
        ! grep -E 'Non-2xx|Socket errors' "$work/wrk" >&2 || exit 1
        result=$(awk '/^Requests\/sec/ { r = $2 } /^Transfer\/sec/ { v = $2; u = v; sub(/[0-9.]+/, "", u); v += 0
            m = u == "GB" ? 1073.741824 : u == "MB" ? 1.048576 : u == "KB" ? 0.001024 : 0.000001 } END { print r, v * m }' "$work/wrk")
    fi
    after=$(cpu)
    echo "$1 $result $(awk -v a="$before" -v b="$after" -v s="$seconds" 'BEGIN { print (b - a) / s }') $(awk '/^VmRSS/ { print $2 / 1024 }' "/proc/$server/status")" | tee -a "$work/turns"
    stop
}

echo "turn  requests/s  MB/s  processor  MiB"
for _ in $(seq "$rounds"); do
    turn A "$a" no ''
    turn B "$b" "$scrape" "$environment"
done
median() { sort -g | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }
for name in A B; do
    printf 'median %s:' "$name"
    for column in 2 3 4 5; do printf ' %s' "$(awk -v n=$name -v c=$column '$1 == n { print $c }' "$work/turns" | median)"; done
    echo
done
printf 'B to A:'
for column in 2 3 4 5; do
    printf ' %s' "$(awk -v c=$column '$1 == "A" { a = $c } $1 == "B" { print (a > 0 ? $c / a : 0) }' "$work/turns" | median)"
done
echo
