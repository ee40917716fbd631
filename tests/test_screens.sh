#!/bin/sh
# Draws every screen in every language and compares with the pictures in tests/screens; with --accept it takes the new ones over.
# usage: test_screens.sh BUILD-FOLDER [--accept]
set -eu
build=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
drawn=$build/screens
pack=$build/eight-years-four-voices.vpack
export SDL_VIDEODRIVER=offscreen

draw() { # name, then options of vitrine
    name=$1
    shift
    mkdir -p "$drawn/$name"
    "$build/vitrine" --pack "$pack" "$@" --tour "$drawn/$name" >"$drawn/$name.log" 2>&1 || {
        cat "$drawn/$name.log"
        echo "the tour of $name was not drawn"
        exit 1
    }
}

mkdir -p "$drawn"
draw landscape --profile P3
draw portrait --profile P3 --rotate 90
draw small --profile P1
draw small-portrait --profile P2
draw contrast --profile P3 --theme contrast
draw large --profile P3 --text A++

# all languages on the common panel; one language of the others
if [ "${2:-}" = --accept ]; then
    rm -f "$here"/screens/*/*.png
    mkdir -p "$here/screens/landscape"
    cp "$drawn"/landscape/[0-9]*.png "$here/screens/landscape"
    for name in portrait small small-portrait contrast large; do
        mkdir -p "$here/screens/$name"
        cp "$drawn/$name"/[0-9]*-en.png "$here/screens/$name"
    done
fi
failed=0
for name in landscape portrait small small-portrait contrast large; do
    echo "$name:"
    "$build/compare-pictures" "$here/screens/$name" "$drawn/$name" || failed=1
done
exit $failed
