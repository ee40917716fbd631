/*
 * The timeline as it is drawn, at many zooms and places: the calls into draw are watched, of words in here, of the rest by
 * drawn_parts. Most cases are about portrait, where little is listed that could be held against rules.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "drawn_parts.h"
#include "kiosk_room.h"
#include "screen/browse/browse.h"

enum { WORDS_MOST = 512, SEGMENTS_MOST = 128, PLACES = 6 };

/* ---- what was drawn ---- */

static struct rect words[WORDS_MOST];
static int word_count;

void __real_draw_block(struct draw *draw, const struct block *block, int x, int y, struct draw_ink ink);
void __wrap_draw_block(struct draw *draw, const struct block *block, int x, int y, struct draw_ink ink);

void __wrap_draw_block(struct draw *draw, const struct block *block, int x, int y, struct draw_ink ink)
{
    if (word_count < WORDS_MOST)
        words[word_count++] = (struct rect){x, y, block->widest_px, block->height_px};
    __real_draw_block(draw, block, x, y, ink);
}

static bool holds(struct rect outer, struct rect inner)
{
    return rect_holds(outer, inner.x + inner.w / 2, inner.y + inner.h / 2);
}

static bool lies_in(struct rect inner, struct rect outer)
{
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w
        && inner.y + inner.h <= outer.y + outer.h;
}

static bool is_of_entries(const struct ui_element *element)
{
    return strcmp(element->role, "entry") == 0 || strcmp(element->role, "cluster") == 0;
}

/* The tracks and the axis: what lies left of the cards. */
struct scene {
    struct room *room;
    char where[120];
    struct rect view;
    int cards_x;
};

static bool look_at(struct scene *scene)
{
    const struct ui *ui;

    drawn_parts_forget();
    word_count = 0;
    stage_make_dirty(scene->room->stage);
    room_draw(scene->room);
    ui = room_ui(scene->room);
    scene->view = room_find(scene->room, "view:timeline")->rect;
    scene->cards_x = 0;
    for (int i = 0; i < ui_count(ui); i++)
        if (is_of_entries(ui_at(ui, i)) && ui_at(ui, i)->rect.x > scene->cards_x)
            scene->cards_x = ui_at(ui, i)->rect.x;
    return scene->cards_x > 0;
}

static const struct {
    const char *profile;
    int turns;
    enum text_step step;
} panels[] = {{"P2", 0, TEXT_A},      {"P3", 1, TEXT_A},           {"P1", 1, TEXT_A},
              {"P2", 0, TEXT_A_PLUS}, {"P3", 1, TEXT_A_PLUS_PLUS}, {"P6", 1, TEXT_A}};

static const double parts_of_span[] = {1, 0.6, 0.3, 0.14, 0.06, 0.022, 0.011, 0.0048};

/* Calls check for every panel, language, zoom and place in which there are cards. Returns how often. */
static int for_each_scene(enum room_exhibit exhibit, void (*check)(struct scene *scene))
{
    struct room room = room_open((struct room_wish){.exhibit = exhibit, .reduced_motion = true});
    struct pack_exhibit what = pack_exhibit(room.pack);
    double whole = what.end_day + 1.0 - what.start_day;
    int scenes = 0;

    for (size_t panel = 0; panel < sizeof panels / sizeof panels[0]; panel++) {
        room_set_panel(&room, panels[panel].profile, panels[panel].turns);
        room_visit(&room, 0, room_stop(SCREEN_TIMELINE));
        room_set_look(&room, panels[panel].step, THEME_STANDARD);
        for (size_t zoom = 0; zoom < sizeof parts_of_span / sizeof parts_of_span[0]; zoom++) {
            for (int place = 0; place < PLACES; place++) {
                struct scene scene = {.room = &room};
                double days = whole * parts_of_span[zoom];
                int language = (int)(zoom + (size_t)place) % what.languages;
                room_show_days(&room, language, what.start_day + (whole - days) * place / (PLACES - 1), days);
                snprintf(scene.where, sizeof scene.where, "%s, step %d, language %d, %.0f days, place %d",
                         panels[panel].profile, panels[panel].step, language, days, place);
                if (!look_at(&scene))
                    continue;
                check(&scene);
                scenes++;
            }
        }
    }
    room_close(&room);
    return scenes;
}

