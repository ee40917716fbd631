/*
 * Colours as they are on the screen: what is drawn stands out from what lies beside it (C2, A3), a pressed key is seen to be
 * pressed (T22), and a lane is known by its shape without any colour (C3).
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "drawn_parts.h"
#include "kiosk_room.h"
#include "platform/window.h"
#include "ui_rules.h"

enum { ENGLISH = 3, SHOWN_MOST = 40, LEAST_PERCENT = 60, LONG_PX = 76 };

struct sight {
    struct room room;
    uint32_t *pixels, *pressed;
    int width, height, findings;
    char where[80];
};

/* ---- looking ---- */

static struct sight open_sight(const char *profile, enum text_step step, enum theme theme)
{
    struct sight sight = {
        .room = room_open((struct room_wish){
            .profile = profile, .text_step = step, .theme = theme, .reduced_motion = true, .has_pixels = true})};

    window_size(sight.room.window, &sight.width, &sight.height);
    sight.pixels = malloc((size_t)sight.width * (size_t)sight.height * sizeof *sight.pixels);
    sight.pressed = malloc((size_t)sight.width * (size_t)sight.height * sizeof *sight.pixels);
    assert_non_null(sight.pixels);
    assert_non_null(sight.pressed);
    return sight;
}

static void close_sight(struct sight *sight)
{
    free(sight->pixels);
    free(sight->pressed);
    room_close(&sight->room);
}

/* Everything anew, so that all that is on the screen is drawn once. */
static void look(struct sight *sight, uint32_t *pixels)
{
    drawn_parts_forget();
    stage_make_dirty(sight->room.stage);
    room_draw(&sight->room);
    assert_true(window_read_pixels(sight->room.window, pixels));
}

__attribute__((format(printf, 2, 3))) static void complain(struct sight *sight, const char *format, ...)
{
    char text[300];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (++sight->findings <= SHOWN_MOST || getenv("SWEEP_ALL"))
        print_error("%s: %s\n", sight->where, text);
}

static uint32_t at(const struct sight *sight, int x, int y)
{
    return sight->pixels[y * sight->width + x] & 0xFFFFFF;
}

/* ---- the screens ---- */

typedef void visitor(struct sight *sight);

static void on_timeline(struct sight *sight, visitor *visit, double middle, double days, const char *name)
{
    snprintf(sight->where, sizeof sight->where, "%s", name);
    room_show_days(&sight->room, ENGLISH, pack_exhibit(sight->room.pack).start_day + middle - days / 2, days);
    visit(sight);
}

static void on_stop(struct sight *sight, visitor *visit, struct stop stop, const char *name)
{
    snprintf(sight->where, sizeof sight->where, "%s", name);
    room_visit(&sight->room, ENGLISH, stop);
    visit(sight);
}

static void open_first_cluster(struct sight *sight)
{
    const struct ui *ui = room_ui(&sight->room);

    for (int i = 0; i < ui_count(ui); i++)
        if (strcmp(ui_at(ui, i)->role, "cluster") == 0 && ui_rules_is_target(ui, i)) {
            stage_fire(sight->room.stage, UI_OWN, ui_at(ui, i)->value, sight->room.now_ms);
            room_wait(&sight->room, 600);
            return;
        }
}

static void on_pages(struct sight *sight, visitor *visit)
{
    struct stop stop = room_stop(SCREEN_EVENT);

    stop.entry = room_entry(&sight->room, "rapallo-treaty");
    on_stop(sight, visit, stop, "event");
    stop.entry = room_entry(&sight->room, "february-revolution");
    on_stop(sight, visit, stop, "event without disagreement");
    stop.screen = SCREEN_COMPARE;
    stop.entry = room_entry(&sight->room, "rapallo-treaty");
    stop.disagreement = pack_entry(sight->room.pack, stop.entry).first_disagreement;
    on_stop(sight, visit, stop, "comparison");
    stop = room_stop(SCREEN_READER);
    stop.source = pack_entry(sight->room.pack, room_entry(&sight->room, "rapallo-treaty")).first_source;
    stop.document = pack_source(sight->room.pack, stop.source).document;
    stop.paragraph = pack_piece(sight->room.pack, pack_source(sight->room.pack, stop.source).first_piece).paragraph;
    on_stop(sight, visit, stop, "reader");
    on_stop(sight, visit, room_stop(SCREEN_LANGUAGES), "languages");
}

