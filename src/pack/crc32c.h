/*
 * crc32c.h - the checksum of a pack: CRC-32C (Castagnoli), as in RFC 3720. Not cryptographic.
 */
#ifndef VITRINE_PACK_CRC32C_H
#define VITRINE_PACK_CRC32C_H

#include <stddef.h>
#include <stdint.h>

/* `crc` is 0 at the start and the value so far when the bytes come in parts. */
uint32_t crc32c(uint32_t crc, const void *bytes, size_t size);

#endif