/* ---- marks ---- */

static void check_marks(struct scene *scene)
{
    const struct ui *ui = room_ui(scene->room);

    for (int i = 0; i < drawn_parts_count(); i++) {
        const struct drawn_part *part = drawn_part(i);
        struct rect tracks = {scene->view.x, scene->view.y, scene->cards_x - scene->view.x, scene->view.h};
        if (part->kind == DRAWN_SHAPE && rect_meets(part->rect, tracks) && !lies_in(part->rect, scene->view))
            fail_msg("%s: a mark at %d %d, %d px high, is cut at an edge: %d to %d", scene->where, part->rect.x, part->rect.y,
                     part->rect.h, scene->view.y, scene->view.y + scene->view.h);
    }
    for (int i = 0; i < ui_count(ui); i++)
        if (is_of_entries(ui_at(ui, i)) && ui_at(ui, i)->rect.x < scene->cards_x && !lies_in(ui_at(ui, i)->hit, scene->view))
            fail_msg("%s: %s is touched outside the tracks", scene->where, ui_at(ui, i)->id);
}

static void marks_are_whole_or_not_there(void **state)
{
    (void)state;
    assert_in_range(for_each_scene(ROOM_EIGHT_YEARS, check_marks), 200, 400);
    assert_in_range(for_each_scene(ROOM_BEFORE_CHRIST, check_marks), 20, 400);
}

/* ---- words ---- */

static struct rect card_of(const struct scene *scene, const struct rect *block)
{
    const struct ui *ui = room_ui(scene->room);

    for (int i = 0; i < ui_count(ui); i++) {
        const struct ui_element *element = ui_at(ui, i);
        if (is_of_entries(element) && element->rect.x == scene->cards_x
            && rect_holds(element->rect, block->x, block->y + block->h / 2))
            return element->rect;
    }
    return (struct rect){0};
}

static void check_cards(struct scene *scene)
{
    for (int i = 0; i < word_count; i++) {
        struct rect card = card_of(scene, &words[i]);
        if (card.w > 0 && (words[i].y < card.y || words[i].y + words[i].h > card.y + card.h))
            fail_msg("%s: words from %d to %d are cut by their card from %d to %d", scene->where, words[i].y,
                     words[i].y + words[i].h, card.y, card.y + card.h);
    }
}

static void no_card_cuts_its_words(void **state)
{
    (void)state;
    for_each_scene(ROOM_EIGHT_YEARS, check_cards);
    for_each_scene(ROOM_BEFORE_CHRIST, check_cards);
}

/* "3 events": whatever else is said of those it holds. */
static void check_clusters(struct scene *scene)
{
    const struct ui *ui = room_ui(scene->room);

    for (int i = 0; i < ui_count(ui); i++) {
        const struct ui_element *element = ui_at(ui, i);
        int language = room_session(scene->room)->language, count = atoi(element->label ? element->label : "");
        const char *pattern = pack_string(scene->room->pack, language, PACK_STRING_CLUSTER_TITLE, (unsigned)count).bytes;
        char wanted[128];
        if (strcmp(element->role, "cluster") != 0)
            continue;
        assert_memory_equal(pattern, "{n}", 3);
        snprintf(wanted, sizeof wanted, "%d%s", count, pattern + 3);
        if (count < 2 || strcmp(element->label, wanted) != 0)
            fail_msg("%s: %s says \"%s\", not how many it holds", scene->where, element->id, element->label);
    }
}

static void a_cluster_says_how_many_it_holds(void **state)
{
    (void)state;
    assert_true(for_each_scene(ROOM_EIGHT_YEARS, check_clusters) > 0);
}