static void on_overlays(struct sight *sight, visitor *visit)
{
    on_timeline(sight, visit, 1400, 2000, "timeline of two thousand days");
    stage_fire(sight->room.stage, UI_ACCESS, 0, sight->room.now_ms);
    room_wait(&sight->room, 400);
    snprintf(sight->where, sizeof sight->where, "access");
    visit(sight);
    stage_fire(sight->room.stage, UI_ACCESS, 0, sight->room.now_ms);
    open_first_cluster(sight);
    snprintf(sight->where, sizeof sight->where, "list of a cluster");
    visit(sight);
    for (int s = 0; s < 300 && strcmp(stage_idle_name(sight->room.stage), "warn") != 0; s++)
        room_wait(&sight->room, 1000);
    snprintf(sight->where, sizeof sight->where, "warning");
    visit(sight);
}

static void on_all_screens(struct sight *sight, visitor *visit)
{
    snprintf(sight->where, sizeof sight->where, "attract");
    visit(sight);
    on_timeline(sight, visit, 1461, 2922, "timeline of eight years");
    on_timeline(sight, visit, 1930, 700, "timeline of two years");
    on_timeline(sight, visit, 1930, 180, "timeline of half a year");
    on_timeline(sight, visit, 1931, 32, "timeline of a month");
    on_pages(sight, visit);
    on_overlays(sight, visit);
}

/* ---- what is drawn stands out (C2, A3) ---- */

static bool is_on_panel(const struct sight *sight, int x, int y)
{
    return x >= 0 && y >= 0 && x < sight->width && y < sight->height;
}

/* Some pixel no further than `reach` is another tone; the nearest may be one of anti-aliasing. */
static bool stands_out(const struct sight *sight, int x, int y, int reach, double least)
{
    static const int ways[4][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};

    for (int i = 0; i < 4 * (reach - 1); i++) {
        int beside_x = x + ways[i % 4][0] * (2 + i / 4), beside_y = y + ways[i % 4][1] * (2 + i / 4);

        if (!is_on_panel(sight, beside_x, beside_y))
            return true;
        if (look_contrast(at(sight, x, y), at(sight, beside_x, beside_y)) >= least)
            return true;
    }
    return false;
}

/* Beyond the pixels of anti-aliasing and the width of what is drawn. */
static int reach_of(const struct drawn_part *part)
{
    int thick = part->rect.w < part->rect.h ? part->rect.w : part->rect.h;

    switch (part->kind) {
    case DRAWN_ICON:
        return 3 + thick / 8;
    case DRAWN_SHAPE:
        return 3 + thick / 3;
    case DRAWN_FILL:
        return 2 + (thick + 1) / 2;
    default:
        return 3 + part->edge_px;
    }
}

/* How many per cent of the pixels that are seen of a part stand out from what is beside them; 100 when hardly one is seen. */
static int standing_out(const struct sight *sight, const struct drawn_part *part, double least)
{
    struct rect rect = part->rect, inside = rect_inset(rect, part->edge_px, part->edge_px);
    bool is_edge = part->kind == DRAWN_FRAME || part->kind == DRAWN_DASHED || part->kind == DRAWN_CARD;
    int reach = reach_of(part);
    int seen = 0, good = 0;

    for (int y = rect.y; y < rect.y + rect.h; y++) {
        for (int x = rect.x; x < rect.x + rect.w; x++) {
            if (!is_on_panel(sight, x, y) || at(sight, x, y) != part->colour || (is_edge && rect_holds(inside, x, y)))
                continue;
            seen++;
            good += stands_out(sight, x, y, reach, least);
        }
    }
    return seen < (rect.w + rect.h) / 2 ? 100 : good * 100 / seen;
}

/* Under a surface that was drawn later; or a copy behind a mark, which says nothing by itself. */
static bool is_covered(int index)
{
    const struct drawn_part *part = drawn_part(index);
    struct rect rect = part->rect;

    for (int i = index + 1; i < drawn_parts_count(); i++) {
        const struct drawn_part *later = drawn_part(i);
        bool is_surface = later->kind == DRAWN_FILL || later->kind == DRAWN_CARD || later->kind == DRAWN_TINT;

        if (is_surface && later->rect.w * later->rect.h > 4 * rect.w * rect.h
            && rect_holds(later->rect, rect.x + rect.w / 2, rect.y + rect.h / 2))
            return true;
        if (part->kind == DRAWN_SHAPE && part->edge_px == 0 && later->kind == DRAWN_SHAPE && rect_meets(later->rect, rect))
            return true;
    }
    return false;
}

