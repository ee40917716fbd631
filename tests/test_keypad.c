/*
 * The whole exhibit with five keys: where the focus goes, that it is seen, and that there is always a way back (rules K1–K14).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "input/gesture.h"
#include "kiosk_room.h"
#include "platform/window.h"
#include "timeline/calendar.h"
#include "ui_rules.h"

enum { ENGLISH = 3, STOPS_MOST = 400, FOCUS_MS = 200 + ROOM_FRAME_MS, OUTSIDE = 0x1000000 };

static struct room open_on_timeline(const char *profile, bool has_pixels)
{
    struct room room = room_open((struct room_wish){.profile = profile, .reduced_motion = true, .has_pixels = has_pixels});

    room_tap(&room, "lang:en");
    return room;
}

static void go_to_entry(struct room *room, const char *id)
{
    struct stop stop = room_stop(SCREEN_EVENT);

    stop.entry = room_entry(room, id);
    room_visit(room, ENGLISH, stop);
}

static const char *focus(struct room *room)
{
    return stage_focus(room->stage);
}

/* ---- walking ---- */

struct walk {
    char ids[STOPS_MOST][72];
    int count;
};

static bool has_been_at(const struct walk *walk, const char *id)
{
    for (int i = 0; i < walk->count; i++)
        if (strcmp(walk->ids[i], id) == 0)
            return true;
    return false;
}

/* K11: the focus is on the screen, and no bar lies over it. */
static void assert_focus_is_seen(struct room *room)
{
    const struct ui_element *element = room_find(room, focus(room));
    const struct panel *panel = &stage_look(room->stage)->panel;

    if (!element)
        fail_msg("the focus is at \"%s\", which is not on the screen \"%s\"", focus(room), stage_screen_name(room->stage));
    if (element->rect.w <= 0 || element->rect.h <= 0)
        fail_msg("%s has the focus on \"%s\" and cannot be seen", element->id, stage_screen_name(room->stage));
    if (element->rect.x + element->rect.w <= 0 || element->rect.y + element->rect.h <= 0 || element->rect.x >= panel->width_px
        || element->rect.y >= panel->height_px)
        fail_msg("%s has the focus outside the panel", element->id);
    if (strncmp(element->id, "nav:", 4) != 0 && strncmp(element->id, "lang:", 5) != 0 && room_find(room, "nav:back")
        && element->rect.y >= panel->height_px - stage_look(room->stage)->plinth)
        fail_msg("%s has the focus behind the plinth", element->id);
}

/* The view that scrolls up and down and holds the element; NULL = none. */
static const struct ui_element *scrolling_view(struct room *room, const struct ui_element *element)
{
    const struct ui *ui = room_ui(room);

    for (int i = 0; i < ui_count(ui); i++)
        if (strcmp(ui_at(ui, i)->role, "view") == 0 && ui_at(ui, i)->view == element->view && ui_at(ui, i)->axes == GESTURE_Y)
            return ui_at(ui, i);
    return NULL;
}

/* The key that leads further that way is there, so the view is not at its end. */
static bool has_more(struct room *room, const char *way)
{
    char main_view[32], documents[32];

    snprintf(main_view, sizeof main_view, "page:%s", way);
    snprintf(documents, sizeof documents, "page:documents:%s", way);
    return room_can_touch(room, main_view) || room_can_touch(room, documents);
}

/* K11: after 200 ms what surrounds the focus is seen too, except at the ends of what scrolls. */
static void assert_surroundings_are_seen(struct room *room)
{
    const struct ui_element *element = room_find(room, focus(room));
    const struct ui_element *view = element && element->view != UI_NO_VIEW ? scrolling_view(room, element) : NULL;
    const struct look *look = stage_look(room->stage);
    int context = look_mm_y(look, look->panel.is_large ? 8 : 4) - 1, above, below;

    if (!view || element->rect.h + 2 * context > view->rect.h)
        return;
    above = element->rect.y - view->rect.y;
    below = view->rect.y + view->rect.h - element->rect.y - element->rect.h;
    if ((above < context && has_more(room, "up")) || (below < context && has_more(room, "down")))
        fail_msg("%s on \"%s\" has %d px above and %d px below it, %d are 8 mm (4 mm on 7 inches)", focus(room),
                 stage_screen_name(room->stage), above, below, context);
}

