/*
 * sections.h - from the bytes of a file to tables: header, section table, checksums, unpacking.
 */
#ifndef VITRINE_PACK_SECTIONS_H
#define VITRINE_PACK_SECTIONS_H

#include "pack/inside.h"

/* Fills pack->tables from pack->bytes. On failure sections_close frees what there is. */
enum pack_error sections_open(struct pack *pack);
void sections_close(struct pack *pack);

/* Lets the system drop the pages of these bytes until they are read again; nothing happens unless they lie in a mapped file. */
void sections_release(const struct pack *pack, const uint8_t *bytes, size_t size);

#endif
