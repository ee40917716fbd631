#!/bin/sh
# The exhibition itself keeps what it promises: no errors, every sentence of the documents quoted or left out for a reason, no
# word misspelt, no link that ends nowhere, no translation older than its source.
#
#   test_content.sh [vitrine-pack or the folder it was built in]
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
failures=0

"$program" check --coverage "$here/../content" > "$work/out" 2> "$work/err" || failures=1
# without what is advice only, and the lines about progress on a slow machine
grep -v -e "warning (statement-length)" -e " …$" "$work/err" > "$work/findings"
if [ -s "$work/findings" ]; then
    failures=1
    cat "$work/findings"
fi
if ! grep -q "^[0-9]* sentences: .* 0 with neither;" "$work/out"; then
    failures=1
    echo "check --coverage does not say that no sentence is with neither:"
    tail -n 2 "$work/out"
fi
exit $failures