/* The slices in which a light lane fades away lie between two dark lines. */
static bool is_between_lines(const struct sight *sight, const struct drawn_part *part, double least)
{
    int x = part->rect.x + part->rect.w / 2, y = part->rect.y;

    return part->kind == DRAWN_FILL && is_on_panel(sight, x, y) && is_on_panel(sight, x, y + part->rect.h - 1)
        && look_contrast(at(sight, x, y), part->colour) >= least
        && look_contrast(at(sight, x, y + part->rect.h - 1), part->colour) >= least;
}

/* Hairlines divide; they carry no meaning. */
static bool is_line(struct rect rect)
{
    int thick = rect.w < rect.h ? rect.w : rect.h, length = rect.w < rect.h ? rect.h : rect.w;

    return thick > 1 && thick <= 7 && length >= 10;
}

static bool has_meaning(const struct sight *sight, int index)
{
    const struct drawn_part *part = drawn_part(index);
    const struct look *look_of = stage_look(sight->room.stage);

    bool is_long = part->rect.w > LONG_PX || part->rect.h > LONG_PX; /* ticks of the axis are short */

    /* lines that divide, and gaps */
    if (look_of->theme == THEME_STANDARD ? is_long && part->colour == look_tone(look_of, TONE_RULE)
                                         : part->colour == look_tone(look_of, TONE_PAPER))
        return false;
    if ((part->kind == DRAWN_FILL && !is_line(part->rect)) || (part->kind == DRAWN_CARD && part->edge_px == 0))
        return false;
    return part->kind != DRAWN_PATTERN && part->kind != DRAWN_TINT && !is_covered(index);
}

static void check_stands_out(struct sight *sight)
{
    static const char *const kinds[] = {"icon", "shape", "line", "frame", "dashed frame", "card"};
    const struct look *look_of = stage_look(sight->room.stage);
    double least = look_of->theme == THEME_CONTRAST ? 4.5 : 3;

    look(sight, sight->pixels);
    for (int i = 0; i < drawn_parts_count(); i++) {
        const struct drawn_part *part = drawn_part(i);
        int good = has_meaning(sight, i) ? standing_out(sight, part, least) : 100;

        if (good < LEAST_PERCENT && !is_between_lines(sight, part, least))
            complain(sight, "%d %% of a %s #%06X at %d, %d, %d x %d stand out by %.1f", good, kinds[part->kind], part->colour,
                     part->rect.x, part->rect.y, part->rect.w, part->rect.h, least);
    }
}

static void signs_and_lines_stand_out(void **state)
{
    int findings = 0;

    (void)state;
    for (int theme = THEME_STANDARD; theme <= THEME_CONTRAST; theme++) {
        struct sight sight = open_sight("P3", TEXT_A, (enum theme)theme);

        on_all_screens(&sight, check_stands_out);
        findings += sight.findings;
        close_sight(&sight);
    }
    assert_int_equal(findings, 0);
}

/* ---- pressed (T22) ---- */

/* Keys of one kind look alike: the part of the id before the colon, and how the key stands. */
static bool is_first_of_kind(const struct ui *ui, int index)
{
    const struct ui_element *element = ui_at(ui, index);
    size_t kind = strcspn(element->id, ":") + 1;

    for (int i = 0; i < index; i++) {
        const struct ui_element *other = ui_at(ui, i);

        if (ui_rules_is_target(ui, i) && strncmp(other->id, element->id, kind) == 0 && strcmp(other->role, element->role) == 0
            && other->is_on == element->is_on && other->is_current == element->is_current && other->ground == element->ground)
            return false;
    }
    return true;
}

static int changed_pixels(const struct sight *sight, struct rect rect)
{
    int changed = 0;

    for (int y = rect.y; y < rect.y + rect.h; y++)
        for (int x = rect.x; x < rect.x + rect.w; x++)
            changed += is_on_panel(sight, x, y)
                && look_contrast(at(sight, x, y), sight->pressed[y * sight->width + x] & 0xFFFFFF) >= 3;
    return changed;
}

