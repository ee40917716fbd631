#!/usr/bin/env bash
# No frame of the timeline takes 60 calls into the renderer, whatever is done to it, on any panel: zooming by key and by pinch,
# flicks, the fault that sweeps one screen away. The clock is the script's, so the frames are the same every time.
#
#   test_draw_calls.sh BUILD-FOLDER
set -u

most=59
build=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SDL_VIDEODRIVER=offscreen
failed=0

write_script() { # language, x and y of the middle, how far a finger goes across
    local left=$(($2 - $4)) right=$(($2 + $4))
    echo "wait 300"
    echo "tap #lang:$1"
    echo "wait 1200"
    for key in in in in in out out in; do
        echo "tap #zoom:$key"
        echo "wait 400"
    done
    echo "fling $right $3 $left $3 200"
    echo "wait 900"
    echo "fling $left $3 $right $3 200"
    echo "wait 900"
    for scale in 3 0.4 3; do
        echo "pinch $2 $3 $scale 400"
        echo "wait 400"
    done
}

while read -r profile language x y across; do
    write_script "$language" "$x" "$y" "$across" >"$work/script"
    "$build/vitrine" --profile "$profile" --pack "$build/eight-years-four-voices.vpack" --clock manual --script "$work/script" \
        --out "$work" --frame-log "$work/frames" >"$work/said" 2>&1 || { cat "$work/said"; exit 1; }
    calls=$(awk '$7 > most { most = $7 } END { print most + 0, NR }' "$work/frames")
    echo "$profile: at most ${calls% *} calls in a frame, ${calls#* } frames"
    if [ "${calls% *}" -gt $most ] || [ "${calls#* }" -lt 200 ]; then failed=1; fi
done <<'END'
P1 pl 400 200 250
P2 lt 150 500 100
P3 en 900 400 400
P6 pt 900 400 400
P7 pl 1800 800 800
END
exit $failed
