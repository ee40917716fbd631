/* The plinth at every text size: signs grow with the words, the mark stands out, nothing leaves its cell (A1, C6, L2). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

static const struct {
    const char *profile;
    int turns;
} panels[] = {{"P1", 0}, {"P2", 0}, {"P3", 0}, {"P3", 1}, {"P6", 0}};

enum { PANELS = sizeof panels / sizeof panels[0] };

static struct room open_at(int panel, enum text_step step, enum theme theme)
{
    struct room room = room_open((struct room_wish){
        .profile = panels[panel].profile, .quarter_turns = panels[panel].turns, .has_pixels = true, .reduced_motion = true});

    room_tap(&room, "lang:pt");
    room_set_look(&room, step, theme);
    return room;
}

/* What is drawn on a cell: the box of all that is not its ground, without its edge and the bar of the current section. */
static struct rect drawn_on(struct room *room, const char *id)
{
    const struct ui_element *cell = room_find(room, id);
    int width = stage_look(room->stage)->panel.width_px, edge = look_px(stage_look(room->stage), 8);
    struct rect room_in, box = {1 << 20, 1 << 20, 0, 0};
    size_t bytes;
    uint32_t *pixels = room_picture(room, &bytes), ground;

    if (!cell)
        fail_msg("%s is not on the screen", id);
    ground = cell->ground;
    room_in = rect_inset(cell->rect, edge / 2, edge / 2);
    room_in.y += cell->is_current ? edge / 2 : 0;
    room_in.h -= cell->is_current ? edge / 2 : 0;
    for (int y = room_in.y; y < room_in.y + room_in.h; y++) {
        for (int x = room_in.x; x < room_in.x + room_in.w; x++) {
            if ((pixels[y * width + x] & 0xFFFFFF) == ground)
                continue;
            box.w = x > box.w ? x : box.w;
            box.h = y > box.h ? y : box.h;
            box.x = x < box.x ? x : box.x;
            box.y = y < box.y ? y : box.y;
        }
    }
    free(pixels);
    assert_true(box.x <= box.w);
    return (struct rect){box.x, box.y, box.w + 1 - box.x, box.h + 1 - box.y};
}

static void icons_grow_with_the_text(void **state)
{
    static const char *const ids[] = {"nav:back", "nav:access", "nav:textsize"};

    (void)state;
    for (int p = 0; p < PANELS; p++) {
        struct room room = open_at(p, TEXT_A, THEME_STANDARD);
        int least = strcmp(panels[p].profile, "P1") == 0 ? 105 : 125; /* per cent; there is hardly room on the smallest */

        for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
            int before, after;

            room_set_look(&room, TEXT_A, THEME_STANDARD);
            before = drawn_on(&room, ids[i]).h;
            room_set_look(&room, TEXT_A_PLUS_PLUS, THEME_STANDARD);
            after = drawn_on(&room, ids[i]).h;
            if (after * 100 < before * least)
                fail_msg("%s on %s: %d px at A, %d at A++", ids[i], panels[p].profile, before, after);
        }
        room_close(&room);
    }
}

static void the_mark_is_larger_than_its_neighbours(void **state)
{
    (void)state;
    for (int p = 1; p < PANELS; p++) { /* P1 has no home key */
        for (int step = TEXT_A; step < TEXT_STEP_COUNT; step++) {
            struct room room = open_at(p, (enum text_step)step, THEME_STANDARD);
            int mark = drawn_on(&room, "nav:home").h, access = drawn_on(&room, "nav:access").h;

            if (mark * 100 < access * 115)
                fail_msg("%s at step %d: the mark has %d px, the icon beside it %d", panels[p].profile, step, mark, access);
            room_close(&room);
        }
    }
}

static bool stands_clear(struct room *room, const struct ui_element *cell)
{
    char id[72];
    struct rect box;
    int edge = look_px(stage_look(room->stage), 8) / 2;

    snprintf(id, sizeof id, "%s", cell->id);
    box = drawn_on(room, id);
    return box.x > cell->rect.x + edge && box.x + box.w < cell->rect.x + cell->rect.w - edge;
}

static bool is_of_plinth(const struct ui_element *element)
{
    return strncmp(element->id, "nav:", 4) == 0 || strncmp(element->id, "lang:", 5) == 0;
}

