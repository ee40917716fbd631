#!/usr/bin/env bash
# Feeds broken packs to the reader under clang's fuzzer and sanitizers: tests/fuzz.sh [SECONDS], 60 unless said. What is
# found stands in build/fuzz and ends the script with an error; what was reached is kept there for the next time.
set -euo pipefail
top=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
folder=$top/build/fuzz
seconds=${1:-60}

mkdir -p "$folder/corpus" "$folder/seeds"
cd "$top"
clang -std=gnu11 -O1 -g -D_GNU_SOURCE -Isrc -Itests -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
    src/pack/*.c src/compiler/{buffer,draft,ids,memory,names}.c src/compiler/write*.c \
    tests/{fuzz_pack,repack,sample,touch_all}.c -lbrotlidec -lbrotlienc -lm -lpthread -o "$folder/fuzz_pack"
cd "$folder"
./fuzz_pack -seeds seeds
exec ./fuzz_pack -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=65536 corpus seeds
