#!/usr/bin/env bash
# What the programs say and leave behind when there is no display, no room on the disk, or no folder of packs.
#
#   test_trouble.sh BUILD-FOLDER
set -u

build=$(realpath "$1")
here=$(dirname "$(readlink -f "$0")")
vitrine=$build/vitrine
maker=$build/vitrine-pack
pack=$build/eight-years-four-voices.vpack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER
failures=0 case='' status=0

fail() {
    printf 'FAIL %s: %s\n' "$case" "$*"
    sed 's/^/  /' "$work/said"
    failures=$((failures + 1))
}

# Runs a command, keeps what it says on stderr and its status.
run() {
    "$@" >"$work/out" 2>"$work/said" </dev/null
    status=$?
}

# The same on a disk that is full after so many kilobytes in one file.
run_on_full_disk() {
    local kilobytes=$1
    shift
    (trap '' XFSZ; ulimit -f "$kilobytes"; exec "$@") >"$work/out" 2>"$work/said" </dev/null
    status=$?
}

fails_with() { # status, words that are said
    [ "$status" -eq "$1" ] || fail "ended with status $status instead of $1"
    grep -q -- "$2" "$work/said" || fail "did not say \"$2\""
}

is_untouched() { [ "$(cat "$1")" = "as it was" ] || fail "$1 is not what it was"; }

leaves_nothing_else() { # folder, names
    local folder=$1
    shift
    [ "$(ls "$folder")" = "$(printf '%s\n' "$@")" ] || fail "it left $(printf "%s " "$folder"/*)"
}

new_folder() {
    rm -rf "$work/folder"
    mkdir "$work/folder"
    for file in "$@"; do
        echo "as it was" >"$work/folder/$file"
    done
}

# ---- no display -----------------------------------------------------------------------------------------------------------

case="without a display the kiosk ends with one sentence"
if compgen -G '/dev/dri/card*' >/dev/null; then
    echo "not tried: $case; there is a graphics device here"
else
    run env XDG_RUNTIME_DIR="$work" timeout 60 setsid "$vitrine" --pack "$pack"
    fails_with 1 "no display can be opened"
    [ "$(wc -l <"$work/said")" -eq 1 ] || fail "said more than one sentence"
fi

export SDL_VIDEODRIVER=offscreen

# ---- a full disk ----------------------------------------------------------------------------------------------------------

case="a tour on a full disk"
new_folder 01-attract-en.png
run_on_full_disk 16 "$vitrine" --pack "$pack" --size 800x480 --language en --tour "$work/folder"
fails_with 1 "01-attract-en.png: File too large"
is_untouched "$work/folder/01-attract-en.png"
leaves_nothing_else "$work/folder" 01-attract-en.png

case="a picture of a script on a full disk"
new_folder now.png
printf 'wait 100\nshot now.png\n' >"$work/script"
run_on_full_disk 16 "$vitrine" --pack "$pack" --size 800x480 --script "$work/script" --out "$work/folder"
fails_with 1 "now.png: File too large"
is_untouched "$work/folder/now.png"
leaves_nothing_else "$work/folder" now.png

case="a dump on a full disk"
new_folder
printf 'tap #lang:en\nwait 1000\ndump ui now.json\n' >"$work/script"
run_on_full_disk 2 "$vitrine" --pack "$pack" --size 800x480 --script "$work/script" --out "$work/folder"
fails_with 1 "now.json"

case="a frame log on a full disk"
printf 'wait 1000\ntap #lang:en\nwait 1000\n' >"$work/script"
run "$vitrine" --pack "$pack" --size 800x480 --script "$work/script" --out "$work/folder" --frame-log /dev/full
grep -q "the frame log cannot be written and has gaps: No space left" "$work/said" || fail "did not say it"
[ "$(grep -c "frame log" "$work/said")" -eq 1 ] || fail "said it more than once"

case="a pack on a full disk"
new_folder a.vpack
run_on_full_disk 64 "$maker" build -o "$work/folder/a.vpack" --assets "$here/../assets" "$here/../assets/builtin"
fails_with 1 "a.vpack"
is_untouched "$work/folder/a.vpack"
leaves_nothing_else "$work/folder" a.vpack

case="an answer on a full disk"
"$maker" show --json "$pack" >/dev/full 2>"$work/said" </dev/null
status=$?
fails_with 1 "the answer could not be written: No space left"

# ---- packs ----------------------------------------------------------------------------------------------------------------

printf 'wait 100\n' >"$work/script"
case="a folder of packs that is not there"
run "$vitrine" --packs "$work/nowhere" --size 800x480 --script "$work/script" --out "$work/folder"
fails_with 0 "nowhere cannot be read (No such file or directory), showing the built-in one"

case="a folder of packs without packs"
new_folder
run "$vitrine" --packs "$work/folder" --size 800x480 --script "$work/script" --out "$work"
fails_with 0 "no usable pack in $work/folder, showing the built-in one"

case="a closed folder of packs"
if [ "$(id -u)" -eq 0 ]; then
    echo "not tried: $case; nothing is closed to root"
else
    chmod 000 "$work/folder"
    run "$vitrine" --packs "$work/folder" --size 800x480 --script "$work/script" --out "$work"
    chmod 700 "$work/folder"
    fails_with 0 "folder cannot be read (Permission denied), showing the built-in one"
fi

[ $failures -eq 0 ] && echo "all cases hold"
exit $((failures > 0))
