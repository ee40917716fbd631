/*
 * whole_file.h - the bytes of a file that is not text of the exhibit: a picture, a map.
 */
#ifndef VITRINE_COMPILER_WHOLE_FILE_H
#define VITRINE_COMPILER_WHOLE_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "compiler/draft.h"

/* Owned by the draft, with a zero byte behind the last. NULL when the file cannot be read or has
 * more than `most` bytes; *size is then 0 or `most` + 1. */
uint8_t *whole_file_read(struct draft *draft, const char *path, size_t most, size_t *size);

#endif
