#include "pack/pack.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pack/blocks.h"
#include "pack/check.h"
#include "pack/coasts.h"
#include "pack/inside.h"
#include "pack/payloads.h"
#include "pack/sections.h"
#include "pack/texts.h"

const char *pack_error_text(enum pack_error error)
{
    switch (error) {
    case PACK_OK:
        return "The content pack is good.";
    case PACK_UNREADABLE:
        return "The content pack cannot be read: check that the file exists and may be opened.";
    case PACK_NOT_A_PACK:
        return "This file is not a content pack.";
    case PACK_TOO_NEW:
        return "The content pack is newer than this program: update the program, or build the pack with an older "
               "vitrine-pack.";
    case PACK_TRUNCATED:
        return "The content pack is cut short: copy it again.";
    case PACK_CHECKSUM:
        return "The content pack is damaged: copy it again.";
    case PACK_STRUCTURE:
        return "The content pack contradicts itself: build it again.";
    case PACK_NO_MEMORY:
        return "There is not enough memory to open the content pack.";
    }
    return "The content pack cannot be used.";
}

static enum pack_error map(const char *path, struct pack *pack)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    enum pack_error error = PACK_OK;
    struct stat about;
    void *bytes;

    if (file < 0)
        return PACK_UNREADABLE;
    if (fstat(file, &about) != 0)
        error = PACK_UNREADABLE;
    else if (!S_ISREG(about.st_mode))
        error = PACK_NOT_A_PACK;
    else if (about.st_size == 0)
        error = PACK_TRUNCATED;
    else if (about.st_size > FORMAT_FILE_MAX)
        error = PACK_NOT_A_PACK;
    if (error == PACK_OK) {
        bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
        if (bytes == MAP_FAILED)
            error = PACK_UNREADABLE;
        else
            *pack = (struct pack){.bytes = bytes, .size = (size_t)about.st_size, .is_mapped = true};
    }
    close(file);
    return error;
}

static enum pack_error validate(struct pack *pack)
{
    enum pack_error error = sections_open(pack);

    if (error == PACK_OK)
        error = check_tables(pack);
    if (error != PACK_OK)
        return error;
    texts_locate(pack);
    sections_release(pack, pack->bytes, pack->size);
    pack->blocks = blocks_create(table_rows(pack, SECTION_BLOCKS));
    pack->payloads = payloads_create(pack);
    pack->coasts = coasts_create(pack);
    if (pack->blocks == NULL || pack->payloads == NULL || pack->coasts == NULL)
        return PACK_NO_MEMORY;
    return PACK_OK;
}

static enum pack_error finish_open(struct pack *pack, struct pack **out)
{
    enum pack_error error = validate(pack);

    if (error == PACK_OK) {
        *out = pack;
        return PACK_OK;
    }
    pack_close(pack);
    return error;
}

enum pack_error pack_open(const char *path, struct pack **out)
{
    struct pack *pack = calloc(1, sizeof *pack);
    enum pack_error error;

    *out = NULL;
    if (pack == NULL)
        return PACK_NO_MEMORY;
    error = map(path, pack);
    if (error != PACK_OK) {
        free(pack);
        return error;
    }
    return finish_open(pack, out);
}

enum pack_error pack_open_memory(const uint8_t *bytes, size_t size, struct pack **out)
{
    struct pack *pack = calloc(1, sizeof *pack);

    *out = NULL;
    if (pack == NULL)
        return PACK_NO_MEMORY;
    pack->bytes = bytes;
    pack->size = size;
    return finish_open(pack, out);
}

void pack_close(struct pack *pack)
{
    if (pack == NULL)
        return;
    coasts_destroy(pack->coasts);
    payloads_destroy(pack->payloads);
    blocks_destroy(pack->blocks);
    sections_close(pack);
    if (pack->is_mapped)
        munmap((void *)(uintptr_t)pack->bytes, pack->size);
    free(pack);
}

bool pack_is_damaged(const struct pack *pack)
{
    return blocks_are_damaged(pack->blocks) || payloads_are_damaged(pack->payloads);
}

void pack_trim(struct pack *pack)
{
    blocks_trim(pack->blocks, PACK_TEXT_BUDGET_BYTES);
}

uint32_t pack_identity(const struct pack *pack)
{
    return pack->identity;
}
