/*
 * packs.h - the folder a kiosk takes its packs from: the newest good one is shown, else the next older, else the built-in one.
 *
 * Newest is by time of modification, then by name. A file that was refused is remembered by size and time and not opened again
 * until it changes, so that a half-copied pack is taken as soon as it is whole.
 */
#ifndef VITRINE_OPS_PACKS_H
#define VITRINE_OPS_PACKS_H

#include <stdbool.h>

#include "pack/pack.h"

struct packs;

/* A folder of *.vpack files, or one file. It need not exist yet. NULL when memory is out. */
struct packs *packs_create(const char *path);
void packs_destroy(struct packs *packs);

/* Opens the best pack there is now and remembers it as the one in use. Never fails to give one: *is_builtin tells that no file was
 * usable. The pack is the caller's to close. NULL only if even the built-in pack does not open. */
struct pack *packs_take(struct packs *packs, bool *is_builtin);

/* True when packs_take would give another pack than the one in use, as far as the folder's listing tells. */
bool packs_have_changed(struct packs *packs);

/* The pack in use turned out to be damaged: it is not taken again until its file changes. */
void packs_condemn(struct packs *packs);

/* The file name in use; "built-in" if there is none. */
const char *packs_name(const struct packs *packs);

#endif
