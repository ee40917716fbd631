#!/usr/bin/env bash
# Installs what is missing, builds, makes the pack and starts the kiosk.
set -u
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib.sh"

usage="usage: deploy/run.sh [--no-start] [arguments of vitrine]

Installs what is missing (as root or through sudo), builds, makes the content pack and starts the kiosk:
in a window on a desktop, on the whole screen on a console, and without a display as pictures of every
screen in every language in build/tour.

  --no-start   only prepare
  --help       these lines

All other arguments go to vitrine; build/release/vitrine --help names them."

starts=yes
arguments=()
for argument in "$@"; do
    case $argument in
        --no-start) starts=no ;;
        --help | -h) echo "$usage"; exit 0 ;;
        *) arguments+=("$argument") ;;
    esac
done

draw_tour() {
    local folder=$top/build/tour
    rm -rf "$folder" && mkdir -p "$folder" || fail "$folder cannot be written: remove it."
    say "no display here: drawing every screen in every language"
    "$vitrine" --pack "$pack" --tour "$folder" ${arguments[@]+"${arguments[@]}"} || fail "The pictures could not be drawn."
    say "the pictures lie in $folder"
}

screen=$(find_screen)
if [ "$screen" = console ]; then
    prepare "${console_packages[@]}"
else
    prepare
fi
vitrine=$top/build/release/vitrine
pack=$top/build/release/$pack_name
[ "$starts" = yes ] || exit 0

case $screen in
    desktop)
        say "starting in a window"
        # a display that turns us away (root on another user's desktop) is an error, not a kiosk nobody sees
        export SDL_VIDEODRIVER=${SDL_VIDEODRIVER:-x11,wayland}
        exec "$vitrine" --window --pack "$pack" ${arguments[@]+"${arguments[@]}"}
        ;;
    console)
        say "starting on the whole screen; from another login, pkill vitrine ends it"
        export SDL_VIDEODRIVER=kmsdrm
        exec "$vitrine" --pack "$pack" ${arguments[@]+"${arguments[@]}"}
        ;;
    none) draw_tour ;;
esac
