#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "faces.h"
#include "text/block.h"

static int load(void **state)
{
    *state = faces_load();
    return 0;
}

static int unload(void **state)
{
    fonts_destroy(*state);
    return 0;
}

static const struct block_style body = {.role = FONT_MUSEUM, .mark_role = FONT_MUSEUM_BOLD, .size_px = 26};

static struct pack_text text_with(const char *bytes, const struct pack_span *spans, uint32_t count)
{
    return (struct pack_text){.bytes = bytes, .length = (uint32_t)strlen(bytes), .spans = spans, .span_count = count};
}

static struct pack_span latin(uint32_t start, unsigned flags)
{
    return (struct pack_span){.start = start, .flags = (uint8_t)flags, .script = {'L', 'a', 't', 'n'}};
}

static struct pack_span hebrew(uint32_t start, unsigned level)
{
    return (struct pack_span){.start = start, .face = 1, .level = (uint8_t)level, .script = {'H', 'e', 'b', 'r'}};
}

/* The bytes of a line's runs from left to right, joined by '|'. */
static void show_line(const struct block *block, int line, char *out)
{
    out[0] = '\0';
    for (int i = 0; i < block->lines[line].run_count; i++) {
        const struct block_run *run = &block->runs[block->lines[line].first_run + i];
        out += sprintf(out, "%s%.*s", i ? "|" : "", (int)run->length, run->bytes);
    }
}

static void check_places(const struct block *block)
{
    for (int i = 0; i < block->line_count; i++) {
        const struct block_line *line = &block->lines[i];
        int x = block->runs[line->first_run].x_px, start = x;
        for (int j = 0; j < line->run_count; j++) {
            const struct block_run *run = &block->runs[line->first_run + j];
            assert_int_equal(run->x_px, x);
            x += run->width_px;
        }
        assert_int_equal(x - start, line->width_px);
        assert_true(line->width_px <= block->width_px);
        assert_true(line->width_px <= block->widest_px);
    }
}

static const char rapallo[] = "Both sides gave up their financial claims and agreed on diplomatic relations, and Rathenau and "
                              "Chicherin signed in the small town of Rapallo.";

static void a_paragraph_fills_its_measure(void **state)
{
    struct pack_span span = latin(0, 0);
    struct block *block = block_create(*state, text_with(rapallo, &span, 1), body, 500);
    assert_in_range(block->line_count, 3, 5);
    check_places(block);
    assert_int_equal(block->width_px, 500);
    assert_int_equal(block->style.line_px, 39);
    assert_int_equal(block->height_px, block->line_count * 39);
    for (int i = 0; i + 1 < block->line_count; i++)
        assert_true(block->lines[i].width_px > 300);
    assert_int_equal(block->lines[0].start, 0);
    assert_int_equal(block->lines[block->line_count - 1].end, strlen(rapallo));
    block_destroy(block);
}

static void a_single_line_never_wraps(void **state)
{
    struct pack_span span = latin(0, 0);
    struct block_style style = body;
    style.is_single = true;
    struct pack_text text = text_with(rapallo, &span, 1);
    struct block *block = block_create(*state, text, style, 100);
    assert_int_equal(block->line_count, 1);
    assert_int_equal(block->width_px, block_line_width(*state, text, body));
    assert_int_equal(block->widest_px, block->width_px);
    check_places(block);
    block_destroy(block);
}

static void a_text_fits_into_its_own_width(void **state)
{
    struct pack_span span = latin(0, 0);
    const char *texts[] = {"In a private meeting the small Italian town", "16 kwietnia 1922 r. podpisano w Rapallo", "one two",
                           "AV AV AV AV AV AV"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (int size = 14; size < 60; size++) {
            struct block_style style = body;
            style.size_px = size;
            struct pack_text text = text_with(texts[i], &span, 1);
            int width = block_line_width(*state, text, style);
            struct block *block = block_create(*state, text, style, width);
            assert_int_equal(block->line_count, 1);
            assert_int_equal(block->widest_px, width);
            block_destroy(block);
        }
    }
}

static void an_empty_text_has_no_lines(void **state)
{
    struct pack_span span;
    struct block_style single = body;
    single.is_single = true;
    struct block *block = block_create(*state, text_plain("", &span), body, 100);
    assert_int_equal(block->line_count, 0);
    assert_int_equal(block->height_px, 0);
    block_destroy(block);
    block = block_create(*state, text_plain("", &span), single, 0);
    assert_int_equal(block->line_count, 0);
    assert_int_equal(block->width_px, 0);
    block_destroy(block);
    block_destroy(NULL);
}