/* With one key until the focus has come around. */
static void walk_around(struct room *room, enum action action, struct walk *walk)
{
    walk->count = 0;
    for (;;) {
        stage_key(room->stage, action, room->now_ms);
        room_wait(room, FOCUS_MS);
        assert_focus_is_seen(room);
        assert_surroundings_are_seen(room);
        room_wait(room, 1000);
        if (has_been_at(walk, focus(room)))
            return;
        if (walk->count == STOPS_MOST)
            fail_msg("the focus does not come around on \"%s\"", stage_screen_name(room->stage));
        snprintf(walk->ids[walk->count++], 72, "%s", focus(room));
    }
}

/* K1: what can be touched can be reached with the keys. Pages of a view come into sight by themselves; the uses of the
 * paragraph that is read are reached after it. */
static void assert_all_is_reached(struct room *room, const struct walk *there, const struct walk *back)
{
    const struct ui *ui = room_ui(room);

    for (int i = 0; i < ui_count(ui); i++) {
        const struct ui_element *element = ui_at(ui, i);

        if (ui_rules_is_target(ui, i) && !element->repeats && !has_been_at(there, element->id)
            && !has_been_at(back, element->id))
            fail_msg("%s on \"%s\" can be touched, but the keys do not reach it", element->id, stage_screen_name(room->stage));
    }
}

static void walk_screen(struct room *room)
{
    static struct walk there, back;

    walk_around(room, ACTION_NEXT, &there);
    walk_around(room, ACTION_PREV, &back);
    walk_around(room, ACTION_PREV, &back);
    assert_all_is_reached(room, &there, &back);
    assert_true(there.count > 3);
}

static void walk_all_screens(struct room *room)
{
    struct stop stop = room_stop(SCREEN_COMPARE);

    go_to_entry(room, "rapallo-treaty");
    walk_screen(room);
    stop.entry = room_entry(room, "rapallo-treaty");
    stop.disagreement = pack_entry(room->pack, stop.entry).first_disagreement;
    room_visit(room, ENGLISH, stop);
    walk_screen(room);
    stage_fire(room->stage, UI_PASSAGE, pack_entry(room->pack, stop.entry).first_source, room->now_ms);
    room_wait(room, 1000);
    walk_screen(room);
    room_visit(room, ENGLISH, room_stop(SCREEN_TIMELINE));
    walk_screen(room);
}

static void the_focus_reaches_all_that_can_be_touched(void **state)
{
    static const char *const profiles[] = {"P1", "P2", "P3"};

    (void)state;
    for (size_t i = 0; i < sizeof profiles / sizeof profiles[0]; i++) {
        struct room room = open_on_timeline(profiles[i], false);

        walk_all_screens(&room);
        room_close(&room);
    }
}

static void the_access_panel_keeps_the_focus_inside(void **state)
{
    struct room room = open_on_timeline("P3", false);
    static struct walk walk;

    (void)state;
    room_tap(&room, "nav:access");
    walk_around(&room, ACTION_NEXT, &walk);
    for (int i = 0; i < walk.count; i++)
        assert_int_equal(strncmp(walk.ids[i], "access:", 7), 0);
    assert_int_equal(walk.count, 7);
    room_key(&room, ACTION_BACK);
    assert_null(room_find(&room, "access:close"));
    assert_true(room_is_on(&room, "timeline"));
    room_close(&room);
}

/* ---- beginning (K14) ---- */

static void the_first_key_opens_the_list_of_languages(void **state)
{
    struct room room = room_open((struct room_wish){.profile = "P3"});

    (void)state;
    room_key(&room, ACTION_SELECT);
    assert_true(room_is_on(&room, "languages"));
    room_close(&room);
}

static void a_language_is_chosen_and_the_visit_begins(void **state)
{
    struct room room = room_open((struct room_wish){.profile = "P3"});

    (void)state;
    room_key(&room, ACTION_NEXT);
    for (int i = 0; i < 12 && strcmp(focus(&room), "lang:pl") != 0; i++)
        room_key(&room, ACTION_NEXT);
    assert_string_equal(focus(&room), "lang:pl");
    room_key(&room, ACTION_SELECT);
    assert_true(room_is_on(&room, "timeline"));
    assert_string_equal(pack_language(room.pack, room_session(&room)->language).tag, "pl");
    room_close(&room);
}

