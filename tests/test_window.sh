#!/usr/bin/env bash
# The real kiosk in a real window: it is clicked, dragged and ended as a visitor and the service manager would.
#
#   test_window.sh VITRINE PACK      ends with 77, "skipped", when there is no Xvfb
set -u

vitrine=$(realpath "$1")
pack=$(realpath "$2")
for tool in Xvfb xdotool import compare; do
    command -v $tool >/dev/null || { echo "skipped: there is no $tool"; exit 77; }
done

work=$(mktemp -d)
server='' kiosk=''
clean() {
    [ -z "$kiosk" ] || kill -KILL "$kiosk" 2>/dev/null
    [ -z "$server" ] || kill "$server" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$work"
}
trap clean EXIT

fail() {
    printf 'FAILED: %s\n' "$*"
    [ ! -s "$work/log" ] || sed 's/^/  /' "$work/log"
    exit 1
}

# Tries a command again and again for a minute; nothing here depends on how soon it succeeds.
until_true() {
    local end=$((SECONDS + 60))
    until "$@"; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.1
    done
}

# ---- where things are: asked from the same program with a script ----------------------------------------------------------

cat >"$work/script" <<'END'
wait 1000
dump ui attract.json
tap #lang:lt
wait 1000
dump ui timeline.json
END
"$vitrine" --pack "$pack" --size 1920x1080 --script "$work/script" --out "$work" >"$work/log" 2>&1 ||
    fail "the script that looks for the keys did not run"

# "x y" of the centre of the first element whose id begins so
centre_of() {
    sed -n 's/.*"id": *"'"$2"'.*"hit": *\[\([0-9]*\), *\([0-9]*\), *\([0-9]*\), *\([0-9]*\)\].*/\1 \2 \3 \4/p' \
        "$work/$1" | awk '$3 > 0 { print int($1 + $3 / 2), int($2 + $4 / 2); exit }'
}
language=$(centre_of attract.json lang:lt)
entry=$(centre_of timeline.json entry:)
[ -n "$language" ] || fail "there is no key of a language on the attract screen"
[ -n "$entry" ] || fail "there is no entry on the timeline"

# ---- a display and the kiosk in it ----------------------------------------------------------------------------------------

Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$work/display" >"$work/xvfb" 2>&1 &
server=$!
until_true test -s "$work/display" || fail "Xvfb did not start"
DISPLAY=:$(cat "$work/display")
export DISPLAY SDL_VIDEODRIVER=x11

# SDL tells the desktop through D-Bus that nobody sleeps here, and D-Bus never gives back its first kilobyte
echo 'leak:libdbus-1' >"$work/leaks"
export LSAN_OPTIONS="suppressions=$work/leaks:print_suppressions=0"

"$vitrine" --window --pack "$pack" --size 1920x1080 --frame-log "$work/frames" >"$work/log" 2>&1 &
kiosk=$!

has_window() { xdotool search --onlyvisible --name '^Vitrine$' >/dev/null 2>&1; }
until_true has_window || fail "no window appeared"

shoot() { import -window root "$work/$1.png"; }

# pixels in which two pictures differ; large numbers come as 1.5e+06
pixels_between() { compare -metric AE "$work/$1.png" "$work/$2.png" null: 2>&1 | awk '{ printf "%d\n", $1 }'; }

# more than a tenth of the screen is not as it was
differs() {
    shoot now
    [ "$(pixels_between "$1" now)" -gt 200000 ]
}
is_still() {
    shoot first
    sleep 0.3
    shoot second
    [ "$(pixels_between first second)" -eq 0 ]
}
press() { xdotool mousemove "$1" "$2" mousedown 1; sleep 0.1; xdotool mouseup 1; }

convert -size 1920x1080 xc:black "$work/black.png"
until_true differs black || fail "nothing was drawn"
shoot attract

# shellcheck disable=SC2086 # two numbers each
press $language
until_true differs attract || fail "clicking on a language changed nothing"
until_true is_still || fail "the timeline does not come to rest"
shoot timeline

# shellcheck disable=SC2086
press $entry
until_true differs timeline || fail "clicking on an entry changed nothing"
until_true is_still || fail "the event does not come to rest"
shoot event

xdotool key Escape
until_true differs event || fail "the key for going back changed nothing"
until_true is_still || fail "the timeline does not come to rest again"
shoot timeline

xdotool mousemove 1200 500 mousedown 1
for ((x = 1180; x >= 400; x -= 20)); do
    xdotool mousemove $x 500
done
xdotool mouseup 1
shoot dragged
kill -0 "$kiosk" 2>/dev/null || fail "the kiosk is gone"

# ---- the end --------------------------------------------------------------------------------------------------------------

kill -TERM "$kiosk"
wait "$kiosk"
status=$?
kiosk=''
[ $status -eq 0 ] || fail "it ended with status $status after SIGTERM"
! grep -q 'error:' "$work/log" || fail "it complained"
touches=$(awk '$2 == "touch"' "$work/frames" | wc -l)
keys=$(awk '$2 == "key"' "$work/frames" | wc -l)
[ "$touches" -ge 3 ] || fail "only $touches frames answered a touch"
[ "$keys" -ge 1 ] || fail "no frame answered a key"
echo "a window, $touches frames for touches, $keys for keys, ended when told to"