/* A red tile that is not its own. */
static bool meets_red(const struct scene *scene, struct rect block)
{
    uint32_t red = look_tone(stage_look(scene->room->stage), TONE_RED);

    for (int i = 0; i < drawn_parts_count(); i++) {
        const struct drawn_part *part = drawn_part(i);
        bool is_tile = part->kind == DRAWN_FILL && part->colour == red && part->rect.h > 8 && part->rect.w > 8;
        if (is_tile && rect_meets(part->rect, block) && !lies_in(block, part->rect))
            return true;
    }
    return false;
}

/* Capitals and digits fill half of their line. */
static struct rect letters(struct rect block)
{
    return rect_inset(block, 0, block.h / 4);
}

static void check_axis(struct scene *scene)
{
    struct rect axis = scene->view;

    axis.w = scene->cards_x / 6; /* narrower than the axis: its words begin here */
    for (int i = 0; i < word_count; i++) {
        struct rect block = letters(words[i]);
        if (!rect_meets(block, axis))
            continue;
        if (!lies_in(words[i], scene->view))
            fail_msg("%s: words on the axis are cut: %d to %d", scene->where, words[i].y, words[i].y + words[i].h);
        if (meets_red(scene, block))
            fail_msg("%s: words at %d %d, %d px wide, meet a red day", scene->where, block.x, block.y, block.w);
        for (int k = 0; k < i; k++)
            if (rect_meets(letters(words[k]), block))
                fail_msg("%s: words on the axis meet at %d %d", scene->where, block.x, block.y);
    }
}

/* A day on which documents differ goes all the way along the axis. */
static void check_axis_around(enum room_exhibit exhibit, const char *id)
{
    enum { DAYS = 32 };
    struct room room = room_open((struct room_wish){.exhibit = exhibit, .reduced_motion = true});
    int day = pack_entry(room.pack, room_entry(&room, id)).start.first_day, languages = pack_exhibit(room.pack).languages;

    for (size_t panel = 0; panel < sizeof panels / sizeof panels[0]; panel++) {
        room_set_panel(&room, panels[panel].profile, panels[panel].turns);
        room_visit(&room, 0, room_stop(SCREEN_TIMELINE));
        room_set_look(&room, panels[panel].step, THEME_STANDARD);
        for (int first = day - DAYS; first <= day; first++) {
            struct scene scene = {.room = &room};
            room_show_days(&room, (first - day + DAYS) % languages, first, DAYS);
            snprintf(scene.where, sizeof scene.where, "%s, step %d, %s %d days after the first", panels[panel].profile,
                     panels[panel].step, id, day - first);
            if (look_at(&scene))
                check_axis(&scene);
        }
    }
    room_close(&room);
}

static void words_on_the_axis_keep_apart(void **state)
{
    (void)state;
    for_each_scene(ROOM_EIGHT_YEARS, check_axis);
    for_each_scene(ROOM_BEFORE_CHRIST, check_axis);
    check_axis_around(ROOM_EIGHT_YEARS, "rapallo-treaty");
    check_axis_around(ROOM_BEFORE_CHRIST, "first-light");
}

/* ---- leaders ---- */

struct segments {
    struct rect uprights[SEGMENTS_MOST], levels[SEGMENTS_MOST];
    int upright_count, level_count, line_px;
};

static void gather(const struct scene *scene, struct segments *segments)
{
    const struct look *look = stage_look(scene->room->stage);
    uint32_t ink = mark_mix(look_tone(look, TONE_INK2), look_tone(look, TONE_PAPER), 70);

    *segments = (struct segments){0};
    for (int i = 0; i < drawn_parts_count(); i++) {
        const struct drawn_part *part = drawn_part(i);
        if (part->kind != DRAWN_FILL || part->colour != ink)
            continue;
        assert_in_range(segments->upright_count + segments->level_count, 0, SEGMENTS_MOST - 1);
        if (segments->level_count == 0 && part->rect.h >= part->rect.w)
            segments->uprights[segments->upright_count++] = part->rect;
        else
            segments->levels[segments->level_count++] = part->rect;
    }
    segments->line_px = segments->upright_count > 0 ? segments->uprights[0].w : 0;
}

