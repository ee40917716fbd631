/* The page of an event: its parts and the keys to them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { ENGLISH = 3, MOST_PRESSES = 120 };

static struct room room_at_entry(struct room_wish wish, int language, const char *entry)
{
    struct room room = room_open(wish);
    struct stop stop = room_stop(SCREEN_EVENT);

    stop.entry = room_entry(&room, entry);
    room_visit(&room, language, stop);
    return room;
}

static bool is_seen(struct room *room, const char *id)
{
    const struct ui_element *element = room_find(room, id);

    return element && element->rect.w > 0 && element->rect.h > 0;
}

static void press(struct room *room, enum action action)
{
    room_key(room, action);
    room_wait(room, 400);
}

static void focus_on(struct room *room, const char *id)
{
    for (int i = 0; i < MOST_PRESSES && strcmp(stage_focus(room->stage), id) != 0; i++)
        press(room, ACTION_NEXT);
    assert_string_equal(stage_focus(room->stage), id);
}

/* ---- keys to the parts (K6) ---- */

static const struct {
    const char *key, *first;
} parts[] = {{"part:where", "event:map"}, {"part:documents", "source:lt-signed"}, {"part:text", "statement:0"}};

enum { PARTS = sizeof(parts) / sizeof(parts[0]) };

static void open_and_return(struct room *room, int part)
{
    focus_on(room, parts[part].key);
    press(room, ACTION_SELECT);
    assert_string_equal(stage_focus(room->stage), parts[part].first);
    assert_true(is_seen(room, parts[part].first));
    assert_true(room_find(room, parts[part].key)->is_current);
    press(room, ACTION_PREV);
    assert_string_equal(stage_focus(room->stage), parts[part].key);
    assert_true(room_find(room, parts[part].key)->is_current);
}

