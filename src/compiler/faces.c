#include "compiler/faces.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "compiler/memory.h"

enum {
    FACES_MAX = PACK_ROLE_COUNT * FACES_PLACES_MAX,
    CACHE_CHARACTERS = 0x10000,
    CLUSTER_UNITS = 64
};

enum { CACHE_UNKNOWN, CACHE_NONE, CACHE_PLACE, CACHE_LACKING = 128 };

struct faces {
    struct face files[FACES_MAX];
    int file_count;
    int places[PACK_ROLE_COUNT][FACES_PLACES_MAX], counts[PACK_ROLE_COUNT];
    uint8_t *cache[PACK_ROLE_COUNT]
                  [2]; /* single characters of the first plane, by role and is_original */
};

struct faces *faces_create(void)
{
    return memory_take_zeroed(1, sizeof(struct faces));
}

void faces_destroy(struct faces *faces)
{
    if (!faces)
        return;
    for (int i = 0; i < faces->file_count; i++) {
        hb_set_destroy(faces->files[i].used);
        hb_set_destroy(faces->files[i].characters);
        hb_face_destroy(faces->files[i].font);
    }
    for (int role = 0; role < PACK_ROLE_COUNT; role++) {
        free(faces->cache[role][0]);
        free(faces->cache[role][1]);
    }
    free(faces);
}

/* ---- the list ------------------------------------------------------------------------------- */

/* The index of the file; -1 when it is no font. */
static int open_file(struct faces *faces, const char *path)
{
    hb_blob_t *blob;
    struct face *file;

    for (int i = 0; i < faces->file_count; i++)
        if (!strcmp(faces->files[i].path, path))
            return i;
    file = &faces->files[faces->file_count];
    blob = hb_blob_create_from_file(path);
    *file = (struct face){path, hb_face_create(blob, 0), hb_set_create(), hb_set_create()};
    hb_blob_destroy(blob);
    hb_face_collect_unicodes(file->font, file->characters);
    if (hb_face_get_glyph_count(file->font) > 0 && !hb_set_is_empty(file->characters))
        return faces->file_count++;
    hb_set_destroy(file->used);
    hb_set_destroy(file->characters);
    hb_face_destroy(file->font);
    return -1;
}

bool faces_add(struct faces *faces, enum pack_role role, const char *path)
{
    int file = faces->counts[role] < FACES_PLACES_MAX ? open_file(faces, path) : -1;

    if (file < 0)
        return false;
    faces->places[role][faces->counts[role]++] = file;
    return true;
}

int faces_count(const struct faces *faces, enum pack_role role)
{
    return faces->counts[role];
}

struct face *faces_at(const struct faces *faces, enum pack_role role, int place)
{
    return (struct face *)&faces
        ->files[faces->places[role][place < faces->counts[role] ? place : 0]];
}

void faces_complete(struct faces *faces)
{
    static const enum pack_role BASE[PACK_ROLE_COUNT] = {
        [PACK_DISPLAY] = PACK_MUSEUM,         [PACK_MUSEUM] = PACK_DOCUMENT,
        [PACK_MUSEUM_BOLD] = PACK_MUSEUM,     [PACK_NARROW] = PACK_MUSEUM,
        [PACK_NARROW_BOLD] = PACK_NARROW,     [PACK_DOCUMENT] = PACK_MUSEUM,
        [PACK_DOCUMENT_BOLD] = PACK_DOCUMENT, [PACK_DOCUMENT_ITALIC] = PACK_DOCUMENT,
    };

    for (int steps = 0; steps < 3; steps++)
        for (int role = 0; role < PACK_ROLE_COUNT; role++) {
            if (faces->counts[role] > 0)
                continue;
            memcpy(faces->places[role], faces->places[BASE[role]], sizeof faces->places[role]);
            faces->counts[role] = faces->counts[BASE[role]];
        }
}

/* ---- one cluster ---------------------------------------------------------------------------- */

struct cluster {
    const int32_t *characters;
    int count;
    int32_t composed[CLUSTER_UNITS]; /* its NFC form, which shaping tries first */
    int composed_count;
};

