#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "faces.h"
#include "text/font.h"

#include <SDL.h>

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

static struct font_style style_of(enum font_role role, int size_px)
{
    return (struct font_style){.role = role, .size_px = size_px, .script = {'L', 'a', 't', 'n'}};
}

static int width_of(struct fonts *fonts, struct font_style style, const char *text)
{
    return font_width(fonts, style, text, strlen(text));
}

struct ink {
    int left, top, right, bottom;
};

/* The box of all pixels at least half covered. */
static struct ink find_ink(SDL_Surface *surface)
{
    struct ink ink = {surface->w, surface->h, 0, 0};
    for (int y = 0; y < surface->h; y++) {
        const uint32_t *row = (const uint32_t *)((const char *)surface->pixels + y * surface->pitch);
        for (int x = 0; x < surface->w; x++) {
            if (row[x] >> 24 < 128)
                continue;
            ink.left = x < ink.left ? x : ink.left;
            ink.top = y < ink.top ? y : ink.top;
            ink.right = x + 1 > ink.right ? x + 1 : ink.right;
            ink.bottom = y + 1 > ink.bottom ? y + 1 : ink.bottom;
        }
    }
    return ink;
}

static void widths_grow_with_text_and_size(void **state)
{
    struct fonts *fonts = *state;
    for (int role = 0; role < FONT_ROLE_COUNT; role++) {
        int word = width_of(fonts, style_of((enum font_role)role, 24), "Rapallo");
        assert_in_range(word, 40, 120);
        assert_true(width_of(fonts, style_of((enum font_role)role, 24), "Rapallo Genoa") > word);
        assert_true(width_of(fonts, style_of((enum font_role)role, 48), "Rapallo") > word * 3 / 2);
    }
    assert_int_equal(width_of(fonts, style_of(FONT_MUSEUM, 24), ""), 0);
}

static void a_width_asked_twice_is_the_same(void **state)
{
    struct fonts *fonts = *state;
    char words[512][8];
    int widths[512];
    for (int i = 0; i < 512; i++) {
        snprintf(words[i], sizeof words[i], "%dw", i * 7919 % 10007);
        widths[i] = width_of(fonts, style_of(FONT_MUSEUM, 20 + i % 20), words[i]);
    }
    for (int i = 0; i < 512; i++)
        assert_int_equal(width_of(fonts, style_of(FONT_MUSEUM, 20 + i % 20), words[i]), widths[i]);
}

static void more_sizes_than_are_kept_open_still_measure(void **state)
{
    struct fonts *fonts = *state;
    int first = width_of(fonts, style_of(FONT_DISPLAY, 10), "1917");
    for (int size = 11; size < 120; size++)
        width_of(fonts, style_of(FONT_DISPLAY, size), "1917");
    assert_int_equal(width_of(fonts, style_of(FONT_DISPLAY, 10), "1917"), first);
    assert_int_equal(width_of(fonts, style_of(FONT_DISPLAY, 10), "191"), width_of(fonts, style_of(FONT_DISPLAY, 10), "191"));
}

static void capitals_stand_on_the_baseline_and_are_cap_high(void **state)
{
    struct fonts *fonts = *state;
    for (int role = 0; role < FONT_ROLE_COUNT; role++) {
        struct font_metrics metrics = font_metrics(fonts, (enum font_role)role, 60);
        struct font_image image = font_render(fonts, style_of((enum font_role)role, 60), 0, "H", 1);
        assert_non_null(image.surface);
        struct ink ink = find_ink(image.surface);
        assert_int_equal(ink.bottom, image.baseline_y);
        assert_in_range(ink.bottom - ink.top, (int)metrics.cap_px - 1, (int)metrics.cap_px + 2);
        assert_int_equal(image.baseline_y, metrics.ascent_px);
        assert_int_equal(image.surface->h, metrics.line_px);
        assert_true(metrics.x_px > 0.45f * 60 && metrics.x_px < metrics.cap_px);
        SDL_FreeSurface(image.surface);
    }
}

static void tall_letters_are_not_cut_at_the_top(void **state)
{
    struct fonts *fonts = *state;
    const char *texts[] = {"Ė", "Ś", "Ã", "Š", "Ź", "Ů", "Į"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (int role = 0; role < FONT_ROLE_COUNT; role++) {
            struct font_image image = font_render(fonts, style_of((enum font_role)role, 26), 0, texts[i], strlen(texts[i]));
            struct font_image plain = font_render(fonts, style_of((enum font_role)role, 26), 0, "H", 1);
            struct ink ink = find_ink(image.surface), h = find_ink(plain.surface);
            assert_true(ink.bottom >= image.baseline_y);
            assert_true(ink.top - image.baseline_y < h.top - plain.baseline_y || ink.bottom - image.baseline_y > 2);
            SDL_FreeSurface(image.surface);
            SDL_FreeSurface(plain.surface);
        }
    }
}

