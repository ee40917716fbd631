#!/usr/bin/env bash
# Every screen in every language and on every panel, small, on one picture to look at: build/contact-sheet.png.
# The same preparation as deploy/run.sh, then a row for each language of the common panel and for each other panel.
# shellcheck disable=SC2317 # each_panel calls the functions
set -eu
# shellcheck source=lib.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../deploy/lib.sh"
# shellcheck source-path=SCRIPTDIR source=panels.sh
. "$top/tests/panels.sh"

need_packages "${build_packages[@]}" imagemagick fonts-paratype
build release vitrine vitrine-pack pack-default
vitrine=$top/build/release/vitrine
pack=$top/build/release/$pack_name
drawn=$(mktemp -d)
trap 'rm -rf "$drawn"' EXIT
sheet=$top/build/contact-sheet.png
rows=()

# add_row CAPTION PICTURE...: beside each other, each with its caption
add_row() {
    local caption=$1 row picture name pictures=()
    row=$drawn/row-$(printf %02d ${#rows[@]}).png
    shift
    for picture in "$@"; do
        name=$(basename "$picture" .png)
        pictures+=(-label "$caption  ${name%-*}" "${picture}[384x384]")
    done
    montage -font "$font" -pointsize 15 -background '#808080' -tile x1 -geometry 384x+6+6 -gravity south "${pictures[@]}" "$row"
    rows+=("$row")
}

draw_rows() {
    local tag tags
    say "drawing $1"
    draw_panel "$@"
    tags=$(printf '%s\n' "$drawn/$1"/01-attract-*.png | sed 's/.*-\(.*\)\.png$/\1/')
    for tag in $tags; do
        add_row "$1, $tag:" "$drawn/$1"/[0-9]*-"$tag".png
    done
}

font=$(dpkg -L fonts-paratype | grep 'PTS55F\.ttf$') || fail "The package fonts-paratype has no PTS55F.ttf."
each_panel draw_rows
convert "${rows[@]}" -append "PNG24:$drawn/sheet.png" && mv "$drawn/sheet.png" "$sheet"
say "all screens are in $sheet"
