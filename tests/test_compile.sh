#!/bin/sh
# Runs the real vitrine-pack on small content folders and compares what it says, word for word.
#
#   test_compile.sh [vitrine-pack or the folder it was built in]
#
# tests/compile/base is a whole little exhibit. Each folder beside it is a case: base with changes, and what is expected.
#   edit       lines "file sed-expression": changes to files
#   remove     names of files to take out
#   files/     files to add or put in place of others
#   arguments  arguments for check besides the folder, --no-spelling when there is no such file
#   expected   everything that is said of it, without the name of the folder in front; missing or empty = nothing
# bad-<rule> names the rule that must fire. Every rule that `vitrine-pack rules` lists must be expected somewhere.
set -u

here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:-$here/../build}")
if [ -d "$program" ]; then
    program=$program/vitrine-pack
fi
if [ ! -x "$program" ]; then
    echo "$program: there is no such program; build it first"
    exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
failures=0

# The words of the interface come from the list the program itself is built with, so that base never lacks one.
strings() {
    printf 'lane.light: "Light"\nlane.sea: "Sea"\nlanguage.name.en: "English"\nlanguage.name.lt: "Lithuanian"\n'
    sed -n -e 's/^STRING([A-Z_0-9]*, "\(.*\)")/\1: "word"/p' \
           -e 's/^PLURAL([A-Z_0-9]*, "\(.*\)")/\1: {one: "{n} word", few: "{n} words", many: "{n} words", other: "{n} words"}/p' \
        "$here/../src/pack/strings.def"
}

make_case() {
    cp -r "$here/compile/base" "$work/case"
    mkdir "$work/case/strings"
    strings | sed 's/few: "{n} words", many: "{n} words", //' > "$work/case/strings/en.yaml"
    strings > "$work/case/strings/lt.yaml"
    if [ -f "$1/remove" ]; then
        while read -r file; do
            rm -r "$work/case/$file"
        done < "$1/remove"
    fi
    if [ -d "$1/files" ]; then
        cp -r "$1/files/." "$work/case"
    fi
    if [ -f "$1/edit" ]; then
        while read -r file expression; do
            cp "$work/case/$file" "$work/before"
            LC_ALL=C sed -i -e "$expression" "$work/case/$file"
            if cmp -s "$work/before" "$work/case/$file"; then
                echo "$1: the edit of $file changes nothing"
            fi
        done < "$1/edit"
    fi
}

run_case() {
    name=$(basename "$1")
    make_case "$1" > "$work/said"
    arguments=$(cat "$1/arguments" 2>/dev/null || echo --no-spelling)
    # shellcheck disable=SC2086 # the arguments are words
    (cd "$work" && "$program" check $arguments case > "$work/out" 2> "$work/err")
    status=$?
    sed 's|^case/||; s| case/| |g' "$work/err" >> "$work/said"
    cat "$1/expected" > "$work/expected" 2>/dev/null || : > "$work/expected"
    wanted=0
    if grep -q ': error (' "$work/expected"; then
        wanted=1
    fi
    if [ "$status" != "$wanted" ] || ! cmp -s "$work/expected" "$work/said"; then
        failures=$((failures + 1))
        echo "FAIL $name: exit status $status, expected $wanted"
        echo "  expected:"
        sed 's/^/    /' "$work/expected"
        echo "  said:"
        sed 's/^/    /' "$work/said"
    fi
    case $name in
    bad-*)
        rule=${name#bad-}
        if ! grep -q "(${rule%%--*}): " "$work/expected"; then
            failures=$((failures + 1))
            echo "FAIL $name: the rule \"${rule%%--*}\" is not expected in it"
        fi
        ;;
    esac
    rm -rf "$work/case"
}

cases=0
for folder in "$here"/compile/good-*/ "$here"/compile/bad-*/; do
    run_case "${folder%/}"
    cases=$((cases + 1))