/* ---- the timeline (K8) ---- */

static void focus_first_entry(struct room *room)
{
    for (int i = 0; i < 40; i++) {
        const struct ui_element *element;

        room_key(room, ACTION_NEXT);
        element = room_find(room, focus(room));
        if (element && (strcmp(element->role, "entry") == 0 || strcmp(element->role, "cluster") == 0))
            return;
    }
    fail_msg("the keys reach no entry");
}

static bool is_mark(struct room *room, const char *id)
{
    const struct ui_element *element = room_find(room, id);

    return element && (strcmp(element->role, "entry") == 0 || strcmp(element->role, "cluster") == 0);
}

static void next_goes_through_all_years(void **state)
{
    struct room room = open_on_timeline("P3", false);
    int steps = 0;

    (void)state;
    room_show_days(&room, ENGLISH, pack_exhibit(room.pack).start_day, 180);
    focus_first_entry(&room);
    while (is_mark(&room, focus(&room)) && steps < 200) {
        room_key(&room, ACTION_NEXT);
        assert_focus_is_seen(&room);
        steps++;
    }
    assert_in_range(steps, 20, 199);
    assert_true(room_session(&room)->view_first_day + room_session(&room)->view_days > pack_exhibit(room.pack).end_day - 400.0);
    room_close(&room);
}

static void right_and_left_go_by_years(void **state)
{
    struct room room = open_on_timeline("P3", false);
    double before;

    (void)state;
    room_show_days(&room, ENGLISH, pack_exhibit(room.pack).start_day, 180);
    focus_first_entry(&room);
    for (int year = 0; year < 3; year++) {
        before = room_session(&room)->view_first_day;
        room_key(&room, ACTION_RIGHT);
        assert_focus_is_seen(&room);
        assert_true(room_session(&room)->view_first_day > before);
    }
    before = room_session(&room)->view_first_day;
    room_key(&room, ACTION_LEFT);
    assert_focus_is_seen(&room);
    assert_true(room_session(&room)->view_first_day < before);
    room_close(&room);
}

/* ---- by years without LEFT and RIGHT (K8) ---- */

static const char skip[] = "year:skip";

static struct room open_without_year_keys(const char *profile, enum text_step step)
{
    struct room room = room_open((struct room_wish){
        .profile = profile, .text_step = step, .reduced_motion = true, .has_no_year_keys = true});

    room_tap(&room, "lang:en");
    room_show_days(&room, ENGLISH, pack_exhibit(room.pack).start_day, 300);
    focus_first_entry(&room);
    return room;
}

static bool is_at_skip(struct room *room)
{
    return strcmp(focus(room), skip) == 0;
}

static void next_until_skip(struct room *room)
{
    for (int i = 0; i < 120 && !is_at_skip(room); i++) {
        room_key(room, ACTION_NEXT);
        assert_focus_is_seen(room);
    }
    assert_true(is_at_skip(room));
}

static int year_seen(struct room *room)
{
    return calendar_date((int32_t)(room_session(room)->view_first_day + room_session(room)->view_days / 2)).year;
}

static const struct {
    const char *profile;
    enum text_step step;
} keypads[] = {{"P3", TEXT_A}, {"P2", TEXT_A}, {"P1", TEXT_A}};

static void next_passes_a_skip_before_each_year_that_another_follows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof keypads / sizeof keypads[0]; i++) {
        struct room room = open_without_year_keys(keypads[i].profile, keypads[i].step);
        int skips = 0, steps = 0;

        for (; steps < 300 && (is_mark(&room, focus(&room)) || is_at_skip(&room)); steps++) {
            skips += is_at_skip(&room);
            room_key(&room, ACTION_NEXT);
            assert_focus_is_seen(&room);
        }
        /* 1917 is where one is, 1924 is the last, and of 1923 no document tells; a cluster that forms anew as one goes on may
         * begin a year once more */
        assert_in_range(skips, 5, 9);
        assert_in_range(steps, 20, 299);
        room_close(&room);
    }
}

