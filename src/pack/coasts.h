/*
 * coasts.h - coastlines as rings of points, unpacked when first needed and kept until pack_close.
 */
#ifndef VITRINE_PACK_COASTS_H
#define VITRINE_PACK_COASTS_H

#include "pack/inside.h"

struct coasts;

/* NULL without memory. */
struct coasts *coasts_create(const struct pack *pack);

/* Accepts NULL. */
void coasts_destroy(struct coasts *coasts);

#endif