done
# hyphenation speaks of the dictionaries of this machine, not of the content.
for rule in $("$program" rules | cut -d " " -f 1 | grep -v "^hyphenation$"); do
    if ! cat "$here"/compile/*/expected "$here"/test_compile.sh | grep -q "($rule): "; then
        failures=$((failures + 1))
        echo "FAIL no case expects the rule \"$rule\""
    fi
done
# What no case can hold: a folder that does not exist, and a file of 5 MiB.
expect() {
    said=$(cd "$work" && "$program" check "$1" 2>&1 >/dev/null)
    if [ "$said" != "$2" ]; then
        failures=$((failures + 1))
        printf 'FAIL check %s\n  expected:\n    %s\n  said:\n    %s\n' "$1" "$2" "$said"
    fi
}
expect nowhere "nowhere: error (folder): the content folder cannot be opened: No such file or directory"
mkdir "$work/large"
truncate -s 5M "$work/large/exhibit.yaml"
expect large "large/exhibit.yaml: error (size): the file is larger than 4 MiB; divide it or take out what is no text"

# The commands themselves: what they leave behind and how they end.
status() {
    wanted=$1
    shift
    (cd "$work" && "$program" "$@" > out 2> err)
    got=$?
    if [ "$got" != "$wanted" ]; then
        failures=$((failures + 1))
        echo "FAIL vitrine-pack $*: exit status $got, expected $wanted"
        cat "$work/out" "$work/err"
    fi
}
claim() {
    if ! (cd "$work" && eval "$2"); then
        failures=$((failures + 1))
        echo "FAIL $1: $2"
    fi
}
make_case "$here/compile/good-base"
status 0 build -o one.vpack case
status 0 build -o two.vpack case/
claim "the same content gives the same bytes" "cmp one.vpack two.vpack"
status 0 verify one.vpack
status 0 show one.vpack
claim "show names the exhibit" "grep -q gull-rock out"
claim "show counts where words of the glossary stand" "grep -q 'glossary *lt: entries with terms: 1, paragraphs: 1' out"
status 0 show --json one.vpack
status 0 diff one.vpack two.vpack
sed -i "s/^lane: light/lane: ligth/" "$work/case/entries/lamp-lit/entry.yaml"
status 1 build -o two.vpack case
claim "content with errors leaves the pack before it alone" "cmp one.vpack two.vpack"
status 1 build -o three.vpack case
claim "content with errors makes no pack" "[ ! -e three.vpack ]"
status 1 build -o nowhere/three.vpack case
head -c 1000 "$work/one.vpack" > "$work/short.vpack"
status 1 verify short.vpack
status 1 show case/exhibit.yaml
status 1 diff one.vpack nothing.vpack
for words in "" frob check accept "check case case" "build -o" "check --colour case" "show --coverage one.vpack" "diff one.vpack"; do
    # shellcheck disable=SC2086 # these are words
    status 2 $words
    claim "a misunderstood command points to --help" "grep -q -e --help err"
done
rm -r "$work/case"
make_case "$here/compile/good-base"
status 0 accept case
claim "what has been accepted is on record" "grep -q '^  quotation k-lit [0-9a-f]* [0-9a-f]*$' case/translations.lock"
sed -i "s/^It began with a lamp/It began with a candle/" "$work/case/stories/first-years/en.md"
status 0 check --no-spelling case
claim "a translation older than its source is reported" "grep -q 'stories/first-years/lt.md:4: warning (stale-translation)' err"
status 0 accept case/
status 0 check --no-spelling case
claim "accepting everything leaves what is stale" "grep -q 'stories/first-years/lt.md:4: warning (stale-translation)' err"
status 0 accept case case/stories/first-years/lt.md
status 0 check --no-spelling case
claim "a file that is named is accepted as it is" "[ ! -s err ]"
sed -i "s/^It began with a candle/It began with a torch/" "$work/case/stories/first-years/en.md"
sed -i "s/^Viskas prasidėjo nuo žibinto/Viskas prasidėjo nuo deglo/" "$work/case/stories/first-years/lt.md"
status 0 check --no-spelling case
claim "a translation that has changed with its source is not stale" "[ ! -s err ]"
status 1 accept case entries/lamp-lit/entry.yaml
status 1 accept nowhere
status 0 --help
status 0 --version
status 0 rules

echo "$cases cases, $failures failures"
[ "$failures" = 0 ]
