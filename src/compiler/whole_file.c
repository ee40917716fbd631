#include "compiler/whole_file.h"

#include <stdio.h>
#include <sys/stat.h>

uint8_t *whole_file_read(struct draft *draft, const char *path, size_t most, size_t *size)
{
    FILE *file = fopen(path, "rb");
    struct stat facts;
    uint8_t *bytes = NULL;

    *size = 0;
    if (!file)
        return NULL;
    if (fstat(fileno(file), &facts) == 0 && S_ISREG(facts.st_mode)) {
        *size = (size_t)facts.st_size > most ? most + 1 : (size_t)facts.st_size;
        if (*size <= most) {
            bytes = draft_alloc(draft, *size + 1);
            *size = fread(bytes, 1, *size, file);
        }
    }
    fclose(file);
    return bytes;
}