static void a_letter_that_hangs_out_to_the_left_keeps_its_place(void **state)
{
    struct fonts *fonts = *state;
    struct font_image image = font_render(fonts, style_of(FONT_DOCUMENT_ITALIC, 100), 0, "j", 1);
    struct ink ink = find_ink(image.surface);
    assert_true(image.pen_x > 0);
    assert_true(ink.left < image.pen_x);
    SDL_FreeSurface(image.surface);
}

static void text_has_the_colour_asked_for(void **state)
{
    struct fonts *fonts = *state;
    struct font_image image = font_render(fonts, style_of(FONT_MUSEUM_BOLD, 40), 0x8A1C0B, "I", 1);
    struct ink ink = find_ink(image.surface);
    const uint32_t *row = (const uint32_t *)((const char *)image.surface->pixels
                                             + (ink.top + ink.bottom) / 2 * image.surface->pitch);
    assert_int_equal(row[(ink.left + ink.right) / 2], 0xFF8A1C0B);
    SDL_FreeSurface(image.surface);
}

static void hebrew_is_set_from_right_to_left(void **state)
{
    struct fonts *fonts = *state;
    struct font_style hebrew = {
        .role = FONT_MUSEUM, .face = 1, .size_px = 40, .script = {'H', 'e', 'b', 'r'}, .is_right_to_left = true};
    const char *text = "\xD7\x99\xD7\xA9"; /* yod, shin: narrow, then wide */
    struct font_image image = font_render(fonts, hebrew, 0, text, strlen(text));
    int left = 0, right = 0;
    for (int y = 0; y < image.surface->h; y++) {
        const uint32_t *row = (const uint32_t *)((const char *)image.surface->pixels + y * image.surface->pitch);
        for (int x = 0; x < image.surface->w; x++)
            *(x < image.surface->w / 2 ? &left : &right) += row[x] >> 24 > 128;
    }
    assert_true(left > right);
    SDL_FreeSurface(image.surface);
}

static void what_is_no_font_is_refused(void **state)
{
    struct fonts *fonts = *state;
    const uint8_t junk[64] = "this is no font";
    assert_false(fonts_add(fonts, FONT_DISPLAY, junk, sizeof junk));
    assert_false(fonts_add(fonts, FONT_DISPLAY, junk, 0));
}

static void without_faces_nothing_is_drawn_or_measured(void **state)
{
    (void)state;
    struct fonts *fonts = fonts_create();
    assert_int_equal(width_of(fonts, style_of(FONT_MUSEUM, 24), "word"), 0);
    assert_null(font_render(fonts, style_of(FONT_MUSEUM, 24), 0, "word", 4).surface);
    assert_true(font_metrics(fonts, FONT_MUSEUM, 24).ascent_px > 0);
    fonts_destroy(fonts);
    fonts_destroy(NULL);
}

static void cleared_fonts_take_new_faces(void **state)
{
    (void)state;
    struct fonts *fonts = faces_load();
    assert_true(width_of(fonts, style_of(FONT_MUSEUM, 24), "word") > 0);
    fonts_clear(fonts);
    assert_int_equal(width_of(fonts, style_of(FONT_MUSEUM, 24), "word"), 0);
    fonts_destroy(fonts);
}

static void a_run_longer_than_any_screen_is_cut_at_a_character(void **state)
{
    struct fonts *fonts = *state;
    static char text[20001];
    for (int i = 0; i < 20000; i += 2)
        memcpy(text + i, "\xC4\x85", 2);
    assert_true(width_of(fonts, style_of(FONT_MUSEUM, 10), text) > 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_grow_with_text_and_size),
        cmocka_unit_test(a_width_asked_twice_is_the_same),
        cmocka_unit_test(more_sizes_than_are_kept_open_still_measure),
        cmocka_unit_test(capitals_stand_on_the_baseline_and_are_cap_high),
        cmocka_unit_test(tall_letters_are_not_cut_at_the_top),
        cmocka_unit_test(a_letter_that_hangs_out_to_the_left_keeps_its_place),
        cmocka_unit_test(text_has_the_colour_asked_for),
        cmocka_unit_test(hebrew_is_set_from_right_to_left),
        cmocka_unit_test(what_is_no_font_is_refused),
        cmocka_unit_test(without_faces_nothing_is_drawn_or_measured),
        cmocka_unit_test(cleared_fonts_take_new_faces),
        cmocka_unit_test(a_run_longer_than_any_screen_is_cut_at_a_character),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
