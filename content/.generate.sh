#!/usr/bin/env bash
# Makes the sample films in this folder: each shows a running clock and beeps once a second (higher on every tenth), so that
# a viewer sees and hears at once whether a seek landed where it should.
#
#   content/.generate.sh            make what is missing, then check everything
#   content/.generate.sh --force    make everything anew
#
# Needs ffmpeg with libx264, libvpx-vp9 and libopus, and the DejaVu fonts (Debian: ffmpeg fonts-dejavu-core). The same
# versions of these give the same bytes: no dates, no encoder names, fixed colours and one encoding thread.
#
#   the-long-clock.mp4     over two 5 MiB slices, index (moov) at the front: plays while it downloads; with subtitles
#   the-other-clock.mp4    over one slice, index at the end: a player has to seek before it can show anything
#   short.mp4              under a slice: answered whole, with 200
#   clock.webm             VP9 and Opus, its index (Cues) at the end, as encoders leave it
#   series/                a folder with two short episodes
#   confidential/          what the server answers with 403
set -euo pipefail
cd "$(dirname "$0")"

force=no
case "${1:-}" in
    "") ;;
    --force) force=yes ;;
    *) echo "usage: $0 [--force]" >&2; exit 2 ;;
esac

font=/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf
command -v ffmpeg >/dev/null || { echo "ffmpeg is missing (Debian: apt-get install ffmpeg)" >&2; exit 1; }
[ -f "$font" ] || { echo "$font is missing (Debian: apt-get install fonts-dejavu-core)" >&2; exit 1; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

wanted() { [ "$force" = yes ] || [ ! -e "$1" ]; }

# film FILE TITLE COLOURS SECONDS SIZE FPS CODEC-OPTIONS...: a slowly turning gradient of four colours, separated by commas,
# under a title, a clock and a bar that fills up. (Colours and end points are given, since random ones ignore the seed.)
film() {
    local file=$1 title=$2 seconds=$4 size=$5 fps=$6 width=${5%x*} height=${5#*x} c
    IFS=, read -ra c <<<"$3"
    shift 6
    wanted "$file" || { echo "kept  $file"; return; }
    mkdir -p "$(dirname "$file")"
    local picture="gradients=size=$size:rate=$fps:duration=$seconds:speed=0.008:n=4
            :c0=${c[0]}:c1=${c[1]}:c2=${c[2]}:c3=${c[3]}:x0=0:y0=$((height / 4)):x1=$((width - 1)):y1=$((height * 3 / 4))
        ,drawtext=fontfile=$font:text='$title':fontcolor=white:borderw=2:fontsize=$((height / 12)):x=(w-tw)/2:y=h*0.14
        ,drawtext=fontfile=$font:text='%{pts\\:hms}':fontcolor=white:borderw=3:fontsize=$((height / 6)):x=(w-tw)/2:y=(h-th)/2
        ,drawtext=fontfile=$font:text='frame %{n}':fontcolor=white:borderw=2:fontsize=$((height / 20)):x=(w-tw)/2:y=h*0.66
        ,format=yuv420p[film]
        ;color=white:size=$size:rate=$fps:duration=$seconds,format=yuv420p[bar]
        ;[film][bar]overlay=x='-W+W*t/$seconds':y='H-H/40'"
    local beep="aevalsrc=exprs='0.4*sin(2*PI*if(lt(mod(t\\,10)\\,1)\\,1320\\,880)*t)*lt(mod(t\\,1)\\,0.1)':duration=$seconds:sample_rate=48000"
    local made="$scratch/made.${file##*.}"
    ffmpeg -hide_banner -loglevel error -nostdin -y -filter_complex_threads 1 \
        -f lavfi -i "$beep" -filter_complex "${picture//$'\n'/}[picture]" -map '[picture]' -map 0:a \
        -threads 1 -map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact "$@" "$made"
    mv "$made" "$file"
    chmod 644 "$file"
    echo "made  $file"
}

# x264 VIDEO-BITRATE: the options of an H.264/AAC film with a key frame every two seconds of 24 frames.
x264() { codec=(-c:v libx264 -preset veryfast -profile:v high -g 48 -b:v "$1" -maxrate "$1" -bufsize 1M -c:a aac -b:a 48k); }

x264 190k
film the-long-clock.mp4 'The Long Clock' navy,teal,darkorange,indigo 600 1280x720 24 "${codec[@]}" -movflags +faststart
x264 150k
film the-other-clock.mp4 'The Other Clock' darkgreen,gold,maroon,steelblue 360 854x480 24 "${codec[@]}"
x264 150k
film short.mp4 'Short' purple,crimson,black,royalblue 20 640x360 24 "${codec[@]}" -movflags +faststart
film series/episode-1.mp4 'Series, Episode 1' sienna,olive,darkslateblue,tomato 45 640x360 24 "${codec[@]}" -movflags +faststart
film series/episode-2.mp4 'Series, Episode 2' seagreen,slateblue,firebrick,darkcyan 45 640x360 24 "${codec[@]}" -movflags +faststart
film confidential/rushes.mp4 'Confidential' black,darkred,gray,black 5 640x360 24 "${codec[@]}" -movflags +faststart
film clock.webm 'The WebM Clock' midnightblue,orchid,darkgoldenrod,green 90 640x360 24 \
    -c:v libvpx-vp9 -deadline realtime -cpu-used 6 -row-mt 0 -g 48 -b:v 150k -c:a libopus -b:a 32k

# Subtitles for the long clock: one cue every five seconds that says what the clock should show.
if wanted the-long-clock.vtt || wanted the-long-clock.srt; then
    stamp() { printf '%02d:%02d:%02d%s000' $(($1 / 3600)) $(($1 / 60 % 60)) $(($1 % 60)) "$2"; }
    {
        echo WEBVTT
        for ((at = 0; at < 600; at += 5)); do
            printf '\n%s --> %s\nThe clock shows %d:%02d\n' "$(stamp $at .)" "$(stamp $((at + 4)) .)" $((at / 60)) $((at % 60))
        done
    } >the-long-clock.vtt
    for ((at = 0; at < 600; at += 5)); do
        printf '%d\n%s --> %s\nThe clock shows %d:%02d\n\n' \
            $((at / 5 + 1)) "$(stamp $at ,)" "$(stamp $((at + 4)) ,)" $((at / 60)) $((at % 60))
    done >the-long-clock.srt
    echo "made  the-long-clock.vtt the-long-clock.srt"
fi

# What the server's tests and README rely on.
slice=$((5 * 1024 * 1024))
bytes() { stat -c %s "$1"; }
index_offset() { grep -abo -m1 moov "$1" | head -1 | cut -d: -f1; }
check() { if ! eval "$1"; then echo "check failed: $1" >&2; exit 1; fi; }
check "[ $(bytes the-long-clock.mp4) -gt $((2 * slice)) ]"
check "[ $(bytes the-other-clock.mp4) -gt $slice ]"
check "[ $(bytes short.mp4) -lt 1048576 ]"
check "[ $(bytes clock.webm) -lt $((3 * 1048576)) ]"
check "[ $(index_offset the-long-clock.mp4) -lt 4096 ]"
check "[ $(index_offset the-other-clock.mp4) -gt $slice ]"
check "[ $(du -sb . | cut -f1) -lt $((40 * 1048576)) ]"
find . -type f -printf '%10s  %P\n' | sort -k2
