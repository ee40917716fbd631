/*
 * media.h - pictures, motifs and coasts, as the screen needs them.
 */
#ifndef VITRINE_COMPILER_MEDIA_H
#define VITRINE_COMPILER_MEDIA_H

#include "compiler/diag.h"
#include "compiler/draft.h"

enum { MEDIA_PICTURE_BYTES_MAX = 8 * 1024 * 1024, MEDIA_PICTURE_SIDE_MAX = 3840 };

/*
 * Reads pictures/<id>.svg, .png, .jpg, .jpeg or .webp of every picture the exhibit lists, adds
 * every motif of assets_folder/motifs that has no picture of its name, and fills the coasts from
 * map/; then sorts the draft again. Reports "picture", "motif", "map". `assets_folder` NULL = no
 * motifs.
 */
void media_fill(struct draft *draft, struct diag *diag, const char *content_folder,
                const char *assets_folder);

#endif
