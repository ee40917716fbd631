#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <hb.h>

#include "compiler/fonts.h"

/* An exhibit in Lithuanian with one title and one paragraph of an original in Russian. */
struct exhibit {
    struct draft draft;
    struct draft_story story;
    struct draft_document document;
    struct draft_paragraph paragraph;
    const char *tags[2];
    struct draft_face faces[PACK_ROLE_COUNT][2];
    struct pack_span title_span, original_span;
    char said[2000];
    struct diag diag;
};

static void exhibit_init(struct exhibit *exhibit, const char *title, const char *original)
{
    memset(exhibit, 0, sizeof *exhibit);
    draft_init(&exhibit->draft);
    exhibit->tags[0] = "lt";
    exhibit->tags[1] = "ru";
    exhibit->draft.tags = exhibit->tags;
    exhibit->draft.tag_count = 2;
    exhibit->draft.languages[0].tag = "lt";
    exhibit->draft.language_count = 1;
    exhibit->draft.stories = &exhibit->story;
    exhibit->draft.story_count = 1;
    exhibit->draft.documents = &exhibit->document;
    exhibit->draft.document_count = 1;
    exhibit->document.language = "ru";
    exhibit->document.paragraphs = &exhibit->paragraph;
    exhibit->document.paragraph_count = 1;
    exhibit->story.title.in[0] = (struct draft_text){.bytes = title,
                                                     .at = {"stories/a/lt.md", 3},
                                                     .spans = &exhibit->title_span,
                                                     .span_count = 1};
    exhibit->paragraph.original = (struct draft_text){.bytes = original,
                                                      .at = {"documents/a.txt", 2},
                                                      .spans = &exhibit->original_span,
                                                      .span_count = 1};
    for (int role = 0; role < PACK_ROLE_COUNT; role++)
        exhibit->draft.roles[role].faces = exhibit->faces[role];
}

static void name_face(struct exhibit *exhibit, enum pack_role role, const char *file)
{
    int *count = &exhibit->draft.roles[role].count;

    exhibit->faces[role][(*count)++] =
        (struct draft_face){.file = file, .at = {"exhibit.yaml", 20}};
}

static void name_usual_faces(struct exhibit *exhibit)
{
    name_face(exhibit, PACK_DISPLAY, "RobotoCondensed-Bold.ttf");
    name_face(exhibit, PACK_MUSEUM, "PTSans-Regular.ttf");
    name_face(exhibit, PACK_MUSEUM, "NotoSans-Regular.ttf");
    name_face(exhibit, PACK_DOCUMENT, "PTF55F.ttf");
    name_face(exhibit, PACK_DOCUMENT, "NotoSerif-Regular.ttf");
}

static void fill(struct exhibit *exhibit)
{
    FILE *out = fmemopen(exhibit->said, sizeof exhibit->said - 1, "w");
    struct fonts_options options = {0};

    exhibit->diag.out = out;
    fonts_fill(&exhibit->draft, &exhibit->diag, &options);
    fclose(out);
}

static void exhibit_done(struct exhibit *exhibit)
{
    draft_done(&exhibit->draft);
}

static bool has_glyph(const struct draft_face *face, hb_codepoint_t character)
{
    hb_blob_t *blob = hb_blob_create((const char *)face->bytes, (unsigned)face->size,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *font_face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(font_face);
    hb_codepoint_t glyph;
    bool has = hb_font_get_nominal_glyph(font, character, &glyph);

    hb_font_destroy(font);
    hb_face_destroy(font_face);
    hb_blob_destroy(blob);
    return has;
}

static void expect_said(const struct exhibit *exhibit, const char *part)
{
    if (!strstr(exhibit->said, part))
        fail_msg("\"%s\" is missing in: %s", part, exhibit->said);
}

/* ---- cases ---------------------------------------------------------------------------------- */

static void faces_hold_what_is_used_and_little_more(void **state)
{
    struct exhibit exhibit;
    const struct draft_face *museum = &exhibit.faces[PACK_MUSEUM][0],
                            *document = &exhibit.faces[PACK_DOCUMENT][0];

    (void)state;
    exhibit_init(&exhibit, "Šeši ωραία", "Совѣтъ");
    name_usual_faces(&exhibit);
    fill(&exhibit);
    assert_string_equal(exhibit.said, "");
    assert_true(has_glyph(museum, 0x160)); /* Š: in the text */
    assert_true(has_glyph(museum, 0x116)); /* Ė: in the alphabet */
    assert_true(has_glyph(museum, 'q'));
    assert_true(has_glyph(museum, 0x201e));
    assert_true(has_glyph(document, 0x463)); /* ѣ: in the original */
    assert_false(has_glyph(museum, 0x463));
    assert_false(has_glyph(document, 0x44b));
    assert_in_range(museum->size, 4000, 60000);
    exhibit_done(&exhibit);
}

static void the_same_input_gives_the_same_bytes(void **state)
{
    struct exhibit first, second;

    (void)state;
    exhibit_init(&first, "Rapalas", "Рапалло");
    exhibit_init(&second, "Rapalas", "Рапалло");
    name_usual_faces(&first);
    name_usual_faces(&second);
    fill(&first);
    fill(&second);
    for (int role = 0; role < PACK_ROLE_COUNT; role++)
        for (int i = 0; i < first.draft.roles[role].count; i++) {
            assert_int_equal(first.faces[role][i].size, second.faces[role][i].size);
            assert_memory_equal(first.faces[role][i].bytes, second.faces[role][i].bytes,
                                first.faces[role][i].size);
        }
    exhibit_done(&first);
    exhibit_done(&second);
}

static void a_cluster_goes_to_a_fallback_as_a_whole(void **state)
{
    struct exhibit exhibit;
    const struct draft_text *title = &exhibit.story.title.in[0];

    (void)state;
    exhibit_init(&exhibit, "ab\u0117\u0303cd", "а");
    name_usual_faces(&exhibit);
    fill(&exhibit);
    assert_string_equal(exhibit.said, "");
    assert_int_equal(title->span_count, 3);
    assert_int_equal(title->spans[0].face, 0);
    assert_int_equal(title->spans[1].start, 2);
    assert_int_equal(title->spans[1].face, 1);
    assert_int_equal(title->spans[2].start, 6);
    assert_int_equal(title->spans[2].face, 0);
    assert_true(has_glyph(&exhibit.faces[PACK_MUSEUM][1], 0x303));
    assert_true(has_glyph(&exhibit.faces[PACK_MUSEUM][1], 0x117));
    exhibit_done(&exhibit);
}

static void a_decomposed_letter_is_drawn_by_its_composed_glyph(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, "a", "и\u0306"); /* й; PT Serif has no U+0306 */
    name_usual_faces(&exhibit);
    fill(&exhibit);
    assert_string_equal(exhibit.said, "");
    assert_int_equal(exhibit.paragraph.original.span_count, 1);
    assert_int_equal(exhibit.paragraph.original.spans[0].face, 0);
    assert_true(has_glyph(&exhibit.faces[PACK_DOCUMENT][0], 0x439));
    exhibit_done(&exhibit);
}

