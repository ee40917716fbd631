/*
 * ids.h - from the ids of many things to their places in the array.
 */
#ifndef VITRINE_COMPILER_IDS_H
#define VITRINE_COMPILER_IDS_H

#include <stddef.h>

struct ids;

/* `items` are `count` structs of `size` bytes, each with a const char * at `offset`; NULL there is never found. The ids
 * themselves are borrowed. Never returns NULL. */
struct ids *ids_open(const void *items, int count, size_t size, size_t offset);

/* Accepts NULL. */
void ids_close(struct ids *ids);

/* The first item with this id; -1 = none, also for NULL. */
int ids_find(const struct ids *ids, const char *id);

#endif
