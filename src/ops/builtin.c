#include "ops/builtin.h"

/* BUILTIN_PACK is the path of the file the build has made. */
__asm__(".section .rodata\n"
        ".balign 16\n"
        "builtin_pack_begin:\n"
        ".incbin \"" BUILTIN_PACK "\"\n"
        "builtin_pack_end:\n"
        ".byte 0\n"
        ".previous\n");

extern const uint8_t builtin_pack_begin[], builtin_pack_end[];

const uint8_t *builtin_pack(void)
{
    return builtin_pack_begin;
}

size_t builtin_pack_size(void)
{
    return (size_t)(builtin_pack_end - builtin_pack_begin);
}
