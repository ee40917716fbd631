#!/bin/sh
# Draws every screen on every panel and compares with the pictures in tests/screens; with --accept it takes the new ones over.
# usage: test_screens.sh BUILD-FOLDER [--accept]
# shellcheck disable=SC2317 # each_panel calls the functions
set -eu
build=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
vitrine=$build/vitrine pack=$build/eight-years-four-voices.vpack drawn=$build/screens
# shellcheck source-path=SCRIPTDIR source=panels.sh
. "$here/panels.sh"

# 256 colours of its own are within the tolerance of the comparison and a third of the bytes
accept_panel() {
    mkdir -p "$here/screens/$1"
    for picture in "$drawn/$1"/[0-9]*.png; do
        convert "$picture" -scale $((100 / $2))% +dither -colors 256 -strip -define png:compression-level=9 \
            "PNG8:$here/screens/$1/$(basename "$picture")"
    done
}

compare_panel() {
    echo "$1:"
    "$build/compare-pictures" "$here/screens/$1" "$drawn/$1" || failed=1
}

mkdir -p "$drawn"
each_panel draw_panel
if [ "${2:-}" = --accept ]; then
    command -v convert >/dev/null || { echo "the pictures are stored by ImageMagick: install the package imagemagick"; exit 1; }
    rm -rf "$here/screens"
    each_panel accept_panel
fi
failed=0
each_panel compare_panel
exit $failed
