#!/usr/bin/env bash
# tests/RULES.md speaks of every rule, and of no test that is not there.
set -u

cd "$(dirname "$(readlink -f "$0")")" || exit 1
passed=0 failed=0

check() { # what, then a command
    local what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        printf 'RULES.md: %s\n' "$what"
        failed=$((failed + 1))
    fi
}

# every rule has a row
for letter in D:4 T:24 K:14 A:11 I:14 L:10 Y:21 M:6 C:6 V:8; do
    for ((n = 1; n <= ${letter#*:}; n++)); do
        check "there is no row for ${letter%:*}$n" grep -q "^| ${letter%:*}$n |" RULES.md
    done
done

# "test_x: case, case" and "test_compile.sh: folder, folder"
while IFS=: read -r file cases; do
    for name in ${cases//,/ }; do
        if [ "$file" = test_compile.sh ]; then
            check "there is no tests/compile/$name" test -d "compile/$name"
        elif [ "$name" != drawn ]; then
            check "$file has no case $name" grep -qE "(cmocka_unit_test[a-z_]*|CASE)\(${name}[,)]" "$file.c"
        fi
    done
done < <(grep -oE '(test_[a-z_]+|test_compile\.sh): [a-z0-9_-]*[_-][a-z0-9_-]+(, [a-z0-9_-]*[_-][a-z0-9_-]+)*' RULES.md)

# files that are named alone
while read -r file; do
    check "there is no tests/$file" test -e "$file"
done < <(grep -oE '(visits/[a-z]+\.txt|test_[a-z_]+\.sh)' RULES.md | sort -u)

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