static void compose(struct cluster *cluster)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    UChar units[CLUSTER_UNITS * 2], composed[CLUSTER_UNITS * 2];
    int32_t count = 0, length;

    cluster->composed_count = 0;
    if (cluster->count > CLUSTER_UNITS)
        return;
    for (int i = 0; i < cluster->count; i++)
        U16_APPEND_UNSAFE(units, count, cluster->characters[i]);
    length = unorm2_normalize(nfc, units, count, composed, CLUSTER_UNITS, &status);
    for (int32_t i = 0; U_SUCCESS(status) && i < length;) {
        UChar32 character;

        U16_NEXT(composed, i, length, character);
        cluster->composed[cluster->composed_count++] = character;
    }
}

static bool has_all(const struct face *face, const int32_t *characters, int count)
{
    for (int i = 0; i < count; i++)
        if (!hb_set_has(face->characters, (hb_codepoint_t)characters[i])
            && !u_hasBinaryProperty(characters[i], UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            return false;
    return count > 0;
}

static bool draws(const struct face *face, const struct cluster *cluster)
{
    return has_all(face, cluster->characters, cluster->count)
           || has_all(face, cluster->composed, cluster->composed_count);
}

static void use(struct face *face, const struct cluster *cluster)
{
    for (int i = 0; i < cluster->count; i++)
        hb_set_add(face->used, (hb_codepoint_t)cluster->characters[i]);
    for (int i = 0; i < cluster->composed_count; i++)
        hb_set_add(face->used, (hb_codepoint_t)cluster->composed[i]);
}

static bool may_draw(enum pack_role role, bool is_original)
{
    return !is_original || role == PACK_DOCUMENT || role == PACK_DOCUMENT_BOLD
           || role == PACK_DOCUMENT_ITALIC;
}

static bool is_drawn_everywhere(const struct faces *faces, int place, bool is_original,
                                const struct cluster *cluster)
{
    for (int role = 0; role < PACK_ROLE_COUNT; role++)
        if (may_draw((enum pack_role)role, is_original) && faces->counts[role] > 0
            && !draws(faces_at(faces, (enum pack_role)role, place), cluster))
            return false;
    return true;
}

static void use_everywhere(const struct faces *faces, int place, bool is_original,
                           const struct cluster *cluster)
{
    for (int role = 0; role < PACK_ROLE_COUNT; role++)
        if (may_draw((enum pack_role)role, is_original) && faces->counts[role] > 0)
            use(faces_at(faces, (enum pack_role)role, place), cluster);
}

static int longest_list(const struct faces *faces)
{
    int longest = 0;

    for (int role = 0; role < PACK_ROLE_COUNT; role++)
        if (faces->counts[role] > longest)
            longest = faces->counts[role];
    return longest;
}

static int choose(struct faces *faces, enum pack_role role, bool is_original,
                  const struct cluster *cluster, bool *is_everywhere)
{
    int place, longest = longest_list(faces);

    *is_everywhere = true;
    for (place = 0; place < longest; place++)
        if (is_drawn_everywhere(faces, place, is_original, cluster)) {
            use_everywhere(faces, place, is_original, cluster);
            return place;
        }
    *is_everywhere = false;
    for (place = 0; place < faces->counts[role]; place++)
        if (draws(faces_at(faces, role, place), cluster)) {
            use_everywhere(faces, place, is_original, cluster);
            return place;
        }
    return -1;
}

int faces_choose(struct faces *faces, enum pack_role role, bool is_original,
                 const int32_t *characters, int count, bool *is_everywhere)
{
    struct cluster cluster = {.characters = characters, .count = count};
    uint8_t **cache = &faces->cache[role][is_original], *known = NULL;
    int place;

    if (count == 1 && characters[0] < CACHE_CHARACTERS) {
        if (!*cache)
            *cache = memory_take_zeroed(CACHE_CHARACTERS, 1);
        known = &(*cache)[characters[0]];
        *is_everywhere = !(*known & CACHE_LACKING);
        if (*known != CACHE_UNKNOWN)
            return (*known & ~CACHE_LACKING) - CACHE_PLACE;
    }
    compose(&cluster);
    place = choose(faces, role, is_original, &cluster, is_everywhere);
    if (known)
        *known = (uint8_t)((place + CACHE_PLACE) | (*is_everywhere ? 0 : CACHE_LACKING));
    return place;
}
