/*
 * A coverage-guided fuzzer over the reader: clang -fsanitize=fuzzer,address,undefined, run by tests/fuzz.sh.
 *
 * The checksums are made right first, or nothing behind them would ever be reached. With "-seeds FOLDER" as its only
 * arguments it writes packs to start from and ends.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repack.h"
#include "sample.h"
#include "touch_all.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerInitialize(int *count, char ***arguments);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    uint8_t *copy = malloc(size > 0 ? size : 1);
    struct pack *pack;

    if (size > 0)
        memcpy(copy, bytes, size);
    repack_sum_text(copy, size);
    repack_sum(copy, size);
    if (pack_open_memory(copy, size, &pack) == PACK_OK)
        touch_all(pack);
    pack_close(pack);
    free(copy);
    return 0;
}

static void write_seed(const char *folder, const char *name, const uint8_t *bytes, size_t size)
{
    char path[4096], problem[256];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (!write_file(path, bytes, size, problem, sizeof problem)) {
        fprintf(stderr, "fuzz_pack: %s\n", problem);
        exit(EXIT_FAILURE);
    }
}

/* As the compiler writes it, and with raw sections, where a changed word stays one changed word. */
static void write_seeds(const char *folder)
{
    struct sample sample = {.pack = NULL};
    struct repack repack;

    sample_open(&sample);
    repack = repack_open(sample.pack);
    write_seed(folder, "coded.vpack", sample.result.bytes, sample.result.size);
    write_seed(folder, "raw.vpack", repack.bytes, repack.size);
    repack_close(&repack);
    sample_close(&sample);
}

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    if (*count == 3 && strcmp((*arguments)[1], "-seeds") == 0) {
        write_seeds((*arguments)[2]);
        exit(EXIT_SUCCESS);
    }
    return 0;
}