/* In the first frame after landing the fill or the edge is another tone; of a cluster with its number alone, most of it. */
static void press(struct sight *sight, const struct ui_element *target)
{
    struct ui_element element = *target;
    struct rect whole = rect_around(element.rect, element.hit);
    float x = (float)element.hit.x + (float)element.hit.w / 2, y = (float)element.hit.y + (float)element.hit.h / 2;

    look(sight, sight->pixels);
    room_touch(&sight->room, TOUCH_DOWN, 1, x, y);
    room_step(&sight->room);
    look(sight, sight->pressed);
    bool is_number = strcmp(element.role, "cluster") == 0 && element.rect.w < 2 * element.rect.h;
    int least = is_number ? element.rect.w * element.rect.h / 2 : 2 * (element.rect.w + element.rect.h);
    if (changed_pixels(sight, whole) < least)
        complain(sight, "%s changes %d pixels of %d x %d by 3:1 when pressed", element.id, changed_pixels(sight, whole),
                 element.rect.w, element.rect.h);
    room_touch(&sight->room, TOUCH_CANCEL, 1, x, y);
    room_wait(&sight->room, 400);
}

static void press_each_kind(struct sight *sight)
{
    for (int i = 0; i < ui_count(room_ui(&sight->room)); i++) {
        const struct ui_element *element = ui_at(room_ui(&sight->room), i);

        if (ui_rules_is_target(room_ui(&sight->room), i) && is_first_of_kind(room_ui(&sight->room), i)
            && strcmp(element->id, "attract:start") != 0 && strcmp(element->id, "list:outside") != 0)
            press(sight, element);
    }
}

static void a_pressed_key_is_seen_to_be_pressed(void **state)
{
    static const struct {
        const char *profile;
        enum text_step step;
    } looks[] = {{"P3", TEXT_A}, {"P2", TEXT_A}, {"P1", TEXT_A_PLUS_PLUS}};
    int findings = 0;

    (void)state;
    for (size_t i = 0; i < 2 * sizeof looks / sizeof looks[0]; i++) {
        struct sight sight = open_sight(looks[i / 2].profile, looks[i / 2].step, (enum theme)(i % 2));

        on_all_screens(&sight, press_each_kind);
        findings += sight.findings;
        close_sight(&sight);
    }
    assert_int_equal(findings, 0);
}

/* ---- lanes without colour (C3) ---- */

static uint32_t grey(uint32_t colour)
{
    return ((colour >> 16 & 255) * 299 + (colour >> 8 & 255) * 587 + (colour & 255) * 114) / 1000;
}

static bool is_ground(const struct sight *sight, int x, int y, uint32_t ground)
{
    return abs((int)grey(at(sight, x, y)) - (int)ground) < 24;
}

/* How much of a row of the outline is inside, from its outermost pixels that are no ground. */
static int inside_of_row(const struct sight *sight, struct rect shape, int y, uint32_t ground)
{
    int left = shape.x, right = shape.x + shape.w - 1;

    while (left <= right && is_ground(sight, left, y, ground))
        left++;
    while (right >= left && is_ground(sight, right, y, ground))
        right--;
    return right - left + 1;
}

/*
 * The shape by the width of its outline at a fifth, in the middle and at four fifths of its height: a square is wide everywhere, a
 * triangle grows, a diamond and a circle are widest in the middle, a diamond much narrower above and below.
 */
static enum draw_shape shape_seen(const struct sight *sight, struct rect shape, uint32_t ground)
{
    double w = shape.w, top = inside_of_row(sight, shape, shape.y + shape.h / 5, ground) / w;
    double middle = inside_of_row(sight, shape, shape.y + shape.h / 2, ground) / w;
    double bottom = inside_of_row(sight, shape, shape.y + shape.h * 4 / 5, ground) / w;

    if (top > 0.95 && middle > 0.95 && bottom > 0.95)
        return DRAW_SQUARE;
    if (bottom - top > 0.25)
        return DRAW_TRIANGLE;
    if (bottom < 0.6 && middle > 0.9)
        return DRAW_DIAMOND;
    return DRAW_CIRCLE;
}

static bool is_alone(const struct drawn_part *part, int index)
{
    for (int i = 0; i < drawn_parts_count(); i++)
        if (i != index && i > index - 2 && rect_meets(part->rect, drawn_part(i)->rect)
            && drawn_part(i)->rect.w < 4 * part->rect.w)
            return false;
    return true;
}

