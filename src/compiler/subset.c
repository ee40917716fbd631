#include "compiler/subset.h"

#include <hb-subset.h>
#include <string.h>
#include <unicode/ulocdata.h>
#include <unicode/uset.h>

#include "compiler/locale.h"

enum { ALPHABET_MAX = 1000 };

/* ---- characters ----------------------------------------------------------------------------- */

void subset_add_basics(hb_set_t *characters)
{
    static const hb_codepoint_t SIGNS[] = {
        0xa0,   0xa7,   0xaa,   0xab,   0xb0,   0xb1,   0xb7,   0xba,   0xbb,   0xd7,
        0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d,
        0x201e, 0x2020, 0x2026, 0x2030, 0x2039, 0x203a, 0x20ac, 0x2116, 0x2212, 0x2260};

    hb_set_add_range(characters, 0x20, 0x7e);
    for (size_t i = 0; i < sizeof SIGNS / sizeof SIGNS[0]; i++)
        hb_set_add(characters, SIGNS[i]);
}

static void add_items(hb_set_t *characters, const USet *alphabet)
{
    int32_t items = uset_getItemCount(alphabet);

    for (int32_t i = 0; i < items; i++) {
        UErrorCode status = U_ZERO_ERROR;
        UChar32 first, last;
        int32_t length = uset_getItem(alphabet, i, &first, &last, NULL, 0, &status);

        if (length == 0) /* letters of several characters are made of others */
            hb_set_add_range(characters, (hb_codepoint_t)first, (hb_codepoint_t)last);
    }
}

void subset_add_alphabet(hb_set_t *characters, const char *tag)
{
    static const ULocaleDataExemplarSetType TYPES[] = {ULOCDATA_ES_STANDARD,
                                                       ULOCDATA_ES_PUNCTUATION};
    UErrorCode status = U_ZERO_ERROR;
    ULocaleData *data = ulocdata_open(locale_of(tag).id, &status);

    for (size_t i = 0; U_SUCCESS(status) && i < sizeof TYPES / sizeof TYPES[0]; i++) {
        UErrorCode missing = U_ZERO_ERROR;
        USet *alphabet =
            ulocdata_getExemplarSet(data, NULL, USET_ADD_CASE_MAPPINGS, TYPES[i], &missing);

        if (U_SUCCESS(missing) && uset_size(alphabet) <= ALPHABET_MAX)
            add_items(characters, alphabet);
        uset_close(alphabet);
    }
    ulocdata_close(data);
}

/* ---- the font ------------------------------------------------------------------------------- */

/* Outlines in the manner of TrueType are drawn with FreeType's light auto-hinter: their own hints
 * would never be read. */
static bool has_idle_hints(hb_face_t *face)
{
    hb_blob_t *compact = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    bool is_compact = hb_blob_get_length(compact) > 0;

    hb_blob_destroy(compact);
    return !is_compact;
}

/* A subset is a changed font, and the faces' licences (OFL 1.1, section 3) forbid it their reserved names: what stays of the
 * name table is copyright (0), licence (13) and where to read it (14). */
static void keep_only_rights(hb_subset_input_t *input)
{
    hb_set_t *names = hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID);

    hb_set_clear(names);
    hb_set_add(names, 0);
    hb_set_add(names, 13);
    hb_set_add(names, 14);
}

/* SDL_ttf 2.20 asks for no features, so those that are off unless asked for only cost bytes. */
static void leave_out_features(hb_subset_input_t *input)
{
    static const char TAGS[][5] = {"frac", "numr", "dnom", "ordn", "sups", "subs"};
    hb_set_t *features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);

    for (size_t i = 0; i < sizeof TAGS / sizeof TAGS[0]; i++)
        hb_set_del(features, HB_TAG(TAGS[i][0], TAGS[i][1], TAGS[i][2], TAGS[i][3]));
}

static hb_face_t *reduce(hb_face_t *face, const hb_set_t *characters)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_face_t *reduced;

    if (!input)
        return NULL;
    hb_set_union(hb_subset_input_unicode_set(input), characters);
    if (has_idle_hints(face))
        hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    leave_out_features(input);
    keep_only_rights(input);
    reduced = hb_subset_or_fail(face, input);
    hb_subset_input_destroy(input);
    return reduced;
}

bool subset_face(struct draft *draft, hb_face_t *face, const hb_set_t *characters,
                 struct draft_face *out)
{
    hb_face_t *reduced = reduce(face, characters);
    hb_blob_t *blob;
    const char *bytes;
    unsigned size;

    if (!reduced)
        return false;
    blob = hb_face_reference_blob(reduced);
    bytes = hb_blob_get_data(blob, &size);
    out->bytes = draft_alloc(draft, size);
    out->size = size;
    memcpy(out->bytes, bytes, size);
    hb_blob_destroy(blob);
    hb_face_destroy(reduced);
    return size > 0;
}
