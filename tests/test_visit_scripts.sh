#!/usr/bin/env bash
# Plays every script of tests/visits in the real program, twice: both times the same bytes come out (V1), and they say what the
# script expects.
#
#   test_visit_scripts.sh BUILD-FOLDER
#
# In a script "# expect FILE: TEXT" wants the text in a file it writes, "said" being what the program says, "# same A B" wants two
# of them to be equal, "# setting NAME = VALUE" is a line of the settings file.
set -u

build=$(realpath "$1")
here=$(dirname "$(readlink -f "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SDL_VIDEODRIVER=offscreen
passed=0 failed=0

fail() {
    printf '%s: %s\n' "$(basename "$script")" "$*"
    is_good=no
}

play() { # into a folder
    sed -n 's/^# setting //p' "$script" >"$work/settings"
    "$build/vitrine" --config "$work/settings" --pack "$build/eight-years-four-voices.vpack" --profile P3 --clock manual --script "$script" --out "$1" \
        >"$work/said" 2>&1 || fail "$(tail -1 "$work/said")"
    cp "$work/said" "$1/said"
}

for script in "$here"/visits/*.txt; do
    is_good=yes
    rm -rf "$work/first" "$work/second"
    play "$work/first"
    play "$work/second"
    diff -rq "$work/first" "$work/second" >"$work/differs" || fail "two runs differ: $(head -1 "$work/differs")"
    while read -r file text; do
        grep -qF -- "$text" "$work/first/$file" || fail "$file does not say $text"
    done < <(sed -n 's/^# expect \([^:]*\): /\1 /p' "$script")
    while read -r one other; do
        cmp -s "$work/first/$one" "$work/first/$other" || fail "$one and $other are not the same"
    done < <(sed -n 's/^# same //p' "$script")
    if [ $is_good = yes ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