static void select_on_a_skip_goes_to_the_next_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof keypads / sizeof keypads[0]; i++) {
        struct room room = open_without_year_keys(keypads[i].profile, keypads[i].step);
        int last = 0, years = 0;

        next_until_skip(&room);
        for (; years < 12 && is_at_skip(&room); years++) {
            assert_true(year_seen(&room) >= last);
            last = year_seen(&room);
            room_key(&room, ACTION_SELECT);
            assert_focus_is_seen(&room);
        }
        assert_int_equal(years, 5);
        assert_true(is_mark(&room, focus(&room)));
        room_close(&room);
    }
}

static void from_a_skip_the_events_on_both_sides_are_one_step_away(void **state)
{
    struct room room = open_without_year_keys("P3", TEXT_A);

    (void)state;
    next_until_skip(&room);
    room_key(&room, ACTION_PREV);
    assert_true(is_mark(&room, focus(&room)));
    room_key(&room, ACTION_NEXT);
    assert_true(is_at_skip(&room));
    room_key(&room, ACTION_NEXT);
    assert_true(is_mark(&room, focus(&room)));
    room_key(&room, ACTION_PREV);
    assert_true(is_at_skip(&room));
    room_close(&room);
}

static void the_list_of_the_largest_text_has_skips_too(void **state)
{
    struct room room = open_without_year_keys("P1", TEXT_A_PLUS_PLUS);

    (void)state;
    next_until_skip(&room);
    room_key(&room, ACTION_SELECT);
    assert_true(is_at_skip(&room));
    room_key(&room, ACTION_NEXT);
    assert_true(is_mark(&room, focus(&room)));
    room_close(&room);
}

static void with_keys_for_years_there_is_no_skip(void **state)
{
    struct room room = open_on_timeline("P3", false);

    (void)state;
    room_show_days(&room, ENGLISH, pack_exhibit(room.pack).start_day, 300);
    focus_first_entry(&room);
    for (int i = 0; i < 60; i++) {
        room_key(&room, ACTION_NEXT);
        assert_false(is_at_skip(&room));
    }
    room_close(&room);
}

static void select_opens_and_back_returns_the_focus(void **state)
{
    struct room room = open_on_timeline("P3", false);
    int entry;

    (void)state;
    room_show_days(&room, ENGLISH, pack_entry(room.pack, room_entry(&room, "rapallo-treaty")).start.first_day - 60, 120);
    focus_first_entry(&room);
    while (room_find(&room, focus(&room))->verb != UI_ENTRY)
        room_key(&room, ACTION_NEXT);
    entry = room_find(&room, focus(&room))->value;
    room_key(&room, ACTION_SELECT);
    assert_true(room_is_on(&room, "event"));
    assert_int_equal(room_session(&room)->here.entry, entry);
    room_key(&room, ACTION_BACK);
    assert_true(room_is_on(&room, "timeline"));
    assert_true(is_mark(&room, focus(&room)));
    assert_int_equal(room_find(&room, focus(&room))->value, entry);
    room_close(&room);
}

static void an_open_list_keeps_the_focus_and_gives_it_back(void **state)
{
    struct room room = open_on_timeline("P3", false);
    static struct walk walk;
    char cluster[72];

    (void)state;
    focus_first_entry(&room);
    while (strcmp(room_find(&room, focus(&room))->role, "cluster") != 0)
        room_key(&room, ACTION_NEXT);
    snprintf(cluster, sizeof cluster, "%s", focus(&room));
    room_key(&room, ACTION_SELECT);
    assert_non_null(room_find(&room, "list:panel"));
    walk_around(&room, ACTION_NEXT, &walk);
    for (int i = 0; i < walk.count; i++)
        assert_true(strncmp(walk.ids[i], "list:", 5) == 0 || strncmp(walk.ids[i], "entry:", 6) == 0);
    room_key(&room, ACTION_BACK);
    assert_null(room_find(&room, "list:panel"));
    assert_string_equal(focus(&room), cluster);
    room_close(&room);
}

