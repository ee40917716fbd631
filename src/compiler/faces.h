/*
 * faces.h - the faces of an exhibit, and which of them draws a character.
 *
 * Texts of the interface may be drawn in any role, so a face is chosen by its place in the list:
 * the first place where the faces of all roles have the character. Originals are drawn in the roles
 * of documents only. A role with a shorter list uses its first face for the places it lacks, as the
 * kiosk does.
 */
#ifndef VITRINE_COMPILER_FACES_H
#define VITRINE_COMPILER_FACES_H

#include <hb.h>
#include <stdbool.h>

#include "compiler/draft.h"
#include "compiler/font_files.h"

enum { FACES_PLACES_MAX = 8 };

/* A font file, once for all roles that name it. */
struct face {
    const char *path;
    hb_face_t *font;
    hb_set_t *characters; /* that it has */
    hb_set_t *used;       /* that it is asked to draw */
};

struct faces;

/* Never NULL. */
struct faces *faces_create(void);

/* Accepts NULL. */
void faces_destroy(struct faces *faces);

/* Puts a file at the next place of a role. False when it is no font or the list is full. */
bool faces_add(struct faces *faces, enum pack_role role, const char *path);

int faces_count(const struct faces *faces, enum pack_role role);
struct face *faces_at(const struct faces *faces, enum pack_role role, int place);

/* Roles without faces of their own take those of another, as the pack does. */
void faces_complete(struct faces *faces);

/*
 * The place that draws a grapheme cluster of `count` characters in a role, -1 = none. The faces of
 * that place are noted to use them. *is_everywhere is false where some role that may draw the text
 * lacks the cluster.
 */
int faces_choose(struct faces *faces, enum pack_role role, bool is_original,
                 const int32_t *characters, int count, bool *is_everywhere);

#endif
