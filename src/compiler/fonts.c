#include "compiler/fonts.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "compiler/faces.h"
#include "compiler/font_files.h"
#include "compiler/memory.h"
#include "compiler/subset.h"

enum { CLUSTER_MAX = 32 };

static const char *const ROLE_NAMES[PACK_ROLE_COUNT] = {
    "display",     "museum",   "museum-bold",   "narrow",
    "narrow-bold", "document", "document-bold", "document-italic",
};

struct fonts {
    struct draft *draft;
    struct diag *diag;
    struct font_files *files;
    struct faces *faces;
    hb_set_t *reported;      /* characters that no face has */
    struct pack_span *spans; /* of the text in work */
    uint32_t span_count, span_room;
};

/* ---- files ---------------------------------------------------------------------------------- */

static void open_face(struct fonts *fonts, enum pack_role role, const struct draft_face *face)
{
    const char *path = font_files_find(fonts->files, face->file);

    if (!path)
        diag_error(fonts->diag, face->at, "font",
                   "there is no font \"%.80s\"; put the file into the folder fonts or install its "
                   "Debian package",
                   face->file);
    else if (faces_count(fonts->faces, role) == FACES_PLACES_MAX)
        diag_error(fonts->diag, face->at, "font",
                   "a role has at most %d faces; leave \"%.80s\" out", FACES_PLACES_MAX,
                   face->file);
    else if (!faces_add(fonts->faces, role, path))
        diag_error(fonts->diag, face->at, "font",
                   "\"%.80s\" is not a font that can be read; get the file anew", face->file);
}

/* True when every face of every role is there, so that places in the lists of draft and faces
 * agree. */
static bool open_faces(struct fonts *fonts)
{
    int errors = fonts->diag->errors;

    for (int role = 0; role < PACK_ROLE_COUNT; role++)
        for (int i = 0; i < fonts->draft->roles[role].count; i++)
            open_face(fonts, (enum pack_role)role, &fonts->draft->roles[role].faces[i]);
    faces_complete(fonts->faces);
    if (fonts->diag->errors == errors && faces_count(fonts->faces, PACK_MUSEUM) == 0)
        diag_error(fonts->diag, fonts->draft->at, "font",
                   "the exhibit names no font; write at least museum: [a file]");
    return fonts->diag->errors == errors;
}

/* ---- clusters ------------------------------------------------------------------------------- */

static bool joins(UChar32 character, UChar32 before)
{
    int kind = u_getIntPropertyValue(character, UCHAR_GRAPHEME_CLUSTER_BREAK);

    return kind == U_GCB_EXTEND || kind == U_GCB_SPACING_MARK || kind == U_GCB_ZWJ
           || (before == 0x200d && u_hasBinaryProperty(character, UCHAR_EXTENDED_PICTOGRAPHIC));
}

/* Returns the byte behind the cluster that begins at `at`. */
static uint32_t next_cluster(const char *bytes, uint32_t length, uint32_t at, int32_t *characters,
                             int *count)
{
    int32_t next = (int32_t)at;

    U8_NEXT_OR_FFFD(bytes, next, (int32_t)length, characters[0]);
    *count = 1;
    /* no character below U+0300 joins the one before it */
    while ((uint32_t)next < length && (uint8_t)bytes[next] >= 0xcc && *count < CLUSTER_MAX) {
        int32_t behind = next;

        U8_NEXT_OR_FFFD(bytes, behind, (int32_t)length, characters[*count]);
        if (!joins(characters[*count], characters[*count - 1]))
            break;
        ++*count;
        next = behind;
    }
    return (uint32_t)next;
}

static void report(struct fonts *fonts, const struct draft_visit *visit, uint32_t at, uint32_t end,
                   const int32_t *characters, int place)
{
    const char *role = ROLE_NAMES[visit->role];

    if (hb_set_has(fonts->reported, (hb_codepoint_t)characters[0]))
        return;
    hb_set_add(fonts->reported, (hb_codepoint_t)characters[0]);
    if (place < 0)
        diag_error(fonts->diag, visit->text->at, "glyph",
                   "no face of the role \"%s\" can draw \"%.*s\" (U+%04X); name a font that has it "
                   "in exhibit.yaml",
                   role, (int)(end - at), visit->text->bytes + at, (unsigned)characters[0]);
    else
        diag_warning(fonts->diag, visit->text->at, "glyph",
                     "not every role can draw \"%.*s\" (U+%04X); name a font that has it at the "
                     "same place of each list",
                     (int)(end - at), visit->text->bytes + at, (unsigned)characters[0]);
}