static void a_character_of_no_face_is_named_once(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, "a漢漢", "б漢");
    name_usual_faces(&exhibit);
    fill(&exhibit);
    assert_int_equal(exhibit.diag.errors, 1);
    expect_said(&exhibit, ": error (glyph): no face of the role \"");
    expect_said(&exhibit, "can draw \"漢\" (U+6F22)");
    exhibit_done(&exhibit);
}

static void a_character_that_some_role_lacks_is_warned_of(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, "a\u1e04", "б"); /* Ḅ: Roboto has it, PT Sans has not */
    name_face(&exhibit, PACK_DISPLAY, "RobotoCondensed-Bold.ttf");
    name_face(&exhibit, PACK_MUSEUM, "PTSans-Regular.ttf");
    fill(&exhibit);
    assert_int_equal(exhibit.diag.errors, 0);
    assert_int_equal(exhibit.diag.warnings, 1);
    expect_said(&exhibit, "stories/a/lt.md:3: warning (glyph): ");
    exhibit_done(&exhibit);
}

static void a_missing_font_is_named(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, "a", "б");
    name_face(&exhibit, PACK_MUSEUM, "NoSuchFont-Regular.ttf");
    fill(&exhibit);
    assert_int_equal(exhibit.diag.errors, 1);
    expect_said(&exhibit,
                "exhibit.yaml:20: error (font): there is no font \"NoSuchFont-Regular.ttf\"");
    exhibit_done(&exhibit);
}

static void a_file_that_is_no_font_is_refused(void **state)
{
    char folder[] = "/tmp/test_fonts.XXXXXX", path[64];
    const char *folders[1];
    struct exhibit exhibit;
    FILE *file;

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/Broken.ttf", folder);
    file = fopen(path, "w");
    fputs("This is no font.", file);
    fclose(file);
    folders[0] = folder;
    exhibit_init(&exhibit, "a", "б");
    name_face(&exhibit, PACK_MUSEUM, "Broken.ttf");
    file = fmemopen(exhibit.said, sizeof exhibit.said - 1, "w");
    exhibit.diag.out = file;
    fonts_fill(&exhibit.draft, &exhibit.diag, &(struct fonts_options){folders, 1});
    fclose(file);
    assert_int_equal(exhibit.diag.errors, 1);
    expect_said(&exhibit, "\"Broken.ttf\" is not a font that can be read");
    exhibit_done(&exhibit);
    unlink(path);
    rmdir(folder);
}

static void an_exhibit_without_fonts_is_told_so(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, "a", "б");
    fill(&exhibit);
    assert_int_equal(exhibit.diag.errors, 1);
    expect_said(&exhibit, "the exhibit names no font");
    exhibit_done(&exhibit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faces_hold_what_is_used_and_little_more),
        cmocka_unit_test(the_same_input_gives_the_same_bytes),
        cmocka_unit_test(a_cluster_goes_to_a_fallback_as_a_whole),
        cmocka_unit_test(a_decomposed_letter_is_drawn_by_its_composed_glyph),
        cmocka_unit_test(a_character_of_no_face_is_named_once),
        cmocka_unit_test(a_character_that_some_role_lacks_is_warned_of),
        cmocka_unit_test(a_missing_font_is_named),
        cmocka_unit_test(a_file_that_is_no_font_is_refused),
        cmocka_unit_test(an_exhibit_without_fonts_is_told_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