static void a_part_that_was_opened_has_the_focus(void **state)
{
    static const struct room_wish wishes[] = {
        {.profile = "P1"},
        {.profile = "P1", .text_step = TEXT_A_PLUS},
        {.profile = "P1", .text_step = TEXT_A_PLUS_PLUS},
        {.profile = "P2"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(wishes) / sizeof(wishes[0]); i++) {
        struct room room = room_at_entry(wishes[i], ENGLISH, "rapallo-treaty");

        for (int part = 0; part < PARTS; part++)
            open_and_return(&room, part);
        room_close(&room);
    }
}

static void from_the_part_the_keys_go_on_in_reading_order(void **state)
{
    struct room room = room_at_entry((struct room_wish){.profile = "P1"}, ENGLISH, "rapallo-treaty");

    (void)state;
    focus_on(&room, "part:where");
    press(&room, ACTION_SELECT);
    press(&room, ACTION_NEXT);
    assert_string_equal(stage_focus(room.stage), "event:people");
    press(&room, ACTION_PREV);
    press(&room, ACTION_PREV);
    assert_memory_equal(stage_focus(room.stage), "source:", 7);
    room_close(&room);
}

static void the_map_and_the_people_are_read_as_what_they_are(void **state)
{
    struct room room = room_at_entry((struct room_wish){0}, ENGLISH, "rapallo-treaty");

    (void)state;
    assert_string_equal(room_find(&room, "event:map")->label, "Where: Rapallo, Genoa, Italy, Germany");
    assert_string_equal(room_find(&room, "event:people")->label, "Who: Walther Rathenau, Georgy Chicherin");
    focus_on(&room, "event:people");
    assert_true(is_seen(&room, "event:who"));
    room_close(&room);
}

/* With and without a key to words, whatever the lane is called: paging on, the title stays where it is. */
static void the_title_stands_at_one_height(void **state)
{
    int title = 0, words = 0;

    (void)state;
    for (int language = 0; language < 4; language++) {
        struct room room = room_open((struct room_wish){0});

        for (int entry = 0; entry < pack_exhibit(room.pack).entries; entry++) {
            struct stop stop = room_stop(SCREEN_EVENT);
            const struct ui_element *key;
            int y;

            stop.entry = entry;
            room_visit(&room, language, stop);
            y = room_find(&room, "event:title")->rect.y;
            title = title > 0 ? title : y;
            assert_int_equal(y, title);
            key = room_find(&room, "words:open");
            if (!key)
                continue;
            words = words > 0 ? words : key->rect.y;
            assert_int_equal(key->rect.y, words);
            assert_true(key->rect.y + key->rect.h <= title);
        }
        room_close(&room);
    }
}

static void a_second_question_stands_below_the_statements(void **state)
{
    static const struct room_wish wishes[] = {{.profile = "P2"}, {.quarter_turns = 1}, {.text_step = TEXT_A_PLUS}};

    (void)state;
    for (size_t i = 0; i < sizeof(wishes) / sizeof(wishes[0]); i++) {
        struct room room = room_at_entry(wishes[i], ENGLISH, "kronstadt-uprising");
        const struct ui *ui = room_ui(&room);

        assert_in_range(ui_find(ui, "compare:start"), 0, ui_find(ui, "statement:0"));
        assert_in_range(ui_find(ui, "compare:length"), ui_find(ui, "statement:6"), ui_count(ui));
        assert_true(is_seen(&room, "statement:0"));
        room_close(&room);
    }
}

/* A poster of large words would leave it no room. */
static void the_title_is_in_sight_on_a_small_panel_too(void **state)
{
    (void)state;
    for (int i = 0; i < 2 * TEXT_STEP_COUNT; i++) {
        struct room room = room_open(
            (struct room_wish){.profile = i % 2 ? "P2" : "P1", .text_step = (enum text_step)(i / 2)});
        int bottom = stage_look(room.stage)->panel.height_px;

        for (int entry = 0; entry < pack_exhibit(room.pack).entries; entry++) {
            struct stop stop = room_stop(SCREEN_EVENT);
            struct rect title;

            stop.entry = entry;
            room_visit(&room, (entry + i) % 4, stop);
            title = room_find(&room, "event:title")->rect;
            if (title.h == 0 || title.y > bottom * 55 / 100)
                fail_msg("the title of %s begins at %d of %d", pack_entry(room.pack, entry).id, title.y, bottom);
        }
        room_close(&room);
    }
}

/* ---- the signpost to place and people ---- */

static const struct {
    const char *profile;
    int quarter_turns;
} panels[] = {{"P1", 0}, {"P2", 0}, {"P3", 0}, {"P3", 1}, {"P6", 0}};

enum { PANELS = sizeof(panels) / sizeof(panels[0]) };

static void place_and_people_are_in_sight_or_one_key_away(void **state)
{
    (void)state;
    for (int i = 0; i < PANELS * TEXT_STEP_COUNT; i++) {
        struct room room = room_open((struct room_wish){.profile = panels[i % PANELS].profile,
                                                        .quarter_turns = panels[i % PANELS].quarter_turns,
                                                        .text_step = (enum text_step)(i / PANELS)});

        for (int entry = 0; entry < pack_exhibit(room.pack).entries; entry++) {
            struct pack_entry facts = pack_entry(room.pack, entry);
            struct stop stop = room_stop(SCREEN_EVENT);

            stop.entry = entry;
            room_visit(&room, (entry + i) % 4, stop);
            if (facts.place_count + facts.person_count == 0)
                continue;
            if (!is_seen(&room, facts.place_count > 0 ? "event:where" : "event:who") && !room_can_touch(&room, "part:where"))
                fail_msg("%s on %s hides where and who", facts.id, panels[i % PANELS].profile);
        }
        room_close(&room);
    }
}

static void the_signpost_leads_to_the_map_and_goes(void **state)
{
    struct room room = room_at_entry((struct room_wish){0}, ENGLISH, "rapallo-treaty");

    (void)state;
    assert_false(is_seen(&room, "event:where"));
    assert_string_equal(room_find(&room, "part:where")->label,
                        "Where: Rapallo, Genoa, Italy, Germany. Who: Walther Rathenau, Georgy Chicherin");
    room_tap(&room, "part:where");
    assert_true(is_seen(&room, "event:where"));
    assert_true(is_seen(&room, "person:chicherin"));
    assert_null(room_find(&room, "part:where"));
    while (room_can_touch(&room, "page:up"))
        room_tap(&room, "page:up");
    assert_true(room_can_touch(&room, "part:where"));
    room_close(&room);
}

static void with_keys_the_signpost_leads_to_the_map_too(void **state)
{
    struct room room = room_at_entry((struct room_wish){0}, ENGLISH, "rapallo-treaty");

    (void)state;
    for (int i = 0; i < MOST_PRESSES && strcmp(stage_focus(room.stage), "part:where") != 0; i++)
        press(&room, ACTION_PREV);
    press(&room, ACTION_SELECT);
    assert_string_equal(stage_focus(room.stage), "event:map");
    assert_true(is_seen(&room, "event:where"));
    press(&room, ACTION_PREV);
    assert_string_equal(stage_focus(room.stage), "statement:8");
    room_close(&room);
}

/* ---- what the documents say ---- */

/* The document of a card or of a line that says it is silent; -1 = neither. */
static int document_of(struct room *room, const struct ui_element *element)
{
    if (strncmp(element->id, "source:", 7) == 0)
        return pack_source(room->pack, element->value).document;
    for (int d = 0; strncmp(element->id, "silent:", 7) == 0 && d < pack_exhibit(room->pack).documents; d++) {
        if (strcmp(element->id + 7, pack_document(room->pack, d).siglum) == 0)
            return d;
    }
    return -1;
}

/* Where they differ, their voices come first, one after the other. */
static void what_one_document_says_stands_together(void **state)
{
    struct room room = room_open((struct room_wish){0});

    (void)state;
    for (int entry = 0; entry < pack_exhibit(room.pack).entries; entry++) {
        struct stop stop = room_stop(SCREEN_EVENT);
        int last = 0, seen = 0, documents = pack_exhibit(room.pack).documents;
        bool differ = pack_entry(room.pack, entry).disagreement_count > 0;

        stop.entry = entry;
        room_visit(&room, ENGLISH, stop);
        for (int i = 0; i < ui_count(room_ui(&room)); i++) {
            int document = document_of(&room, ui_at(room_ui(&room), i));

            if (document < 0)
                continue;
            if (differ && seen < documents)
                assert_int_equal(document, seen);
            if (differ && seen == documents)
                last = 0;
            if (document < last)
                fail_msg("%s goes back to a document it had left", pack_entry(room.pack, entry).id);
            last = document;
            seen++;
        }
        assert_in_range(seen, documents, 99);
    }
    room_close(&room);
}

/* ---- statements ---- */

/* The trailing edge of the last tab of a statement with several; of one with a single document that of the row. */
static int end_of_the_row(struct room *room, int statement)
{
    char row[24];
    int end = 0;

    snprintf(row, sizeof(row), "statement:%d", statement);
    for (int i = 0; i < ui_count(room_ui(room)); i++) {
        const struct ui_element *element = ui_at(room_ui(room), i);

        if (strncmp(element->id, row, strlen(row)) == 0 && (element->id[strlen(row)] == ':' || element->id[strlen(row)] == 0)
            && element->rect.x + element->rect.w > end)
            end = element->rect.x + element->rect.w;
    }
    return end;
}

static void the_tabs_of_all_statements_end_at_one_line(void **state)
{
    static const struct room_wish wishes[] = {
        {.text_step = TEXT_A_PLUS}, {.text_step = TEXT_A_PLUS_PLUS}, {.quarter_turns = 1}, {.profile = "P1"}};

    (void)state;
    for (size_t i = 0; i < sizeof(wishes) / sizeof(wishes[0]); i++) {
        struct room room = room_at_entry(wishes[i], ENGLISH, "rapallo-treaty");

        for (int statement = 1; statement < 8; statement++)
            assert_int_equal(end_of_the_row(&room, statement), end_of_the_row(&room, 0));
        room_close(&room);
    }
}

/* ---- related events ---- */

static int keys_to(struct room *room, int entry)
{
    int count = 0;

    for (int i = 0; i < ui_count(room_ui(room)); i++) {
        const struct ui_element *element = ui_at(room_ui(room), i);

        count += element->verb == UI_ENTRY && element->value == entry;
    }
    return count;
}

/* On a small panel the keys to before and after come with the page as it scrolls. */
static void no_event_is_named_twice_on_a_page(void **state)
{
    static const char *const profiles[] = {"P3", "P1", "P2"};

    (void)state;
    for (int p = 0; p < 3; p++) {
        struct room room = room_open((struct room_wish){.profile = profiles[p]});

        for (int entry = 0; entry < pack_exhibit(room.pack).entries; entry++) {
            struct stop stop = room_stop(SCREEN_EVENT);
            struct pack_entry facts = pack_entry(room.pack, entry);

            stop.entry = entry;
            room_visit(&room, ENGLISH, stop);
            for (int k = 0; k < facts.related_count; k++) {
                int related = pack_entry_related(room.pack, facts.first_related + k);

                if (keys_to(&room, related) != 1)
                    fail_msg("%s has %d keys to %s on %s", facts.id, keys_to(&room, related),
                             pack_entry(room.pack, related).id, profiles[p]);
            }
        }
        room_close(&room);
    }
}

/* A chip narrower than its name and what stands beside it has set the name in two lines. */
static bool has_two_lines(struct room *room, const struct ui_element *chip)
{
    struct block_style style = {.role = FONT_DISPLAY, .size_px = chip->font_px, .is_single = true};
    struct pack_text name = pack_text(room->pack, ENGLISH, PACK_ENTRY_SHORT, chip->value);

    return block_line_width(room->fonts, name, style) > chip->rect.w - chip->font_px;
}

static void chips_of_two_lines_have_air(void **state)
{
    struct room room = room_open((struct room_wish){0});
    int seen = 0;

    (void)state;
    for (int entry = 0; entry < pack_exhibit(room.pack).entries; entry++) {
        struct stop stop = room_stop(SCREEN_EVENT);

        stop.entry = entry;
        room_visit(&room, ENGLISH, stop);
        for (int i = 0; i < ui_count(room_ui(&room)); i++) {
            const struct ui_element *chip = ui_at(room_ui(&room), i);

            if (strncmp(chip->id, "related:", 8) != 0 || !has_two_lines(&room, chip))
                continue;
            assert_true(chip->rect.h >= 2 * chip->font_px * 112 / 100 + 2 * 6);
            seen++;
        }
    }
    assert_true(seen > 0);
    room_close(&room);
}

/* ---- the date on the poster ---- */

struct poster_ink {
    uint32_t *pixels;
    int width;
    struct rect date;
};

static struct poster_ink poster_ink(struct room *room)
{
    size_t bytes;

    room_wait(room, 400);
    return (struct poster_ink){room_picture(room, &bytes), stage_look(room->stage)->panel.width_px,
                               room_find(room, "event:date")->rect};
}

/* Not the ground, which is that of the margin beside the date. */
static bool is_ink(const struct poster_ink *ink, int x, int y)
{
    uint32_t pixel = ink->pixels[y * ink->width + x], ground = ink->pixels[y * ink->width + ink->date.x / 2];

    return abs((int)(pixel & 255) - (int)(ground & 255)) > 60;
}

static bool row_has_ink(const struct poster_ink *ink, int y, int *left, int *right)
{
    *left = ink->date.x;
    *right = ink->date.x + ink->date.w;
    while (*left < *right && !is_ink(ink, *left, y))
        (*left)++;
    while (*right > *left && !is_ink(ink, *right - 1, y))
        (*right)--;
    return *right > *left;
}

/* Returns how far the worst of the lines is off the middle, px; what is lower than letters is an accent. */
static int worst_line(const struct poster_ink *ink)
{
    int worst = 0, left = 0, right = 0, top = 0, middle = ink->date.x + ink->date.w / 2;

    for (int y = ink->date.y; y <= ink->date.y + ink->date.h; y++) {
        int from, to;

        if (row_has_ink(ink, y, &from, &to)) {
            top = right > 0 ? top : y;
            left = right > 0 && left < from ? left : from;
            right = to > right ? to : right;
        } else if (right > 0) {
            int off = abs((left + right) / 2 - middle);

            worst = off > worst && y - top > 20 ? off : worst;
            right = 0;
        }
    }
    return worst;
}

static bool is_ours(const struct pack_entry *facts)
{
    return facts->start.by == PACK_BY_EDITORS || (facts->is_span && !facts->open_end && facts->end.by == PACK_BY_EDITORS);
}

/* Letters have white at their sides: a line is in the middle to within some pixels. */
static void the_lines_of_the_date_are_centred(void **state)
{
    struct room room = room_open((struct room_wish){.has_pixels = true});

    (void)state;
    for (int entry = 0; entry < pack_exhibit(room.pack).entries; entry += 3) {
        struct stop stop = room_stop(SCREEN_EVENT);
        struct poster_ink ink;

        stop.entry = entry;
        room_visit(&room, entry % 4, stop);
        ink = poster_ink(&room);
        if (worst_line(&ink) > 14)
            fail_msg("a line of the date of %s is %d px off the middle", pack_entry(room.pack, entry).id, worst_line(&ink));
        free(ink.pixels);
    }
    room_close(&room);
}

/* Where all of it is bracketed, the row at its top is that of the feet. */
static void the_feet_of_brackets_keep_clear_of_the_letters(void **state)
{
    static const char *const entries[] = {"cheka-founded", "lenin-return-april-theses", "kornilov-revolt", "decree-on-peace"};
    struct room room = room_open((struct room_wish){.has_pixels = true});

    (void)state;
    for (int i = 0; i < 8; i++) {
        struct stop stop = room_stop(SCREEN_EVENT);
        struct poster_ink ink;
        int left, right, foot = 0;

        stop.entry = room_entry(&room, entries[i % 4]);
        room_visit(&room, i < 4 ? ENGLISH : 1, stop);
        ink = poster_ink(&room);
        assert_true(row_has_ink(&ink, ink.date.y + 1, &left, &right));
        while (is_ink(&ink, left + foot, ink.date.y + 1))
            foot++;
        assert_in_range(foot, 10, 30);
        for (int y = ink.date.y + 8; y < ink.date.y + ink.date.h - 8; y++) {
            for (int x = 8; x < foot + 10; x++) {
                if (is_ink(&ink, left + x, y) || is_ink(&ink, right - 1 - x, y))
                    fail_msg("%s: letters %d px from the bracket", entries[i % 4], x - foot);
            }
        }
        free(ink.pixels);
    }
    room_close(&room);
}

static void an_end_that_is_ours_says_so(void **state)
{
    struct room room = room_open((struct room_wish){0});

    (void)state;
    for (int entry = 0; entry < pack_exhibit(room.pack).entries; entry++) {
        struct pack_entry facts = pack_entry(room.pack, entry);
        struct stop stop = room_stop(SCREEN_EVENT);

        stop.entry = entry;
        room_visit(&room, entry % 4, stop);
        if (is_ours(&facts) != is_seen(&room, "event:by"))
            fail_msg("%s does not say whose date it is", facts.id);
    }
    room_close(&room);
}

/* Between the brackets, in rows that the letters of the last line have. */
static int width_of_the_last_line(struct room *room, struct rect note)
{
    struct poster_ink ink = poster_ink(room);
    int left = note.x + note.w, right = note.x;

    ink.date = (struct rect){note.x + 12, note.y, note.w - 24, note.h};
    for (int y = note.y + note.h - 18; y < note.y + note.h - 6; y++) {
        int from, to;

        if (!row_has_ink(&ink, y, &from, &to))
            continue;
        left = from < left ? from : left;
        right = to > right ? to : right;
    }
    free(ink.pixels);
    return right - left;
}

static void the_note_on_the_poster_is_balanced(void **state)
{
    (void)state;
    for (int language = 0; language < 4; language++) {
        struct room room = room_at_entry((struct room_wish){.has_pixels = true}, language, "rapallo-treaty");
        struct rect date = room_find(&room, "event:date")->rect, note = room_find(&room, "event:note")->rect;

        assert_in_range(note.x + note.w / 2, date.x + date.w / 2 - 2, date.x + date.w / 2 + 2);
        assert_in_range(width_of_the_last_line(&room, note), note.w / 2, note.w);
        room_close(&room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_part_that_was_opened_has_the_focus),
        cmocka_unit_test(from_the_part_the_keys_go_on_in_reading_order),
        cmocka_unit_test(the_map_and_the_people_are_read_as_what_they_are),
        cmocka_unit_test(the_title_stands_at_one_height),
        cmocka_unit_test(a_second_question_stands_below_the_statements),
        cmocka_unit_test(the_title_is_in_sight_on_a_small_panel_too),
        cmocka_unit_test(place_and_people_are_in_sight_or_one_key_away),
        cmocka_unit_test(the_signpost_leads_to_the_map_and_goes),
        cmocka_unit_test(with_keys_the_signpost_leads_to_the_map_too),
        cmocka_unit_test(what_one_document_says_stands_together),
        cmocka_unit_test(the_tabs_of_all_statements_end_at_one_line),
        cmocka_unit_test(no_event_is_named_twice_on_a_page),
        cmocka_unit_test(chips_of_two_lines_have_air),
        cmocka_unit_test(the_lines_of_the_date_are_centred),
        cmocka_unit_test(the_feet_of_brackets_keep_clear_of_the_letters),
        cmocka_unit_test(an_end_that_is_ours_says_so),
        cmocka_unit_test(the_note_on_the_poster_is_balanced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
