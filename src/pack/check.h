/*
 * check.h - everything the tables of a pack promise, tried once at the door, so that accessors can trust them.
 */
#ifndef VITRINE_PACK_CHECK_H
#define VITRINE_PACK_CHECK_H

#include "pack/inside.h"

/* PACK_OK or PACK_STRUCTURE. */
enum pack_error check_tables(const struct pack *pack);

#endif