/* Levels begin or end at the upright of their leader. */
static int upright_of(const struct segments *segments, struct rect level)
{
    for (int i = 0; i < segments->upright_count; i++) {
        const struct rect *upright = &segments->uprights[i];
        bool is_beside = level.x == upright->x || level.x + level.w == upright->x;
        if (is_beside && level.y >= upright->y && level.y < upright->y + upright->h)
            return i;
    }
    return -1;
}

/* Grown by the width of the line: lines that only touch would look like one. */
static bool is_near(const struct segments *segments, struct rect a, struct rect b)
{
    return rect_meets(rect_inset(a, 1 - segments->line_px, 1 - segments->line_px), b);
}

static int leaders_seen;

static void check_leaders(struct scene *scene)
{
    static struct segments segments;

    gather(scene, &segments);
    leaders_seen += segments.upright_count;
    assert_true(segments.upright_count == 0 || segments.level_count >= 2 * segments.upright_count);
    for (int a = 0; a < segments.upright_count; a++)
        for (int b = a + 1; b < segments.upright_count; b++)
            if (is_near(&segments, segments.uprights[a], segments.uprights[b]))
                fail_msg("%s: the uprights of leaders %d and %d meet", scene->where, a, b);
    for (int i = 0; i < segments.level_count; i++) {
        int own = upright_of(&segments, segments.levels[i]);
        assert_true(own >= 0);
        for (int a = 0; a < segments.upright_count; a++)
            if (a != own && is_near(&segments, segments.levels[i], segments.uprights[a]))
                fail_msg("%s: leaders %d and %d cross at %d %d", scene->where, own, a, segments.levels[i].x,
                         segments.levels[i].y);
        for (int k = 0; k < i; k++)
            if (upright_of(&segments, segments.levels[k]) != own && is_near(&segments, segments.levels[i], segments.levels[k]))
                fail_msg("%s: leaders lie on each other at %d %d", scene->where, segments.levels[i].x, segments.levels[i].y);
    }
}

static void no_two_leaders_cross_or_lie_on_each_other(void **state)
{
    (void)state;
    leaders_seen = 0;
    for_each_scene(ROOM_EIGHT_YEARS, check_leaders);
    assert_in_range(leaders_seen, 500, 5000);
}

/* ---- silence ---- */

static bool is_in_tab(struct room *room, const char *year)
{
    struct rect digits = room_find(room, year)->rect;

    for (int i = 0; i < drawn_parts_count(); i++)
        if (drawn_part(i)->kind == DRAWN_DASHED && holds(drawn_part(i)->rect, digits))
            return true;
    return false;
}

/* By a sentence where it has room, else by the tab of those who are silent; read aloud it is the sentence everywhere. */
static void a_year_without_events_is_told(void **state)
{
    struct room room = room_open((struct room_wish){.reduced_motion = true});
    struct pack_exhibit what = pack_exhibit(room.pack);

    (void)state;
    for (size_t panel = 0; panel < sizeof panels / sizeof panels[0]; panel++) {
        struct scene scene = {.room = &room};
        bool is_smallest = strcmp(panels[panel].profile, "P1") == 0;
        room_set_panel(&room, panels[panel].profile, is_smallest ? 0 : panels[panel].turns);
        room_show_days(&room, 0, what.start_day, what.end_day + 1 - what.start_day);
        assert_true(look_at(&scene));
        bool has_sentence = room_find(&room, "silence:1923") != NULL;
        assert_true(!is_smallest || !has_sentence);
        assert_true(is_in_tab(&room, "year:1923") != has_sentence);
        assert_false(is_in_tab(&room, "year:1922"));
        assert_string_equal(room_find(&room, "year:1923")->label, "1923");
        assert_non_null(strstr(room_find(&room, "year:1923")->spoken, " 1923"));
        assert_null(room_find(&room, "year:1922")->spoken);
    }
    room_close(&room);
}

/* ---- the list of a cluster ---- */