/* The rows of a long list come page by page, and going back they come again. */
static void next_goes_through_all_of_a_long_list(void **state)
{
    struct room room = open_on_timeline("P1", false);
    static struct walk walk;
    const struct ui_element *title;
    int total = 0, rows = 0, seen = 0, first = 0;

    (void)state;
    room_tap(&room, "cluster:power:1917-03");
    title = room_find(&room, "list:title");
    assert_int_equal(sscanf(title->label, "1\u2013%d of %d events", &rows, &total), 2);
    assert_in_range(rows, 2, total / 2);
    walk_around(&room, ACTION_NEXT, &walk);
    for (int i = 0; i < walk.count; i++)
        seen += strncmp(walk.ids[i], "entry:", 6) == 0;
    assert_int_equal(seen, total - 1); /* the first had the focus before */
    for (int i = 0; i < 2 * total && strncmp(room_find(&room, "list:title")->label, "1\u2013", 4) != 0; i++)
        room_key(&room, ACTION_PREV);
    assert_int_equal(sscanf(room_find(&room, "list:title")->label, "%d", &first), 1);
    assert_int_equal(first, 1);
    room_close(&room);
}

/* A key of the pages that goes leaves the focus to the other. */
static void the_focus_stays_with_the_pages_of_a_list(void **state)
{
    struct room room = open_on_timeline("P1", false);
    int pages = 0;

    (void)state;
    room_tap(&room, "cluster:power:1917-03");
    while (strcmp(focus(&room), "list:on") != 0)
        room_key(&room, ACTION_PREV);
    for (; strcmp(focus(&room), "list:on") == 0; pages++)
        room_key(&room, ACTION_SELECT);
    assert_in_range(pages, 2, 20);
    assert_string_equal(focus(&room), "list:back");
    assert_null(room_find(&room, "list:on"));
    room_close(&room);
}

static void the_words_explained_keep_the_focus_and_give_it_back(void **state)
{
    struct room room = open_on_timeline("P3", false);
    static struct walk walk;

    (void)state;
    go_to_entry(&room, "constituent-assembly-election");
    while (strcmp(focus(&room), "words:open") != 0)
        room_key(&room, ACTION_NEXT);
    room_key(&room, ACTION_SELECT);
    assert_string_equal(focus(&room), "words:close");
    walk_around(&room, ACTION_NEXT, &walk);
    assert_true(walk.count > 4);
    for (int i = 0; i < walk.count; i++)
        assert_true(strncmp(walk.ids[i], "words:", 6) == 0 || strncmp(walk.ids[i], "term:", 5) == 0);
    room_key(&room, ACTION_BACK);
    assert_null(room_find(&room, "words:panel"));
    assert_true(room_is_on(&room, "event"));
    assert_string_equal(focus(&room), "words:open");
    room_close(&room);
}

/* ---- back (K7) ---- */

static void back_leads_to_the_timeline_in_three_and_home_in_four(void **state)
{
    struct room room = open_on_timeline("P3", false);
    struct pack_exhibit exhibit = pack_exhibit(room.pack);

    (void)state;
    for (int length = 1; length < 7; length++) {
        room_show_days(&room, ENGLISH, exhibit.start_day + 300, 100);
        for (int i = 0; i < length; i++) {
            go_to_entry(&room, i % 2 ? "rapallo-treaty" : "kronstadt-uprising");
            stage_fire(room.stage, UI_PASSAGE, pack_entry(room.pack, room_session(&room)->here.entry).first_source,
                       room.now_ms);
            room_wait(&room, 500);
        }
        for (int i = 0; i < 3 && !room_is_on(&room, "timeline"); i++)
            room_key(&room, ACTION_BACK);
        assert_true(room_is_on(&room, "timeline"));
        room_key(&room, ACTION_BACK);
        assert_true(room_session(&room)->view_days == exhibit.end_day + 1.0 - exhibit.start_day);
    }
    room_close(&room);
}

/* ---- keys that are held or pressed twice (K5) ---- */

static void a_key_that_bounces_acts_once(void **state)
{
    struct room room = open_on_timeline("P3", false);
    char first[72];

    (void)state;
    room_key(&room, ACTION_NEXT);
    snprintf(first, sizeof first, "%s", focus(&room));
    stage_key(room.stage, ACTION_NEXT, room.now_ms);
    for (int i = 0; i < 8; i++) { /* held, the keypad repeats it */
        room.now_ms += 33;
        stage_key(room.stage, ACTION_NEXT, room.now_ms);
    }
    room_wait(&room, 500);
    room_key(&room, ACTION_PREV);
    assert_string_equal(focus(&room), first);
    room_close(&room);
}

