#!/usr/bin/env bash
# Installs what is missing, builds with both compilers and runs every test. What stands behind the command goes to CTest
# ("-R camera" runs one test, "-j 8" eight at a time).
set -u
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../deploy/lib.sh"

need_packages "${build_packages[@]}" "${test_packages[@]}"
build clang
build sanitize
say "running the tests"
cd "$top/build/sanitize" || exit 1
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
exec ctest --output-on-failure --no-tests=error --parallel "$(nproc)" "$@"