static const struct {
    const char *profile;
    int turns;
    enum text_step step;
} list_panels[] = {{"P3", 0, TEXT_A},      {"P3", 0, TEXT_A_PLUS_PLUS}, {"P1", 0, TEXT_A},
                   {"P2", 0, TEXT_A_PLUS}, {"P3", 1, TEXT_A_PLUS},      {"P1", 1, TEXT_A}};

/* Opens the largest cluster on the screen; returns how many it holds. */
static int open_largest(struct room *room, struct rect *mark)
{
    const struct ui *ui = room_ui(room);
    int most = 0, value = 0;

    for (int i = 0; i < ui_count(ui); i++) {
        const struct ui_element *element = ui_at(ui, i);
        int count = strcmp(element->role, "cluster") == 0 ? atoi(element->label) : 0;
        if (count > most) {
            most = count;
            value = element->value;
            *mark = element->rect;
        }
    }
    stage_fire(room->stage, UI_OWN, value, room->now_ms);
    room_wait(room, 300);
    return most;
}

/* First and last row of those in view, told by the title; all if it names no place. */
static void read_title(struct room *room, int total, int *first, int *last)
{
    const char *title = room_find(room, "list:title")->label;
    int rows = 0, of = 0;

    for (int i = 0; i < ui_count(room_ui(room)); i++)
        rows += ui_at(room_ui(room), i)->view == VIEW_LIST && strcmp(ui_at(room_ui(room), i)->role, "entry") == 0;
    if (rows == total) {
        *first = 1;
        *last = total;
        return;
    }
    if (sscanf(title, "%d\u2013%d %*s %d", first, last, &of) != 3 || of != total || *last - *first + 1 != rows)
        fail_msg("\"%s\" stands above %d rows of %d", title, rows, total);
}

/* Page by page to the end: the title tells where, and the key that leads on stays below the finger. */
static void turn_pages(struct room *room, int total)
{
    int first, last = 0, before = 0, reached;

    read_title(room, total, &first, &reached);
    assert_int_equal(first, 1);
    while (room_can_touch(room, "list:on")) {
        struct rect on = room_find(room, "list:on")->rect;
        assert_true(room_can_touch(room, "list:back") == (before > 0));
        room_tap(room, "list:on");
        read_title(room, total, &first, &last);
        if (first <= before || first > reached + 1)
            fail_msg("the page after row %d begins with row %d", reached, first);
        before = first;
        reached = last;
        if (room_can_touch(room, "list:on") && !holds(on, room_find(room, "list:on")->rect))
            fail_msg("the key to the next page has moved away");
    }
    assert_int_equal(reached, total);
}

static void a_list_tells_where_in_it_one_is(void **state)
{
    struct room room = room_open((struct room_wish){.reduced_motion = true});
    struct pack_exhibit what = pack_exhibit(room.pack);

    (void)state;
    for (size_t panel = 0; panel < sizeof list_panels / sizeof list_panels[0]; panel++) {
        room_set_panel(&room, list_panels[panel].profile, list_panels[panel].turns);
        for (int language = 0; language < what.languages; language++) {
            struct rect mark;
            room_visit(&room, language, room_stop(SCREEN_TIMELINE));
            room_set_look(&room, list_panels[panel].step, THEME_STANDARD);
            room_show_days(&room, language, what.start_day, what.end_day + 1 - what.start_day);
            int total = open_largest(&room, &mark);
            assert_true(total > 2);
            turn_pages(&room, total);
            room_tap(&room, "list:close");
        }
    }
    room_close(&room);
}

/* Of the largest in view, at many places: one that an edge of the window cuts is among them. */
static void open_crowds(uint64_t seed)
{
    struct room room = room_open((struct room_wish){.exhibit = ROOM_HOSTILE, .seed = seed, .reduced_motion = true});
    struct pack_exhibit what = pack_exhibit(room.pack);
    double whole = what.end_day + 1.0 - what.start_day;

    room_visit(&room, 0, room_stop(SCREEN_TIMELINE));
    for (int zoom = 1; zoom <= 2; zoom++) {
        for (int place = 0; place < PLACES; place++) {
            struct rect mark;
            room_show_days(&room, 0, what.start_day + (whole - whole / zoom) * place / (PLACES - 1), whole / zoom);
            int total = open_largest(&room, &mark);
            assert_true(total > 2);
            turn_pages(&room, total);
            room_tap(&room, "list:close");
        }
    }
    room_close(&room);
}

