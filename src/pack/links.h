/*
 * links.h - what ties the tables of a pack to each other, beyond the kinds of their columns.
 */
#ifndef VITRINE_PACK_LINKS_H
#define VITRINE_PACK_LINKS_H

#include "pack/inside.h"

/* Call it when all columns are known to hold their kinds. */
bool links_check(const struct pack *pack);

#endif