static void marked_runs_are_in_the_mark_role(void **state)
{
    const char *quote = "on 16 April 1922 they signed";
    const struct pack_span spans[] = {latin(0, 0), latin(3, PACK_SPAN_MARK), latin(16, 0)};
    struct block *block = block_create(*state, text_with(quote, spans, 3), body, 1000);
    char shown[100];
    show_line(block, 0, shown);
    assert_string_equal(shown, "on |16 April 1922| they signed");
    assert_int_equal(block->runs[1].font.role, FONT_MUSEUM_BOLD);
    assert_int_equal(block->runs[1].flags, PACK_SPAN_MARK);
    assert_int_equal(block->runs[1].source, 3);
    assert_int_equal(block->runs[0].font.role, FONT_MUSEUM);
    assert_memory_equal(block->runs[0].font.script, "Latn", 4);
    check_places(block);
    block_destroy(block);
}

static void a_divided_word_gets_a_hyphen_in_its_own_look(void **state)
{
    const char *text = "of independence and so on and on";
    uint8_t breaks[64] = {0};
    breaks[11] = PACK_BREAK_HYPHEN;
    const struct pack_span spans[] = {latin(0, 0), latin(3, PACK_SPAN_MARK)};
    struct pack_text marked = text_with(text, spans, 2);
    marked.breaks = breaks;
    int width = 0;
    struct block *block = NULL;
    for (width = 140; width < 200; width++) {
        block_destroy(block);
        block = block_create(*state, marked, body, width);
        const struct block_line *line = &block->lines[0];
        if (line->end == 11)
            break;
    }
    assert_int_equal(block->lines[0].end, 11);
    char shown[100];
    show_line(block, 0, shown);
    assert_string_equal(shown, "of |independ|-");
    const struct block_run *hyphen = &block->runs[2];
    assert_int_equal(hyphen->font.role, FONT_MUSEUM_BOLD);
    assert_int_equal(hyphen->flags, PACK_SPAN_MARK);
    check_places(block);
    block_destroy(block);
}

static void a_repeated_hyphen_starts_the_next_line(void **state)
{
    const char *text = "guarda-chuva";
    uint8_t breaks[16] = {0};
    breaks[7] = PACK_BREAK_REPEAT;
    struct pack_span span = latin(0, 0);
    struct pack_text source = text_with(text, &span, 1);
    source.breaks = breaks;
    struct block *block = block_create(*state, source, body, block_line_width(*state, source, body) - 10);
    char shown[100];
    assert_int_equal(block->line_count, 2);
    show_line(block, 0, shown);
    assert_string_equal(shown, "guarda-");
    show_line(block, 1, shown);
    assert_string_equal(shown, "-|chuva");
    block_destroy(block);
}

static void runs_are_reordered_by_their_levels(void **state)
{
    char shown[200];
    struct block_style style = body;
    const char *text = "ab \xD7\x90\xD7\x91 12 \xD7\x92\xD7\x93 cd";
    const struct pack_span in_latin[] = {latin(0, 0), hebrew(3, 1), {.start = 8, .level = 2}, hebrew(10, 1), latin(15, 0)};
    struct block *block = block_create(*state, text_with(text, in_latin, 5), style, 1000);
    show_line(block, 0, shown);
    assert_string_equal(shown, "ab | \xD7\x92\xD7\x93|12|\xD7\x90\xD7\x91 | cd");
    assert_false(block->runs[0].font.is_right_to_left);
    assert_true(block->runs[1].font.is_right_to_left);
    assert_false(block->runs[2].font.is_right_to_left);
    check_places(block);
    block_destroy(block);
}

static void right_to_left_lines_end_at_the_right(void **state)
{
    const char *text = "\xD7\x90\xD7\x91\xD7\x92 \xD7\x93\xD7\x94\xD7\x95 \xD7\x96\xD7\x97\xD7\x98 \xD7\x99\xD7\x9B\xD7\x9C";
    struct pack_span span = hebrew(0, 1);
    struct block_style style = body;
    style.is_right_to_left = true;
    struct block *block = block_create(*state, text_with(text, &span, 1), style, 120);
    assert_true(block->line_count >= 2);
    for (int i = 0; i < block->line_count; i++) {
        const struct block_line *line = &block->lines[i];
        const struct block_run *last = &block->runs[line->first_run + line->run_count - 1];
        assert_int_equal(last->x_px + last->width_px, 120);
    }
    check_places(block);
    block_destroy(block);
}