/* ---- what is seen of the focus (K10, K12) ---- */

static void the_focus_is_drawn_around_its_element(void **state)
{
    static const char *const profiles[] = {"P1", "P3"};

    (void)state;
    for (size_t p = 0; p < 2; p++) {
        struct room room = open_on_timeline(profiles[p], true);
        size_t bytes;
        uint32_t *before, *after;

        go_to_entry(&room, "rapallo-treaty");
        room_key(&room, ACTION_NEXT);
        for (int i = 0; i < 30; i++) {
            size_t differs = 0;
            int side = (int)(stage_look(room.stage)->panel.px_per_mm_x * 10);

            before = room_picture(&room, &bytes);
            room_key(&room, ACTION_NEXT);
            after = room_picture(&room, &bytes);
            for (size_t px = 0; px < bytes / sizeof *after; px++)
                differs += before[px] != after[px];
            free(before);
            free(after);
            if (differs < (size_t)side) /* a ring of 1 mm around 10 mm is forty times that */
                fail_msg("moving the focus to %s changed %zu pixels only", focus(&room), differs);
        }
        room_close(&room);
    }
}

struct picture {
    const uint32_t *pixels;
    int width, height;
};

static uint32_t pixel(const struct picture *picture, int x, int y)
{
    bool is_inside = x >= 0 && y >= 0 && x < picture->width && y < picture->height;

    return is_inside ? picture->pixels[y * picture->width + x] & 0xFFFFFF : OUTSIDE;
}

struct ring {
    uint32_t tone;
    int least_px, reach;
    bool is_two_toned; /* it lies beside a light line of its own, which may be what it stands out from */
};

/* From inside the element outwards: a line of the tone, thick enough, that stands out 3:1 from what lies beside it. */
static bool has_ring(const struct picture *picture, int x, int y, int dx, int dy, const struct ring *ring)
{
    uint32_t before = ring->tone;

    for (int i = 0, run = 0; i <= 2 * ring->reach; i++) {
        uint32_t here = pixel(picture, x + (i - ring->reach) * dx, y + (i - ring->reach) * dy);

        if (here == ring->tone) {
            run++;
            continue;
        }
        if (run >= ring->least_px && run < 2 * ring->least_px /* more is a ground of that tone */
            && (here == OUTSIDE || look_contrast(here, ring->tone) >= 3
                || (ring->is_two_toned && look_contrast(before, ring->tone) >= 3)))
            return true;
        run = 0;
        before = here;
    }
    return false;
}

/* At the middle of how many sides the ring is seen, in the tone for light grounds or in that for dark ones. */
static int ringed_sides(struct room *room, const struct picture *picture)
{
    const struct look *look = stage_look(room->stage);
    const struct ui_element *element = room_find(room, focus(room));
    const struct rect rect = element->rect;
    int middle_x = rect.x + rect.w / 2, middle_y = rect.y + rect.h / 2, most = 0;
    struct ring ring = {.least_px = look_mm_x(look, 1.0f) > 3 ? look_mm_x(look, 1.0f) : 3, .reach = look_mm_x(look, 5)};

    /* in high contrast only what is chosen has a ground that yellow does not stand out from */
    int tones = look->theme == THEME_STANDARD || element->is_current ? 2 : 1;

    for (int dark = 0; dark < tones; dark++) {
        ring.tone = look_tone(look, dark ? TONE_PAPER : TONE_FOCUS);
        ring.is_two_toned = !dark;
        int sides = has_ring(picture, rect.x, middle_y, -1, 0, &ring) + has_ring(picture, rect.x + rect.w, middle_y, 1, 0, &ring)
            + has_ring(picture, middle_x, rect.y, 0, -1, &ring) + has_ring(picture, middle_x, rect.y + rect.h, 0, 1, &ring);

        most = sides > most ? sides : most;
    }
    return most;
}

