# panels.sh - which pictures are drawn of all screens: a name, what part of each side the stored picture keeps, options of vitrine.
# Every language on the common panel, one language on the others. Sourced by test_screens.sh and contact_sheet.sh.
# shellcheck shell=sh disable=SC2154

# 3840 x 2160 is stored at half its sides, which keeps the folder small; each stored pixel is the mean of four that are drawn
panels='landscape 1 --profile P3
portrait 1 --profile P3 --rotate 90 --language en
contrast 1 --profile P3 --theme contrast --language en
large 1 --profile P3 --text A++ --language en
small 1 --profile P1 --language en
small-turned 1 --profile P1 --rotate 90 --language en
small-portrait 1 --profile P2 --language en
small-portrait-turned 1 --profile P2 --rotate 90 --language en
P4 2 --profile P4 --language en
P5 2 --profile P5 --language en
P6 1 --profile P6 --language en
P6-turned 1 --profile P6 --rotate 90 --language en
P7 2 --profile P7 --language en'

# Calls a function of the caller with each panel's name, part and options.
each_panel() {
    while read -r panel; do
        # shellcheck disable=SC2086 # words, not one argument
        "$1" $panel
    done <<END
$panels
END
}

# draw_panel NAME PART OPTION...: all its screens into $drawn/NAME. Wants $vitrine, $pack and $drawn.
draw_panel() {
    name=$1
    shift 2
    rm -rf "${drawn:?}/$name"
    mkdir -p "$drawn/$name"
    SDL_VIDEODRIVER=offscreen "$vitrine" --pack "$pack" "$@" --tour "$drawn/$name" >"$drawn/$name.log" 2>&1 </dev/null && return
    cat "$drawn/$name.log"
    echo "the screens of $name were not drawn"
    exit 1
}