static void plain_text_takes_the_direction_of_a_right_to_left_paragraph(void **state)
{
    const char *text = "12 \xD7\x90\xD7\x91";
    const struct pack_span spans[] = {latin(0, 0), hebrew(3, 1)};
    struct block_style style = body;
    char shown[100];
    style.is_right_to_left = true;
    style.is_single = true;
    struct block *block = block_create(*state, text_with(text, spans, 2), style, 0);
    show_line(block, 0, shown);
    assert_string_equal(shown, "\xD7\x90\xD7\x91| |12");
    block_destroy(block);
}

/* "paragraph 12, page" put together at run time: the comma follows the number in the direction of the paragraph. */
static void marks_around_a_plain_number_follow_the_paragraph(void **state)
{
    const char *text = "\xD7\x90\xD7\x91 (12\xE2\x80\x93" "16), \xD7\x92";
    const struct pack_span spans[] = {hebrew(0, 1), latin(5, 0), hebrew(16, 1)};
    struct block_style style = body;
    char shown[100];

    style.is_right_to_left = style.is_single = true;
    struct block *block = block_create(*state, text_with(text, spans, 3), style, 0);
    show_line(block, 0, shown);
    assert_string_equal(shown, "\xD7\x92|), |12\xE2\x80\x93" "16|(|\xD7\x90\xD7\x91 ");
    assert_true(block->runs[1].font.is_right_to_left);
    assert_false(block->runs[2].font.is_right_to_left);
    assert_int_equal(block->widest_px, block_line_width(*state, text_with(text, spans, 3), style));
    block_destroy(block);
}

static void a_block_outlives_its_text(void **state)
{
    char *text = strdup("Genoa Conference");
    struct pack_span span = latin(0, 0);
    struct block *block = block_create(*state, text_with(text, &span, 1), body, 1000);
    memset(text, 'x', strlen(text));
    free(text);
    char shown[100];
    show_line(block, 0, shown);
    assert_string_equal(shown, "Genoa Conference");
    block_destroy(block);
}

static void a_long_text_has_all_its_lines(void **state)
{
    char text[4000];
    for (int i = 0; i < 999; i++)
        memcpy(text + i * 4, "abc ", 5);
    struct pack_span span = latin(0, 0);
    struct block *block = block_create(*state, text_with(text, &span, 1), body, 60);
    assert_true(block->line_count > 400);
    assert_int_equal(block->lines[block->line_count - 1].end, 999 * 4 - 1);
    check_places(block);
    block_destroy(block);
}

/* ---- builder ---- */

static void pieces_keep_their_breaks_and_spans(void **state)
{
    (void)state;
    uint8_t breaks[16] = {0};
    breaks[4] = PACK_BREAK_HYPHEN;
    const struct pack_span spans[] = {latin(0, 0), latin(3, PACK_SPAN_TERM)};
    struct pack_text source = text_with("abcdefgh", spans, 2);
    source.breaks = breaks;
    struct text_builder *builder = text_builder_create();
    text_builder_add_plain(builder, "«");
    text_builder_add(builder, source, 2, 4);
    text_builder_add_plain(builder, "»");
    struct pack_text built = text_builder_text(builder);
    assert_string_equal(built.bytes, "«cdef»");
    assert_int_equal(built.breaks[4], PACK_BREAK_HYPHEN);
    assert_int_equal(built.breaks[built.length], PACK_BREAK_NONE);
    assert_int_equal(built.span_count, 3);
    assert_int_equal(built.spans[0].start, 0);
    assert_memory_equal(built.spans[0].script, "Latn", 4);
    assert_int_equal(built.spans[1].start, 3);
    assert_int_equal(built.spans[1].flags, PACK_SPAN_TERM);
    assert_int_equal(built.spans[2].flags, 0);
    text_builder_destroy(builder);
}

