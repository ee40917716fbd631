#!/usr/bin/env bash
# The rooms of src and what each may include: arrows run one way, and these are all of them. Prints every other include.
#
#   layers.sh [SRC]
set -u

src=${1:-$(dirname "$(readlink -f "$0")")/../src}

# room: files and rooms it may include besides its own
declare -A may=(
    [pack]=''
    [input]='rect.h'
    [sign]=''
    [timeline]='pack'
    [text]='pack/text.h rect.h log.h'
    [platform]='input rect.h log.h'
    [draw]='text pack/text.h rect.h log.h'
    [ops]='pack sign rect.h json.h log.h'
    [screen]='pack timeline text input draw ops rect.h json.h log.h'
    [hooks]='input pack screen rect.h json.h log.h'
    [compiler]='pack timeline/calendar.h text/utf8.h sign rect.h json.h log.h'
    [bench]='pack timeline text input draw ops screen hooks platform sign compiler kiosk.h options.h rect.h json.h log.h'
)
# files beside main.c put the parts together: everything but the compiler
program='pack timeline text input draw ops screen hooks platform sign kiosk.h options.h rehearse.h rect.h json.h log.h'
# these include no other header of ours
standalone='log json rect'

# files that may not use what their room may
declare -A silent=([text/wrap.c]=log.h [text/wrap.h]=log.h)

# who may include SDL
knows_sdl() {
    case $1 in
        platform/* | draw/* | text/font.c) true ;;
        compiler/media.c) true ;; # it looks at pictures before they are packed
        *) false ;;
    esac
}

# what the file may include, as a list of words
allowed() {
    local file=$1 room=${1%%/*} name=${1%.[ch]}
    if [ "$room" != "$file" ]; then
        printf '%s' "$room ${may[$room]-}"
    elif [[ " $standalone " == *" $name "* ]]; then
        printf '%s' "$name.h"
    else
        printf '%s' "$program"
    fi
}

found=0
complain() {
    printf 'src/%s\n' "$*"
    found=1
}

while IFS=: read -r file line include; do
    file=${file#"$src"/}
    what=${include#*[\"<]}
    what=${what%%[\">]*}
    case $include in
        *'<SDL'*)
            knows_sdl "$file" || complain "$file:$line: only platform, draw and text/font.c know SDL: <$what>"
            continue
            ;;
        *\"*) ;;
        *) continue ;;
    esac
    list=" $(allowed "$file") "
    if [ "${silent[$file]-}" = "$what" ]; then
        complain "$file:$line: this file is silent, it may not include $what"
    elif [[ $list != *" $what "* && $list != *" ${what%%/*} "* ]]; then
        complain "$file:$line: room ${file%%/*} may not include $what"
    fi
done < <(grep -rnE --include='*.[ch]' '^[[:space:]]*#[[:space:]]*include' "$src" | sort)

for folder in "$src"/*/; do
    room=$(basename "$folder")
    [ -n "${may[$room]+known}" ] || complain "$room: this room is not in the table of tests/layers.sh"
done

exit $found