/* The place of the cluster in the list of faces; *end becomes the byte behind it. */
static int choose_face(struct fonts *fonts, const struct draft_visit *visit, uint32_t length,
                       uint32_t at, uint32_t *end)
{
    int32_t characters[CLUSTER_MAX];
    bool is_everywhere;
    int count, place;

    *end = next_cluster(visit->text->bytes, length, at, characters, &count);
    place = faces_choose(fonts->faces, visit->role, visit->language < 0, characters, count,
                         &is_everywhere);
    if (!is_everywhere)
        report(fonts, visit, at, *end, characters, place);
    return place < 0 ? 0 : place;
}

/* ---- spans ---------------------------------------------------------------------------------- */

static void put_span(struct fonts *fonts, struct pack_span span)
{
    if (fonts->span_count == fonts->span_room) {
        fonts->span_room = fonts->span_room * 2 + 16;
        fonts->spans = memory_must(realloc(fonts->spans, fonts->span_room * sizeof *fonts->spans));
    }
    fonts->spans[fonts->span_count++] = span;
}

static void put_face(struct fonts *fonts, const struct draft_text *text, uint32_t *next,
                     uint32_t at, int place)
{
    if (*next < text->span_count && text->spans[*next].start <= at) {
        struct pack_span span = text->spans[(*next)++];

        span.face = (uint8_t)place;
        put_span(fonts, span);
    } else if (fonts->spans[fonts->span_count - 1].face != place) {
        struct pack_span span = fonts->spans[fonts->span_count - 1];

        span.start = at;
        span.face = (uint8_t)place;
        put_span(fonts, span);
    }
}

static void visit_text(struct draft_visit visit, void *context)
{
    struct fonts *fonts = context;
    struct draft_text *text = visit.text;
    uint32_t length = (uint32_t)strlen(text->bytes), next = 0, end;
    bool is_first_only = true;

    fonts->span_count = 0;
    if (text->span_count == 0)
        return;
    for (uint32_t at = 0; at < length; at = end) {
        int place = choose_face(fonts, &visit, length, at, &end);

        put_face(fonts, text, &next, at, place);
        is_first_only &= place == 0;
    }
    if (is_first_only)
        return;
    text->spans = draft_alloc(fonts->draft, fonts->span_count * sizeof *text->spans);
    memcpy(text->spans, fonts->spans, fonts->span_count * sizeof *text->spans);
    text->span_count = fonts->span_count;
}

/* ---- subsets -------------------------------------------------------------------------------- */

/* What the first face of a role has is not asked of the others. */
static void add_spare_characters(struct fonts *fonts)
{
    hb_set_t *spare = hb_set_create();

    subset_add_basics(spare);
    for (int i = 0; i < fonts->draft->language_count; i++)
        subset_add_alphabet(spare, fonts->draft->languages[i].tag);
    for (int role = 0; role < PACK_ROLE_COUNT; role++) {
        hb_set_t *missing = hb_set_copy(spare);

        for (int place = 0; place < faces_count(fonts->faces, (enum pack_role)role); place++) {
            struct face *face = faces_at(fonts->faces, (enum pack_role)role, place);

            hb_set_union(face->used, missing);
            hb_set_add(face->used, ' ');
            hb_set_add(face->used, '-');
            hb_set_subtract(missing, face->characters);
        }
        hb_set_destroy(missing);
    }
    hb_set_destroy(spare);
}

static void fill_faces(struct fonts *fonts)
{
    for (int role = 0; role < PACK_ROLE_COUNT; role++)
        for (int i = 0; i < fonts->draft->roles[role].count; i++) {
            struct face *face = faces_at(fonts->faces, (enum pack_role)role, i);
            struct draft_face *out = &fonts->draft->roles[role].faces[i];

            if (!subset_face(fonts->draft, face->font, face->used, out))
                diag_error(fonts->diag, out->at, "font",
                           "\"%.80s\" cannot be reduced to the characters used; take another font",
                           out->file);
        }
}

void fonts_fill(struct draft *draft, struct diag *diag, const struct fonts_options *options)
{
    struct fonts fonts = {
        .draft = draft,
        .diag = diag,
        .files = font_files_create(options->folders, options->folder_count),
        .faces = faces_create(),
        .reported = hb_set_create(),
    };

    if (open_faces(&fonts)) {
        draft_each_text(draft, visit_text, &fonts);
        add_spare_characters(&fonts);
        fill_faces(&fonts);
    }
    free(fonts.spans);
    hb_set_destroy(fonts.reported);
    faces_destroy(fonts.faces);
    font_files_destroy(fonts.files);
}
