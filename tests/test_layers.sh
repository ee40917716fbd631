#!/usr/bin/env bash
# Does layers.sh catch an include against the arrows? Each case is planted into a copy of the tree.
set -u

here=$(dirname "$(readlink -f "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# file|line to plant|what must be said; nothing = the line is allowed
cases='
timeline/camera.c|#include "draw/draw.h"|src/timeline/camera.c:1: room timeline may not include draw/draw.h
timeline/camera.c|#include "log.h"|src/timeline/camera.c:1: room timeline may not include log.h
timeline/camera.c|#include "pack/pack.h"|
pack/pack.c|#include "log.h"|src/pack/pack.c:1: room pack may not include log.h
pack/pack.h|#include "rect.h"|src/pack/pack.h:1: room pack may not include rect.h
input/gesture.c|#include "pack/pack.h"|src/input/gesture.c:1: room input may not include pack/pack.h
input/gesture.c|#include "rect.h"|
screen/stage.c|#include "platform/window.h"|src/screen/stage.c:1: room screen may not include platform/window.h
screen/stage.c|  #  include "hooks/script.h"|src/screen/stage.c:1: room screen may not include hooks/script.h
screen/stage.c|#include <SDL.h>|src/screen/stage.c:1: only platform, draw and text/font.c know SDL: <SDL.h>
hooks/dump.c|#include <SDL_image.h>|src/hooks/dump.c:1: only platform, draw and text/font.c know SDL: <SDL_image.h>
platform/window.c|#include <SDL.h>|
platform/window.c|#include "screen/stage.h"|src/platform/window.c:1: room platform may not include screen/stage.h
text/wrap.c|#include "log.h"|src/text/wrap.c:1: this file is silent, it may not include log.h
text/font.c|#include "log.h"|
text/font.c|#include "pack/pack.h"|src/text/font.c:1: room text may not include pack/pack.h
draw/draw.c|#include "screen/look.h"|src/draw/draw.c:1: room draw may not include screen/look.h
compiler/load.c|#include "timeline/timeline.h"|src/compiler/load.c:1: room compiler may not include timeline/timeline.h
compiler/load.c|#include "timeline/calendar.h"|
main.c|#include "compiler/draft.h"|src/main.c:1: room main.c may not include compiler/draft.h
log.c|#include "pack/pack.h"|src/log.c:1: room log.c may not include pack/pack.h
attic/chest.c|#include <stdio.h>|src/attic: this room is not in the table of tests/layers.sh
'

check_case() {
    local file=$1 line=$2 expected=$3 said
    cp -r "$here/../src" "$work/src"
    mkdir -p "$(dirname "$work/src/$file")"
    touch "$work/src/$file"
    sed -i '/^[[:space:]]*#[[:space:]]*include/d' "$work/src/$file"
    { printf '%s\n' "$line"; cat "$work/src/$file"; } >"$work/planted"
    mv "$work/planted" "$work/src/$file"
    said=$("$here/layers.sh" "$work/src")
    if [ "$said" != "$expected" ]; then
        printf 'FAILED %s with %s\n  said:     %s\n  expected: %s\n' "$file" "$line" "$said" "$expected"
        failures=$((failures + 1))
    fi
    rm -rf "$work/src"
}

said=$("$here/layers.sh") || {
    printf 'FAILED: the tree itself breaks the rule\n%s\n' "$said"
    failures=1
}
while IFS='|' read -r file line expected; do
    [ -z "$file" ] || check_case "$file" "$line" "$expected"
done <<<"$cases"

[ $failures -eq 0 ] && echo "all cases hold"
exit $((failures > 0))
