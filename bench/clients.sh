#!/usr/bin/env bash
# Prints the README's client table: what each client makes of a film of three slices, in each slicing mode and with ?whole.
#
#   dotnet build -c Release && bench/clients.sh                 the server that was just built
#   bench/clients.sh COMMAND...                                 another one: it is given --port 0 --content DIR --slicing MODE
#
# Clients that are not installed are named at the end. Debian has them all: curl wget aria2 ffmpeg mpv vlc-bin vlc-plugin-base
# gstreamer1.0-tools gstreamer1.0-plugins-good firefox-esr nodejs npm. Firefox is driven by bench/firefox.mjs, for which puppeteer-core is
# fetched from npm into a scratch folder. Everything else happens on the loopback address, and all of it ends by itself.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

film=the-long-clock.mp4
file=$PWD/content/$film
size=$(stat -c %s "$file")
seconds=600
server=(dotnet "$PWD/Vod.Actors/bin/Release/net10.0/Vod.Actors.dll")
[ $# -eq 0 ] || server=("$@")

scratch=$(mktemp -d)
server_pid=
stop() { [ -z "$server_pid" ] || { kill "$server_pid" 2>/dev/null && wait "$server_pid" || true; }; server_pid=; }
trap 'stop; rm -rf "$scratch"' EXIT

# start MODE: sets base to the server's address.
start() {
    : >"$scratch/server.log"
    "${server[@]}" --port 0 --content "$PWD/content" --slicing "$1" >"$scratch/server.log" 2>&1 </dev/null &
    server_pid=$!
    for ((try = 0; try < 400; try++)); do
        port=$(sed -n 's|^Listening on http://.*:\([0-9]*\)/$|\1|p' "$scratch/server.log")
        [ -z "$port" ] || break
        kill -0 "$server_pid" 2>/dev/null || break
        sleep 0.1
    done
    [ -n "$port" ] || { echo "the server did not start:" >&2; cat "$scratch/server.log" >&2; exit 1; }
    base=http://127.0.0.1:$port
}

have() { command -v "${1%% *}" >/dev/null; }
# run COMMAND...: at most two minutes, in a folder of its own, silent; the exit code goes to $code.
run() { code=0; (cd "$scratch/work" && exec timeout -k 5 120 "$@") >"$scratch/out" 2>&1 </dev/null || code=$?; }
fresh() { rm -rf "$scratch/work"; mkdir -m 777 "$scratch/work"; chmod 755 "$scratch"; }
mebi() { awk -v n="$1" 'BEGIN { printf "%.1f MiB", n / 1048576 }'; }
ended() {
    if [ "$code" -ne 0 ]; then echo "fails, exit $code"
    elif grep -qi 'partial file' "$scratch/out"; then echo "warns of a partial file, exit 0"
    else echo "says it is done"; fi
}

# saved FILE: how much of the film a download holds, compared byte by byte.
saved() {
    local got
    got=$(stat -c %s "$1" 2>/dev/null || echo 0)
    if [ "$got" -eq 0 ]; then echo "nothing, $(ended)"
    elif [ "$got" -gt "$size" ] || ! cmp -s -n "$got" "$1" "$file"; then echo "**wrong bytes**, $(ended)"
    elif [ "$got" -eq "$size" ] && [ "$code" -eq 0 ]; then echo "all"
    else echo "$(mebi "$got"), $(ended)"; fi
}

# played SECONDS: how far into the film a player got. Its last key frame is a few seconds from the end.
played() {
    local got=${1%.*}
    if [[ ! $got =~ ^[0-9]+$ ]]; then echo "nothing, $(ended)"
    elif [ "$got" -ge $((seconds - 5)) ] && [ "$code" -eq 0 ]; then echo "all"
    else echo "$got s of $seconds s, $(ended)"; fi
}

# until_done COMMAND...: runs it again and again until it holds the whole film, ten times at most.
until_done() {
    for ((runs = 1; ; runs++)); do
        run "$@"
        [ "$(stat -c %s "$scratch/work/film" 2>/dev/null || echo 0)" -lt "$size" ] && [ "$runs" -lt 10 ] || break
    done
    if [ "$runs" -eq 1 ]; then saved "$scratch/work/film"; else echo "$(saved "$scratch/work/film"), in $runs runs"; fi
}

length_of() { ffprobe -v error -show_entries format=duration -of csv=p=0 "$1" 2>/dev/null || echo 0; }
position() { tr '\r' '\n' <"$scratch/out" | sed -n 's/.*at \([0-9][0-9.]*\).*/\1/p' | tail -1; }
# VLC refuses to run as root.
as_nobody() { if [ "$(id -u)" -eq 0 ]; then run setpriv --reuid=65534 --regid=65534 --clear-groups env HOME="$scratch/work" "$@"; else run "$@"; fi; }

puppeteer=24.43.1
# Firefox's <video>: it plays a moment, jumps to 80 %, and plays from there to the end.
client_firefox() {
    if [ ! -d "$scratch/puppeteer" ]; then
        mkdir -m 755 "$scratch/puppeteer"
        npm install --silent --no-fund --no-audit --prefix "$scratch/puppeteer" "puppeteer-core@$puppeteer" >"$scratch/out" 2>&1 || true
    fi
    [ -d "$scratch/puppeteer/node_modules/puppeteer-core" ] || { echo "not tried: puppeteer-core could not be fetched"; return; }
    run env -C "$scratch/puppeteer" FIREFOX="$(command -v firefox-esr)" node "$PWD/bench/firefox.mjs" "$1"
    if [ "$(grep -c '^at ' "$scratch/out")" -eq 2 ]; then played "$(sed -n 's/^ended //p' "$scratch/out")"; else echo "stops early, $(ended)"; fi
}

# A client is a function that is given the URL and prints its cell.
client_curl() { run curl -sS -o film "$1"; saved "$scratch/work/film"; }
client_curl_resume() { until_done curl -sS -C - -o film "$1"; }
client_curl_range() {
    run curl -sS -r 6000000-6000999 -o part "$1"
    if [ "$code" -eq 0 ] && cmp -s "$scratch/work/part" <(tail -c +6000001 "$file" | head -c 1000); then echo "the 1000 bytes asked for"
    else echo "**wrong bytes**, $(ended)"; fi
}
client_wget() { run wget -nv -O film "$1"; saved "$scratch/work/film"; }
client_wget_resume() { until_done wget -nv -c -O film "$1"; }
client_aria2() { run aria2c -q -x4 -s4 -k1M -o film "$1"; saved "$scratch/work/film"; }
client_gstreamer() { run gst-launch-1.0 -q souphttpsrc location="$1" ! filesink location=film; saved "$scratch/work/film"; }
client_ffprobe() { run ffprobe -v error -show_entries format=duration -of csv=p=0 "$1"; played "$(head -1 "$scratch/out")"; }
client_ffmpeg() { run ffmpeg -v error -i "$1" -c copy film.mkv; played "$(length_of "$scratch/work/film.mkv")"; }
client_ffmpeg_reconnect() {
    run ffmpeg -v error -reconnect 1 -reconnect_streamed 1 -i "$1" -c copy film.mkv
    played "$(length_of "$scratch/work/film.mkv")"
}
client_mpv() {
    run mpv --no-config --ytdl=no --vo=null --no-audio --untimed --vd-lavc-skipframe=nonkey '--term-status-msg=at ${=time-pos}' "$1"
    played "$(position)"
}
client_mpv_seek() {
    run mpv --no-config --ytdl=no --vo=null --no-audio --untimed --vd-lavc-skipframe=nonkey --start=80% '--term-status-msg=at ${=time-pos}' "$1"
    played "$(position)"
}
client_vlc() {
    as_nobody cvlc -q --no-media-library --play-and-exit --sout '#std{access=file,mux=ts,dst=film.ts}' "$1" vlc://quit
    played "$(length_of "$scratch/work/film.ts")"
}

clients=(
    'curl -O URL|client_curl'
    'curl -C - -O URL|client_curl_resume'
    'curl -r 6000000-6000999 URL|client_curl_range'
    'wget URL|client_wget'
    'wget -c URL|client_wget_resume'
    'aria2c -x4 URL|client_aria2'
    'ffprobe URL|client_ffprobe'
    'ffmpeg -i URL|client_ffmpeg'
    'ffmpeg -reconnect 1 -reconnect_streamed 1 -i URL|client_ffmpeg_reconnect'
    'mpv URL|client_mpv'
    'mpv --start=80% URL|client_mpv_seek'
    'cvlc URL|client_vlc'
    'gst-launch-1.0 souphttpsrc location=URL|client_gstreamer'
    'firefox-esr <video src=URL>|client_firefox'
)

declare -A cells
missing=()
# column NAME QUERY: fills in the cells of one column from the server that is running.
column() {
    local entry label
    for entry in "${clients[@]}"; do
        label=${entry%|*}
        have "$label" || continue
        fresh
        cells["$label,$1"]=$("${entry##*|}" "$base/$film$2")
        echo "$1: $label: ${cells["$label,$1"]}" >&2
    done
}

start always
column always ''
column whole '?whole'
stop
start browser
column browser ''
stop
start never
column never ''
stop

echo "| client, given a film of $(mebi "$size") and $seconds s | \`always\` | \`always\`, \`URL?whole\` | \`browser\` | \`never\` |"
echo "| --- | --- | --- | --- | --- |"
for entry in "${clients[@]}"; do
    label=${entry%|*}
    if have "$label"; then
        echo "| \`$label\` | ${cells["$label,always"]} | ${cells["$label,whole"]} | ${cells["$label,browser"]} | ${cells["$label,never"]} |"
    else
        missing+=("${label%% *}")
    fi
done
echo
echo "Measured with:"
for tool in 'curl --version' 'wget --version' 'aria2c --version' 'ffmpeg -version' 'mpv --version' 'gst-launch-1.0 --version' 'firefox-esr --version'; do
    # shellcheck disable=SC2086 # a command with its option
    if have "$tool"; then echo "- $($tool 2>&1 | sed -n '1{s| (.*||; s| Copyright.*||; s| built on.*||; p}')"; fi
done
if have cvlc && have dpkg-query; then echo "- VLC $(dpkg-query -W -f '${Version}' vlc-bin)"; fi
[ ${#missing[@]} -eq 0 ] || printf '\nNot installed here: %s\n' "$(printf '%s\n' "${missing[@]}" | sort -u | tr '\n' ' ')"