static void nothing_leaves_its_cell(void **state)
{
    (void)state;
    for (int p = 0; p < PANELS; p++) {
        for (int step = TEXT_A; step < TEXT_STEP_COUNT; step++) {
            struct room room = open_at(p, (enum text_step)step, THEME_STANDARD);
            const struct ui *ui = room_ui(&room);

            for (int i = 0; i < ui_count(ui); i++)
                if (is_of_plinth(ui_at(ui, i)) && !stands_clear(&room, ui_at(ui, i)))
                    fail_msg("%s on %s at step %d has no room", ui_at(ui, i)->id, panels[p].profile, step);
            room_close(&room);
        }
    }
}

/* Whatever the language, what is on a key of the panel stays inside it. */
static void nothing_leaves_the_keys_of_the_panel(void **state)
{
    static const char *const languages[] = {"lang:pt", "lang:lt", "lang:pl", "lang:en"};

    (void)state;
    for (int p = 0; p < PANELS; p++) {
        struct room room = open_at(p, TEXT_A_PLUS_PLUS, THEME_STANDARD);

        for (size_t l = 0; l < sizeof languages / sizeof languages[0]; l++) {
            const struct ui *ui = room_ui(&room);

            room_tap(&room, languages[l]);
            room_tap(&room, "nav:access");
            for (int i = 0; i < ui_count(ui); i++)
                if (ui_at(ui, i)->verb != UI_NOTHING && !stands_clear(&room, ui_at(ui, i)))
                    fail_msg("%s on %s in %s has no room", ui_at(ui, i)->id, panels[p].profile, languages[l]);
            room_tap(&room, "access:close");
        }
        room_close(&room);
    }
}

static void both_ends_of_a_portrait_row_are_alike(void **state)
{
    struct room room = open_at(3, TEXT_A, THEME_STANDARD);
    int width = stage_look(room.stage)->panel.width_px;
    struct rect back = drawn_on(&room, "nav:back"), over = drawn_on(&room, "nav:startover");

    (void)state;
    assert_in_range(width - over.x - over.w, back.x - 8, back.x + 8);
    room_close(&room);
}

static void the_text_size_tells_its_step(void **state)
{
    static const char *const spoken[] = {"Tamanho do texto, 1 de 3", "Tamanho do texto, 2 de 3", "Tamanho do texto, 3 de 3"};

    (void)state;
    for (int theme = THEME_STANDARD; theme <= THEME_CONTRAST; theme++) {
        struct room room = open_at(2, TEXT_A, (enum theme)theme);

        for (int step = TEXT_A; step < TEXT_STEP_COUNT; step++) {
            assert_string_equal(room_find(&room, "nav:textsize")->spoken, spoken[step]);
            room_tap(&room, "nav:access");
            assert_string_equal(room_find(&room, "access:textsize")->spoken, spoken[step]);
            room_tap(&room, "access:close");
            room_tap(&room, "nav:textsize");
        }
        room_close(&room);
    }
}

/* How many pixels of a key are not of its ground. */
static int ink_of(struct room *room, const char *id, struct rect part)
{
    size_t bytes;
    uint32_t *pixels = room_picture(room, &bytes), ground = room_find(room, id)->ground;
    int width = stage_look(room->stage)->panel.width_px, count = 0;

    for (int y = part.y; y < part.y + part.h; y++)
        for (int x = part.x; x < part.x + part.w; x++)
            count += (pixels[y * width + x] & 0xFFFFFF) != ground;
    free(pixels);
    return count;
}

/* C6: not by the colour of the key alone, in both themes. */
static void a_switch_that_is_on_is_ticked(void **state)
{
    (void)state;
    for (int p = 0; p < PANELS; p++) {
        for (int theme = THEME_STANDARD; theme <= THEME_CONTRAST; theme++) {
            struct room room = open_at(p, TEXT_A, (enum theme)theme);
            struct rect key;
            int off, on;

            room_tap(&room, "nav:access");
            key = rect_inset(room_find(&room, "access:motion")->rect, 6, 6);
            assert_string_equal(room_find(&room, "access:motion")->role, "switch");
            off = ink_of(&room, "access:motion", key);
            assert_false(room_find(&room, "access:motion")->is_on);
            room_tap(&room, "access:motion");
            assert_true(room_find(&room, "access:motion")->is_on);
            on = ink_of(&room, "access:motion", key);
            assert_true(on > off + 40); /* the tick; box and words stay */
            room_close(&room);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(icons_grow_with_the_text),
        cmocka_unit_test(the_mark_is_larger_than_its_neighbours),
        cmocka_unit_test(nothing_leaves_its_cell),
        cmocka_unit_test(nothing_leaves_the_keys_of_the_panel),
        cmocka_unit_test(both_ends_of_a_portrait_row_are_alike),
        cmocka_unit_test(the_text_size_tells_its_step),
        cmocka_unit_test(a_switch_that_is_on_is_ticked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