static void check_rings(struct room *room)
{
    struct picture picture;

    window_size(room->window, &picture.width, &picture.height);
    for (int i = 0; i < 60; i++) {
        size_t bytes;
        uint32_t *pixels;
        bool is_mark_here;

        room_key(room, ACTION_NEXT);
        pixels = room_picture(room, &bytes);
        picture.pixels = pixels;
        /* other marks lie over the ring of a mark, and edges of what scrolls over that of a row */
        is_mark_here = is_mark(room, focus(room));
        if (ringed_sides(room, &picture) < (is_mark_here ? 1 : 2))
            fail_msg("%s on \"%s\" has a ring on %d sides, panel %d px, theme %d", focus(room), stage_screen_name(room->stage),
                     ringed_sides(room, &picture), picture.width, (int)stage_look(room->stage)->theme);
        free(pixels);
    }
}

static void the_ring_is_a_millimetre_and_stands_out(void **state)
{
    static const char *const profiles[] = {"P1", "P3"};

    (void)state;
    for (int i = 0; i < 4; i++) {
        struct room room = open_on_timeline(profiles[i / 2], true);

        room_set_look(&room, TEXT_A, (enum theme)(i % 2));
        check_rings(&room);
        go_to_entry(&room, "rapallo-treaty");
        check_rings(&room);
        room_tap(&room, "nav:documents");
        check_rings(&room);
        room_close(&room);
    }
}

static void touching_hides_the_focus_but_keeps_its_place(void **state)
{
    struct room room = open_on_timeline("P3", false);
    char at[72];

    (void)state;
    for (int i = 0; i < 3; i++)
        room_key(&room, ACTION_NEXT);
    snprintf(at, sizeof at, "%s", focus(&room));
    assert_int_not_equal(strlen(at), 0);
    room_tap_at(&room, 960, 14); /* soon after: it stays */
    assert_string_equal(focus(&room), at);
    room_wait(&room, 10000);
    room_tap_at(&room, 960, 14);
    assert_string_equal(focus(&room), "");
    room_key(&room, ACTION_NEXT);
    room_key(&room, ACTION_PREV);
    assert_string_equal(focus(&room), at);
    room_close(&room);
}

static void the_focus_alone_goes_nowhere(void **state)
{
    struct room room = open_on_timeline("P3", false);
    struct session before;

    (void)state;
    go_to_entry(&room, "rapallo-treaty");
    before = *room_session(&room);
    for (int i = 0; i < 60; i++) {
        room_key(&room, i % 3 ? ACTION_NEXT : ACTION_PREV);
        assert_int_equal(room_session(&room)->here.screen, before.here.screen);
        assert_int_equal(room_session(&room)->here.entry, before.here.entry);
        assert_int_equal(room_session(&room)->language, before.language);
    }
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_focus_reaches_all_that_can_be_touched),
        cmocka_unit_test(the_access_panel_keeps_the_focus_inside),
        cmocka_unit_test(the_first_key_opens_the_list_of_languages),
        cmocka_unit_test(a_language_is_chosen_and_the_visit_begins),
        cmocka_unit_test(next_goes_through_all_years),
        cmocka_unit_test(right_and_left_go_by_years),
        cmocka_unit_test(next_passes_a_skip_before_each_year_that_another_follows),
        cmocka_unit_test(select_on_a_skip_goes_to_the_next_one),
        cmocka_unit_test(from_a_skip_the_events_on_both_sides_are_one_step_away),
        cmocka_unit_test(the_list_of_the_largest_text_has_skips_too),
        cmocka_unit_test(with_keys_for_years_there_is_no_skip),
        cmocka_unit_test(select_opens_and_back_returns_the_focus),
        cmocka_unit_test(an_open_list_keeps_the_focus_and_gives_it_back),
        cmocka_unit_test(next_goes_through_all_of_a_long_list),
        cmocka_unit_test(the_focus_stays_with_the_pages_of_a_list),
        cmocka_unit_test(the_words_explained_keep_the_focus_and_give_it_back),
        cmocka_unit_test(back_leads_to_the_timeline_in_three_and_home_in_four),
        cmocka_unit_test(a_key_that_bounces_acts_once),
        cmocka_unit_test(the_focus_is_drawn_around_its_element),
        cmocka_unit_test(the_ring_is_a_millimetre_and_stands_out),
        cmocka_unit_test(touching_hides_the_focus_but_keeps_its_place),
        cmocka_unit_test(the_focus_alone_goes_nowhere),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