static int lane_of(const struct sight *sight, const struct ui_element *element)
{
    for (int lane = 0; lane < pack_exhibit(sight->room.pack).lanes; lane++) {
        const char *id = pack_lane(sight->room.pack, lane).id;

        if (strncmp(element->id, "cluster:", 8) == 0 && strncmp(element->id + 8, id, strlen(id)) == 0)
            return lane;
    }
    return pack_entry(sight->room.pack, element->value).lane;
}

/* The mark of an element that nothing lies over: where it is drawn; its kind is told by the pixels alone. */
static bool find_mark(const struct ui_element *element, struct rect *mark)
{
    for (int i = 0; i < drawn_parts_count(); i++) {
        const struct drawn_part *part = drawn_part(i);

        if (part->kind == DRAWN_SHAPE && part->edge_px > 0 && is_alone(part, i)
            && rect_holds(element->rect, part->rect.x + part->rect.w / 2, part->rect.y + part->rect.h / 2)) {
            *mark = part->rect;
            return true;
        }
    }
    return false;
}

static void lanes_are_known_by_their_shape(void **state)
{
    struct sight sight = open_sight("P3", TEXT_A, THEME_STANDARD);
    int seen[DRAW_CROSS + 1] = {0};
    const struct ui *ui;

    (void)state;
    for (int part = 0; part < 8; part++) {
        room_show_days(&sight.room, ENGLISH, pack_exhibit(sight.room.pack).start_day + part * 365, 365);
        look(&sight, sight.pixels);
        ui = room_ui(&sight.room);
        for (int i = 0; i < ui_count(ui); i++) {
            const struct ui_element *element = ui_at(ui, i);
            bool is_mark = strcmp(element->role, "entry") == 0 || strcmp(element->role, "cluster") == 0;
            struct rect mark;

            if (!is_mark || !find_mark(element, &mark))
                continue;
            enum draw_shape shape = shape_seen(&sight, mark, grey(at(&sight, mark.x + mark.w / 2, mark.y - 4)));

            seen[shape]++;
            if (shape != (enum draw_shape)pack_lane(sight.room.pack, lane_of(&sight, element)).shape)
                complain(&sight, "%s looks like shape %d in grey", element->id, (int)shape);
        }
    }
    close_sight(&sight);
    for (int shape = DRAW_SQUARE; shape <= DRAW_DIAMOND; shape++)
        assert_true(seen[shape] >= 3);
    assert_int_equal(sight.findings, 0);
}

/* White pixels beside the passage strip, clear of the frame that shows what is in view. */
static int white_beside_the_strip(struct sight *sight, int source)
{
    enum { CLEAR_PX = 27, REACH_PX = 40 }; /* from the middle of the strip: half its width and the frame; the pointer */
    struct stop stop = room_stop(SCREEN_READER);
    const struct ui_element *strip;
    int count = 0, middle;

    stop.document = pack_source(sight->room.pack, source < 0 ? 0 : source).document;
    stop.source = source;
    room_visit(&sight->room, ENGLISH, stop);
    look(sight, sight->pixels);
    strip = room_find(&sight->room, "strip");
    assert_non_null(strip);
    middle = strip->rect.x + strip->rect.w / 2;
    for (int y = strip->rect.y; y < strip->rect.y + strip->rect.h; y++) {
        for (int x = middle + CLEAR_PX; x < middle + REACH_PX; x++)
            count += (sight->pixels[y * sight->width + x] & 0xFFFFFF) == 0xFFFFFF;
    }
    return count;
}

/* A3: without colour the passage that was asked for is told from the others by a shape. */
static void the_strip_points_at_the_passage_without_colour(void **state)
{
    struct sight sight = open_sight("P3", TEXT_A, THEME_CONTRAST);
    int source = -1;

    (void)state;
    for (int i = 0; i < pack_disagreement_count(sight.room.pack) && source < 0; i++)
        source = pack_answer(sight.room.pack, pack_disagreement(sight.room.pack, i).first_answer + 1).source;
    assert_true(source >= 0);
    assert_int_equal(white_beside_the_strip(&sight, -1), 0);
    assert_true(white_beside_the_strip(&sight, source) > 0);
    close_sight(&sight);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_and_lines_stand_out),
        cmocka_unit_test(a_pressed_key_is_seen_to_be_pressed),
        cmocka_unit_test(lanes_are_known_by_their_shape),
        cmocka_unit_test(the_strip_points_at_the_passage_without_colour),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