/* Two thousand entries are counted rather than laid out: in one lane all of them, in two lanes most. */
static void a_crowd_lists_as_many_as_it_says(void **state)
{
    (void)state;
    open_crowds(74);
    open_crowds(237);
}

/* The point of the panel's edge, and the frame around the mark. */
static void a_list_points_at_its_mark(void **state)
{
    struct room room = room_open((struct room_wish){.reduced_motion = true});
    struct rect mark, panel;
    bool has_point = false, has_frame = false;

    (void)state;
    room_show_days(&room, 0, pack_exhibit(room.pack).start_day, 2922);
    open_largest(&room, &mark);
    drawn_parts_forget();
    stage_make_dirty(room.stage);
    room_draw(&room);
    panel = room_find(&room, "list:panel")->rect;
    for (int i = 0; i < drawn_parts_count(); i++) {
        struct rect rect = drawn_part(i)->rect;
        bool is_across = rect.x < panel.x && rect.x + rect.w > panel.x;
        has_frame = has_frame || (drawn_part(i)->kind == DRAWN_FRAME && holds(rect, mark));
        has_point = has_point
            || (drawn_part(i)->kind == DRAWN_SHAPE && is_across && rect_holds(mark, mark.x, rect.y + rect.h / 2));
    }
    assert_true(has_frame);
    assert_true(has_point);
    room_close(&room);
}

/* ---- the smallest panel ---- */

static void check_names(struct scene *scene)
{
    for (int i = 0; i < word_count; i++) {
        bool is_name = words[i].x < scene->view.x / 2 && words[i].y > scene->view.y;
        for (int k = 0; k < drawn_parts_count() && is_name; k++) {
            struct rect mark = drawn_part(k)->rect;
            bool is_at_start = drawn_part(k)->kind == DRAWN_SHAPE && mark.x < scene->view.x && mark.x + mark.w > scene->view.x;
            if (is_at_start && rect_meets(mark, words[i]))
                fail_msg("%s: a lane's name, %d px wide at %d %d, meets a mark at %d %d", scene->where, words[i].w, words[i].x,
                         words[i].y, mark.x, mark.y);
        }
    }
}

static void lane_names_keep_clear_of_marks(void **state)
{
    struct room room = room_open((struct room_wish){.profile = "P1", .reduced_motion = true});
    struct pack_exhibit what = pack_exhibit(room.pack);

    (void)state;
    for (int turn = 0; turn < 2 * what.languages; turn++) {
        room_visit(&room, turn / 2, room_stop(SCREEN_TIMELINE));
        room_set_look(&room, turn % 2 ? TEXT_A_PLUS : TEXT_A, THEME_STANDARD);
        for (int month = 0; month < 90; month++) {
            struct scene scene = {.room = &room};
            room_show_days(&room, turn / 2, what.start_day + 30 * month, 180);
            snprintf(scene.where, sizeof scene.where, "P1, step %d, language %d, month %d", turn % 2, turn / 2, month);
            if (look_at(&scene))
                check_names(&scene);
        }
    }
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_whole_or_not_there),     cmocka_unit_test(no_card_cuts_its_words),
        cmocka_unit_test(a_cluster_says_how_many_it_holds), cmocka_unit_test(words_on_the_axis_keep_apart),
        cmocka_unit_test(a_year_without_events_is_told),    cmocka_unit_test(a_list_tells_where_in_it_one_is),
        cmocka_unit_test(a_crowd_lists_as_many_as_it_says), cmocka_unit_test(a_list_points_at_its_mark),
        cmocka_unit_test(lane_names_keep_clear_of_marks),   cmocka_unit_test(no_two_leaders_cross_or_lie_on_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
