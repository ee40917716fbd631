/*
 * payloads.h - the bytes of faces, pictures and coasts: in the file, or unpacked when first needed and kept until pack_close.
 */
#ifndef VITRINE_PACK_PAYLOADS_H
#define VITRINE_PACK_PAYLOADS_H

#include "pack/inside.h"

struct payloads;

/* NULL without memory. */
struct payloads *payloads_create(const struct pack *pack);

/* Accepts NULL. */
void payloads_destroy(struct payloads *payloads);

/* A row of PAYLOADS; size 0 if it is damaged. */
struct pack_bytes payloads_bytes(const struct pack *pack, uint32_t row);

/* Something that was unpacked is not what it should be. */
void payloads_mark_damaged(struct payloads *payloads);
bool payloads_are_damaged(const struct payloads *payloads);

#endif