static void flags_last_until_they_are_changed(void **state)
{
    (void)state;
    struct text_builder *builder = text_builder_create();
    text_builder_add_plain(builder, "on ");
    text_builder_set_flags(builder, PACK_SPAN_MARK);
    text_builder_add_plain(builder, "16 April");
    text_builder_set_flags(builder, 0);
    text_builder_add_plain(builder, " they");
    struct pack_text built = text_builder_text(builder);
    assert_int_equal(built.span_count, 3);
    assert_int_equal(built.spans[1].start, 3);
    assert_int_equal(built.spans[1].flags, PACK_SPAN_MARK);
    assert_int_equal(built.spans[2].flags, 0);
    text_builder_clear(builder);
    assert_int_equal(text_builder_text(builder).length, 0);
    assert_int_equal(text_builder_text(builder).span_count, 0);
    text_builder_destroy(builder);
    text_builder_destroy(NULL);
}

/* "month 12 – month 34": put together, the dash stays between the two dates. */
static void a_dash_behind_a_number_goes_on_from_right_to_left(void **state)
{
    char shown[200];
    struct block_style style = body;
    struct text_builder *builder = text_builder_create();
    struct pack_span span = hebrew(0, 1);
    struct pack_text month = text_with("\xD7\x90\xD7\x91 ", &span, 1);

    style.is_right_to_left = true;
    text_builder_add(builder, month, 0, month.length);
    text_builder_add_plain(builder, "12");
    text_builder_add_plain(builder, " - ");
    text_builder_add(builder, month, 0, month.length);
    text_builder_add_plain(builder, "34");
    struct block *block = block_create(*state, text_builder_text(builder), style, 1000);
    show_line(block, 0, shown);
    assert_true(strstr(shown, "34") < strstr(shown, " - "));
    assert_true(strstr(shown, " - ") < strstr(shown, "12"));
    assert_null(strstr(shown, "12 -"));
    block_destroy(block);
    text_builder_destroy(builder);
}

static void a_template_is_filled_wherever_its_name_stands(void **state)
{
    (void)state;
    struct pack_span spans[2];
    struct text_builder *builder = text_builder_create();
    text_builder_add_template(builder, text_plain("{n} of {n}, {m} {n", &spans[0]), "n", text_plain("7", &spans[1]));
    assert_string_equal(text_builder_text(builder).bytes, "7 of 7, {m} {n");
    text_builder_clear(builder);
    text_builder_add_template(builder, text_plain("{n}", &spans[0]), "n", text_plain("", &spans[1]));
    assert_string_equal(text_builder_text(builder).bytes, "");
    text_builder_destroy(builder);
}

static void a_piece_outside_the_text_is_cut_to_it(void **state)
{
    (void)state;
    struct pack_span span;
    struct text_builder *builder = text_builder_create();
    struct pack_text source = text_plain("abc", &span);
    text_builder_add(builder, source, 2, 100);
    text_builder_add(builder, source, 1, UINT32_MAX);
    text_builder_add(builder, source, 9, 1);
    assert_string_equal(text_builder_text(builder).bytes, "cbc");
    text_builder_destroy(builder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_fills_its_measure),
        cmocka_unit_test(a_single_line_never_wraps),
        cmocka_unit_test(a_text_fits_into_its_own_width),
        cmocka_unit_test(an_empty_text_has_no_lines),
        cmocka_unit_test(marked_runs_are_in_the_mark_role),
        cmocka_unit_test(a_divided_word_gets_a_hyphen_in_its_own_look),
        cmocka_unit_test(a_repeated_hyphen_starts_the_next_line),
        cmocka_unit_test(runs_are_reordered_by_their_levels),
        cmocka_unit_test(right_to_left_lines_end_at_the_right),
        cmocka_unit_test(plain_text_takes_the_direction_of_a_right_to_left_paragraph),
        cmocka_unit_test(marks_around_a_plain_number_follow_the_paragraph),
        cmocka_unit_test(a_block_outlives_its_text),
        cmocka_unit_test(a_long_text_has_all_its_lines),
        cmocka_unit_test(pieces_keep_their_breaks_and_spans),
        cmocka_unit_test(flags_last_until_they_are_changed),
        cmocka_unit_test(a_dash_behind_a_number_goes_on_from_right_to_left),
        cmocka_unit_test(a_template_is_filled_wherever_its_name_stands),
        cmocka_unit_test(a_piece_outside_the_text_is_cut_to_it),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
